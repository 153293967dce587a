import type { TargetKind } from '../target.ts';
import type { Point } from './point.ts';

const LONGEST_LOOK_BACK = 2;

/**
 * The figure that progress is counted from: the latest of a year before the plan's first year, at most two years
 * before it; of a rise the figure of the year before, exactly; of yearly targets none.
 * Source: methodology, rule 4, "Plan start and baseline" and "Corners".
 */
export function baselineOf(points: readonly Point[], start: number, kind: TargetKind): Point | null {
  if (kind === 'yearly_flow' || kind === 'yearly_growth') return null;
  const earliest = kind === 'rise' ? start - 1 : start - LONGEST_LOOK_BACK;
  return points.findLast((point) => point.year < start && point.year >= earliest) ?? null;
}
