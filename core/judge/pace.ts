import { growthRate, slope, type At } from './at.ts';
import type { PaceRule } from './paceRule.ts';

/** Changes a year: units (`linear`) or % (`growth`). A part that cannot be computed is null. */
export type Pace = {
  rule: PaceRule;
  /** From the baseline to T over the whole plan. */
  needed_from_start: number | null;
  /** From v to T over the years that remain after v; null once T is reached or passed. */
  needed_from_now: number | null;
  /** From the baseline to v. */
  actual: number | null;
  /** Slope of the last three years, units a year under both rules. */
  recent: number | null;
  /** R = d · actual / |needed from the start|. */
  ratio: number | null;
};

function change(rule: PaceRule, from: At | null, to: At | null): number | null {
  if (from === null || to === null || to.year <= from.year) return null;
  if (rule === 'linear') return slope(from.value, to.value, String(to.year - from.year));
  return growthRate(Number(from.value), Number(to.value), to.year - from.year);
}

/**
 * The pace towards T. The growth rule needs all of b, v and T to be positive; otherwise the pace is linear. `reached`:
 * v has reached T. Source: methodology, "Pace" and "Unit rule".
 */
export function paceOf(p: {
  rule: PaceRule;
  sign: 1 | -1;
  baseline: At | null;
  latest: At | null;
  target: At;
  threeYearsBefore: At | null;
  reached: boolean;
}): Pace {
  const { baseline, latest, target, sign } = p;
  const positive = [baseline, latest, target].every((at) => at === null || Number(at.value) > 0);
  const rule = positive ? p.rule : 'linear';
  const needed = change(rule, baseline, target);
  const actual = change(rule, baseline, latest);
  return {
    rule,
    needed_from_start: needed,
    needed_from_now: p.reached ? null : change(rule, latest, target),
    actual,
    recent: change('linear', p.threeYearsBefore, latest),
    ratio: needed === null || actual === null || needed === 0 ? null : (sign * actual) / Math.abs(needed),
  };
}
