import { EPSILON, type At } from './at.ts';
import type { PaceRule } from './paceRule.ts';

export type PathStatus = { status: 'on_track' | 'behind'; value: number };

/** A straight line through two points, read at a year. */
function onLine(from: At, to: At, year: number): number {
  const [a, b] = [Number(from.value), Number(to.value)];
  return a + ((b - a) * (year - from.year)) / (to.year - from.year);
}

/**
 * E(t), the value on the path from the baseline to the target in a year between them: through the plan's own
 * milestones by straight lines if it has any, else straight or with constant growth, by the unit rule.
 * Source: methodology, "Path value" and "Path, projection".
 */
export function pathValue(rule: PaceRule, baseline: At, target: At, milestones: readonly At[], year: number): number {
  const [b, goal] = [Number(baseline.value), Number(target.value)];
  const between = milestones.filter((at) => at.year > baseline.year && at.year < target.year);
  if (between.length === 0 && rule === 'growth' && b > 0 && goal > 0) {
    return b * (goal / b) ** ((year - baseline.year) / (target.year - baseline.year));
  }
  const stops = [...between.toSorted((x, y) => x.year - y.year), target];
  let from = baseline;
  for (const to of stops) {
    if (year <= to.year) return onLine(from, to, year);
    from = to;
  }
  return goal;
}

/** d · (v − E(t)) ≥ 0 is on track. Source: methodology, "Status". */
export function pathStatus(sign: 1 | -1, latest: At, value: number): PathStatus {
  return { status: sign * (Number(latest.value) - value) >= -EPSILON ? 'on_track' : 'behind', value };
}
