import { requirementOf, toleranceOf, towards, type Reading, type Requirement } from '../bounds.ts';
import { addDecimals, compareDecimals, subtractDecimals, type Decimal } from '../decimal.ts';
import type { Target } from '../target.ts';
import { baselineOf } from './baseline.ts';
import type { JudgeInput } from './judgement.ts';
import { planStart } from './planStart.ts';
import { knownPoints, runningSum, type Point } from './point.ts';

/** What the rules ask about, worked out once. */
export type Facts = {
  input: JudgeInput;
  /** Year of the day of judging. */
  year: number;
  /** The deadline has passed: the day is in a later year. */
  passed: boolean;
  start: number;
  /** The figures of the indicator known on the day. */
  known: readonly Point[];
  /** The series that is judged: the figures; of a plan flow the running sums; of an average growth the levels. */
  series: readonly Point[];
  /** b */
  baseline: Point | null;
  /** v: the latest of the series up to the deadline. */
  latest: Point | null;
  /** The one of the deadline itself. */
  atDeadline: Point | null;
  /** null without the base of a rise. */
  requirement: Requirement | null;
  /** τ, of 左右 targets only. */
  tolerance: Decimal | null;
  /** 1 where more is wanted, −1 where less is. */
  sign: 1 | -1;
};

/** The requirement of a target, of a rise on top of its base; null without that base. */
export function levelRequirement(target: Target, facts: Pick<Facts, 'baseline' | 'input'>): Requirement | null {
  const requirement = requirementOf(target, facts.input.indicator.direction);
  if (target.target_kind !== 'rise') return requirement;
  if (facts.baseline === null) return null;
  return { ...requirement, value: addDecimals(facts.baseline.reading.value, requirement.value) };
}

function signOf(requirement: Requirement | null, baseline: Point | null): 1 | -1 {
  if (requirement === null) return 1;
  const sign = towards(requirement);
  if (sign !== null) return sign;
  return baseline !== null && compareDecimals(requirement.value, baseline.reading.value) < 0 ? -1 : 1;
}

function toleranceFor(target: Target, requirement: Requirement | null, baseline: Point | null): Decimal | null {
  if (target.bound !== 'approx' || requirement === null) return null;
  // b of an average growth is a level: it is no distance from a rate
  const comparable = target.target_kind === 'average_growth' ? null : baseline;
  return toleranceOf(requirement.value, comparable?.reading.value ?? null);
}

export function factsOf(input: JudgeInput): Facts {
  const { target } = input;
  const year = Number(input.day.slice(0, 4));
  const start = planStart(target, input.published);
  const known = knownPoints(input.figures, year);
  const kind = target.target_kind;
  const series =
    kind === 'average_growth'
      ? knownPoints(input.levels, year)
      : kind === 'plan_flow'
        ? runningSum(known, start)
        : known;
  const baseline = baselineOf(series, start, kind);
  const requirement = levelRequirement(target, { baseline, input });
  return {
    input,
    year,
    passed: year > target.year,
    start,
    known,
    series,
    baseline,
    latest: series.findLast((point) => point.year <= target.year) ?? null,
    atDeadline: series.find((point) => point.year === target.year) ?? null,
    requirement,
    tolerance: toleranceFor(target, requirement, baseline),
    sign: signOf(requirement, baseline),
  };
}

/** The baseline is already at T or beyond it: there is no way to go. Source: methodology, "Floor already held". */
export function isFloorHeld({ baseline, requirement, sign }: Facts): boolean {
  if (baseline === null || requirement === null) return false;
  return sign * compareDecimals(baseline.reading.value, requirement.value) >= 0;
}

/** First year of a new series after the baseline, up to `year`; null when all of it is one series. */
export function breakAfterBaseline({ series, baseline }: Facts, year: number): number | null {
  if (baseline === null) return null;
  return series.find((point) => point.year > baseline.year && point.year <= year && point.figure.break)?.year ?? null;
}

/** v − T */
export function gapOf(reading: Reading, requirement: Requirement): Decimal {
  return subtractDecimals(reading.value, requirement.value);
}
