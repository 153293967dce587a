import { readFigure, type Reading } from '../bounds.ts';
import { roundDecimal } from '../decimal.ts';
import type { Bound } from '../observation.ts';
import { growthRate, slope } from './at.ts';
import { breakAfterBaseline, type Facts } from './facts.ts';
import type { Pace } from './pace.ts';
import { threeYearsBefore } from './paceTo.ts';
import type { Point } from './point.ts';

/** Digits kept of an average without `decimals`; far more than any figure is published with. */
const UNROUNDED = 10;

/** Growth a year since the baseline in %, not rounded; null without a baseline, across a break or from nothing. */
function rateSince(facts: Facts, point: Point): number | null {
  const { baseline } = facts;
  if (baseline === null || breakAfterBaseline(facts, point.year) !== null) return null;
  return growthRate(Number(baseline.reading.value), Number(point.reading.value), point.year - baseline.year);
}

/**
 * Average growth of the level since the baseline, % a year, rounded to the indicator's decimals. It is worded like v,
 * or as approximate when the baseline is not a plain figure. Source: methodology, "Average growth".
 */
export function averageSince(facts: Facts, point: Point): (Reading & { bound: Bound }) | null {
  const rate = rateSince(facts, point);
  if (rate === null) return null;
  const bound = facts.baseline?.figure.bound === 'eq' ? point.figure.bound : 'approx';
  return { ...readFigure(roundDecimal(rate.toFixed(UNROUNDED), facts.input.indicator.decimals), bound), bound };
}

/** Growth a year in % that still leads from v to the level that g asks for in the target year. */
function neededFromNow({ baseline, input, sign }: Facts, point: Point, goal: number): number | null {
  if (baseline === null) return null;
  const years = input.target.year - baseline.year;
  const level = Number(baseline.reading.value) * (1 + goal / 100) ** years;
  const value = Number(point.reading.value);
  return sign * (value - level) >= 0 ? null : growthRate(value, level, input.target.year - point.year);
}

/** R = average / g; null where g leads the other way than the target asks. Source: methodology, "Average growth". */
export function averagePace(facts: Facts, point: Point | null): Pace | null {
  const { requirement, sign } = facts;
  if (requirement === null) return null;
  const goal = Number(requirement.value);
  const actual = point === null ? null : rateSince(facts, point);
  const earlier = point === null ? null : threeYearsBefore(facts, point);
  return {
    rule: 'growth',
    needed_from_start: goal,
    needed_from_now: point === null || actual === null ? null : neededFromNow(facts, point, goal),
    actual,
    recent: point === null || earlier === null ? null : slope(earlier.value, point.reading.value, '3'),
    ratio: actual === null || sign * goal <= 0 ? null : actual / goal,
  };
}
