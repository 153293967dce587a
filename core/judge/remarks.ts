import { satisfaction, type Reading } from '../bounds.ts';
import { breakAfterBaseline, type Facts } from './facts.ts';
import type { Judgement, Remark } from './judgement.ts';
import { satisfies } from './outcome.ts';

/** Years from the plan's first to its last for which no yearly flow is known. */
function missingYears({ known, start, input }: Facts): number[] {
  const present = new Set(known.map((point) => point.year));
  return Array.from({ length: input.target.year - start + 1 }, (_, i) => start + i).filter(
    (year) => !present.has(year),
  );
}

function whileAwaiting(facts: Facts): Remark[] {
  const { target } = facts.input;
  if (target.target_kind === 'plan_flow') return [{ code: 'missing_years', years: missingYears(facts) }];
  if (target.target_kind !== 'level' && target.target_kind !== 'cumulative') return [];
  const earlier = facts.series.findLast(
    (point) => point.year < target.year && satisfies(facts, point.reading) === 'satisfied',
  );
  return earlier === undefined ? [] : [{ code: 'met_in_earlier_year', year: earlier.year }];
}

/** The end of a range that is reached last. Source: methodology, "Bounds". */
function isOtherEndMet({ input: { target }, requirement }: Facts, reading: Reading): boolean {
  if (target.bound !== 'range' || target.value_to === null || requirement === null) return false;
  if (target.target_kind === 'rise') return false;
  const value = requirement.value === target.value ? target.value_to : target.value;
  return satisfaction(reading, { ...requirement, value }) === 'satisfied';
}

/** What must be said beside a state; `reading` is what was compared with the target. */
export function remarksOn(facts: Facts, judgement: Judgement, reading: Reading | null): Remark[] {
  const { state, baseline } = judgement;
  if (state === 'awaiting_figure') return whileAwaiting(facts);
  const figure = judgement.level ?? judgement.figure;
  if (figure === null) return [];
  const remarks: Remark[] = [];
  if (reading !== null && state === 'met' && facts.tolerance !== null && satisfies(facts, reading) !== 'satisfied') {
    remarks.push({ code: 'met_within_tolerance' });
  }
  if (reading !== null && isOtherEndMet(facts, reading)) remarks.push({ code: 'upper_end_met' });
  const broken = breakAfterBaseline(facts, figure.year);
  if (broken !== null) remarks.push({ code: 'break_in_series', year: broken });
  const isMeasured = judgement.progress !== null || judgement.pace !== null;
  if (isMeasured && (figure.bound !== 'eq' || (baseline?.bound ?? 'eq') !== 'eq')) {
    remarks.push({ code: 'bounded_figures' });
  }
  return remarks;
}
