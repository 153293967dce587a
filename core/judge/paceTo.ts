import { compareDecimals } from '../decimal.ts';
import type { At } from './at.ts';
import { breakAfterBaseline, isFloorHeld, type Facts } from './facts.ts';
import { paceOf, type Pace } from './pace.ts';
import { paceRule } from './paceRule.ts';
import type { Point } from './point.ts';

export const atOf = (point: Point): At => ({ year: point.year, value: point.reading.value });

/** The figure three years before, if it is of the same series. */
export function threeYearsBefore({ series }: Facts, point: Point): At | null {
  const since = point.year - 3;
  const isBroken = series.some((other) => other.figure.break && other.year > since && other.year <= point.year);
  const start = series.find((other) => other.year === since);
  return start === undefined || isBroken ? null : atOf(start);
}

const hasPart = (pace: Pace) => pace.needed_from_start !== null || pace.needed_from_now !== null;

/**
 * The pace up to a point of the series; null for targets of one year, where the floor was already held, and where
 * nothing can be computed. Across a break only the pace needed from now is left.
 * Source: methodology, "Pace", "Floor already held" and rule 9.
 */
export function paceTo(facts: Facts, point: Point | null): Pace | null {
  const { input, requirement, sign, baseline } = facts;
  const { target, indicator } = input;
  const kind = target.target_kind;
  if (requirement === null || kind === 'yearly_flow' || kind === 'yearly_growth' || isFloorHeld(facts)) return null;
  const isBroken = point !== null && breakAfterBaseline(facts, point.year) !== null;
  const pace = paceOf({
    rule: paceRule(indicator, kind),
    sign,
    baseline: baseline === null || isBroken ? null : atOf(baseline),
    latest: point === null ? null : atOf(point),
    target: { year: target.year, value: requirement.value },
    threeYearsBefore: point === null ? null : threeYearsBefore(facts, point),
    reached: point !== null && sign * compareDecimals(point.reading.value, requirement.value) >= 0,
  });
  return hasPart(pace) ? pace : null;
}
