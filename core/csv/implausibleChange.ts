import type { Series } from './series.ts';

const LARGEST_USUAL_CHANGE = Math.log(1.5);
const ROBUST_LIMIT = 3.5;
/** Makes the MAD of a normal distribution its standard deviation. */
const MAD_TO_SD = 1.4826;
const SMALLEST_SPREAD = 0.05;
const FEWEST_PAST_CHANGES = 3;
/** Factors of a slipped unit: a digit, per cent, 万. */
const UNIT_SLIPS = [10, 100, 10_000];
const SLIP_TOLERANCE = 0.1 + 1e-9;
const YEARS_LOOKED_BACK = 30;

export type Implausible = { reason: 'jump' | 'unit_slip'; factor: number; against: 'last_year' | 'stored' };

/**
 * Is a figure out of line with the year before, or a power of ten away from it or from the figure it replaces?
 *
 * With Δ the log change, a jump is |Δ − median of past changes| > 3.5 · max(1.4826 · MAD, 0.05) and |Δ| > ln 1.5, given at
 * least 3 past changes; a unit slip is a factor within 10 % of 10, 100 or 10⁴, up or down. Zero, negative and missing figures and the first year of a new series are never judged. Source: workflows 3.3, step 7.
 */
export function implausibleChange(series: Series, year: number, replaced: number | null): Implausible | null {
  const current = series.get(year);
  if (current === undefined || current.value <= 0) return null;
  const before = series.get(year - 1);
  if (before !== undefined && before.value > 0 && !current.break) {
    const factor = current.value / before.value;
    if (isUnitSlip(factor)) return { reason: 'unit_slip', factor, against: 'last_year' };
    if (isJump(Math.log(factor), pastChanges(series, year - 1)))
      return { reason: 'jump', factor, against: 'last_year' };
  }
  if (replaced !== null && replaced > 0 && isUnitSlip(current.value / replaced)) {
    return { reason: 'unit_slip', factor: current.value / replaced, against: 'stored' };
  }
  return null;
}

function isUnitSlip(factor: number): boolean {
  const up = factor >= 1 ? factor : 1 / factor;
  return UNIT_SLIPS.some((slip) => Math.abs(up / slip - 1) <= SLIP_TOLERANCE);
}

function isJump(change: number, past: readonly number[]): boolean {
  if (past.length < FEWEST_PAST_CHANGES || Math.abs(change) <= LARGEST_USUAL_CHANGE) return false;
  const middle = median(past);
  const spread = median(past.map((other) => Math.abs(other - middle)));
  return Math.abs(change - middle) > ROBUST_LIMIT * Math.max(MAD_TO_SD * spread, SMALLEST_SPREAD);
}

function pastChanges(series: Series, until: number): number[] {
  const changes: number[] = [];
  for (let year = until; year > until - YEARS_LOOKED_BACK; year--) {
    const after = series.get(year);
    const before = series.get(year - 1);
    if (after === undefined || before === undefined || after.break || after.value <= 0 || before.value <= 0) continue;
    changes.push(Math.log(after.value / before.value));
  }
  return changes;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}
