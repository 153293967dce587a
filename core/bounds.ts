import {
  addDecimals,
  compareDecimals,
  decimalsOf,
  multiplyDecimals,
  shiftDecimal,
  subtractDecimals,
  type Decimal,
} from './decimal.ts';
import type { Direction } from './indicator.ts';
import type { Bound } from './observation.ts';

/** What is known of a published figure: all values it may have. A plain figure is one point. */
export type Interval = { low: Decimal; lowClosed: boolean; high: Decimal; highClosed: boolean };

/** A figure as judged: its number, the values it may have, and one unit of its last published digit. */
export type Reading = { value: Decimal; interval: Interval; unit: Decimal };

/** What a target asks of a figure v. `within` is the two-sided 控制在…左右: |v − value| ≤ tolerance. */
export type Requirement = { operator: 'gt' | 'ge' | 'le' | 'lt' | 'within'; value: Decimal };

export type Satisfaction = 'satisfied' | 'not_satisfied' | 'undetermined';

/** One unit of the last non-zero digit: 1000 for `6000`, 0.1 for `2.50`. Zero: one unit of its last digit. */
function lastNonZeroUnit(value: Decimal): Decimal {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept !== '') return shiftDecimal('1', -kept.length);
  if (/^0+$/.test(whole)) return shiftDecimal('1', -fraction.length);
  return shiftDecimal('1', whole.length - whole.replace(/0+$/, '').length);
}

function intervalOf(value: Decimal, bound: Bound): Interval {
  const unit = lastNonZeroUnit(value);
  if (bound === 'gt' || bound === 'ge') {
    return { low: value, lowClosed: bound === 'ge', high: addDecimals(value, unit), highClosed: false };
  }
  if (bound === 'lt' || bound === 'le') {
    return { low: subtractDecimals(value, unit), lowClosed: false, high: value, highClosed: bound === 'le' };
  }
  return { low: value, lowClosed: true, high: value, highClosed: true };
}

/**
 * A figure with the wording of its publisher, ready to be judged. `gt N` lies in (N, N+u), `ge N` in [N, N+u), `lt N`
 * in (N−u, N), `le N` in (N−u, N]; u is one unit of N's last non-zero digit. `approx` is taken as its number.
 * Source: methodology, "Figures with a bound".
 */
export function readFigure(value: Decimal, bound: Bound): Reading {
  return { value, interval: intervalOf(value, bound), unit: shiftDecimal('1', -decimalsOf(value)) };
}

/** The sum of two readings: it is as precise as the coarser one. */
export function addReadings(a: Reading, b: Reading): Reading {
  return {
    value: addDecimals(a.value, b.value),
    interval: {
      low: addDecimals(a.interval.low, b.interval.low),
      lowClosed: a.interval.lowClosed && b.interval.lowClosed,
      high: addDecimals(a.interval.high, b.interval.high),
      highClosed: a.interval.highClosed && b.interval.highClosed,
    },
    unit: compareDecimals(a.unit, b.unit) >= 0 ? a.unit : b.unit,
  };
}

/** 控制在…左右: the number is to be kept, from both sides. */
const TWO_SIDED = /控制在.*左右/;

/**
 * What a published bound asks for. gt, ge, le and lt are read as written; eq, approx and range are written for "higher
 * is better" and mirror for "lower is better". Of a range the end that is reached first decides.
 * Source: methodology, "Bounds" and "Exact rules".
 */
export function requirementOf(
  target: { bound: Bound; value: Decimal; value_to: Decimal | null; wording_zh: string },
  direction: Direction,
): Requirement {
  const { bound, value } = target;
  const mirrored = direction === 'lower';
  switch (bound) {
    case 'gt':
    case 'ge':
    case 'le':
    case 'lt':
      return { operator: bound, value };
    case 'range':
      return mirrored ? { operator: 'le', value: target.value_to ?? value } : { operator: 'ge', value };
    case 'approx':
      if (TWO_SIDED.test(target.wording_zh)) return { operator: 'within', value };
      return { operator: mirrored ? 'le' : 'ge', value };
    case 'eq':
      return { operator: mirrored ? 'le' : 'ge', value };
  }
}

/** 1 where more is wanted, −1 where less is; null for the two-sided requirement. */
export function towards(requirement: Requirement): 1 | -1 | null {
  if (requirement.operator === 'within') return null;
  return requirement.operator === 'gt' || requirement.operator === 'ge' ? 1 : -1;
}

function isAbove({ interval }: Reading, limit: Decimal, orEqual: boolean): Satisfaction {
  const low = compareDecimals(interval.low, limit);
  if (low > 0 || (low === 0 && (orEqual || !interval.lowClosed))) return 'satisfied';
  const high = compareDecimals(interval.high, limit);
  if (high < 0 || (high === 0 && !(orEqual && interval.highClosed))) return 'not_satisfied';
  return 'undetermined';
}

const OPPOSITE = { satisfied: 'not_satisfied', not_satisfied: 'satisfied', undetermined: 'undetermined' } as const;

/** Too close to call: nearer to T than half of the last published digit, where equality is not enough. */
function isTooClose(reading: Reading, limit: Decimal): boolean {
  const { value, interval, unit } = reading;
  if (compareDecimals(interval.low, interval.high) !== 0) return false;
  const distance = subtractDecimals(value, limit).replace('-', '');
  return compareDecimals(distance, multiplyDecimals(unit, '0.5')) < 0;
}

/**
 * Does a figure satisfy a requirement? All values it may have do: `satisfied`; none does: `not_satisfied`; else, and
 * where a plain figure is too close to a limit that must be passed (10.0 against 超过10), `undetermined`.
 * `tolerance` (τ, in the indicator's unit, not negative) loosens the limit.
 * Source: methodology, "Bounds" and "Figures with a bound".
 */
export function satisfaction(reading: Reading, requirement: Requirement, tolerance: Decimal = '0'): Satisfaction {
  const { operator, value } = requirement;
  const lower = subtractDecimals(value, tolerance);
  const upper = addDecimals(value, tolerance);
  switch (operator) {
    case 'ge':
      return isAbove(reading, lower, true);
    case 'le':
      return OPPOSITE[isAbove(reading, upper, false)];
    case 'gt':
      return isTooClose(reading, lower) ? 'undetermined' : isAbove(reading, lower, false);
    case 'lt':
      return isTooClose(reading, upper) ? 'undetermined' : OPPOSITE[isAbove(reading, upper, true)];
    case 'within': {
      const sides = [isAbove(reading, lower, true), OPPOSITE[isAbove(reading, upper, false)]];
      if (sides.includes('not_satisfied')) return 'not_satisfied';
      return sides.includes('undetermined') ? 'undetermined' : 'satisfied';
    }
  }
}

/** 5 % of |T|, but never more than half of |T − b| when a baseline exists. Source: methodology, "Bounds". */
export function toleranceOf(target: Decimal, baseline: Decimal | null): Decimal {
  const share = multiplyDecimals(target, '0.05').replace('-', '');
  if (baseline === null) return share;
  const half = multiplyDecimals(subtractDecimals(target, baseline), '0.5').replace('-', '');
  return compareDecimals(share, half) <= 0 ? share : half;
}
