import type { TargetState } from '../../target.ts';
import { EPSILON } from '../at.ts';
import type { Facts } from '../facts.ts';
import { paceTo } from '../paceTo.ts';
import type { Rule } from './rule.ts';

/** Least pace ratio of each state. Source: methodology, "Status" (Open SDG and Statistics Canada, after Eurostat). */
export const RATIO_THRESHOLDS = { on_track: 0.95, slightly_behind: 0.6, far_behind: 0 } as const;

export function stateOfRatio(ratio: number): TargetState {
  if (ratio >= RATIO_THRESHOLDS.on_track - EPSILON) return 'on_track';
  if (ratio >= RATIO_THRESHOLDS.slightly_behind - EPSILON) return 'slightly_behind';
  return ratio >= RATIO_THRESHOLDS.far_behind - EPSILON ? 'far_behind' : 'moving_away';
}

/** The pace so far against the pace needed from the start. Source: methodology, rule 10. */
export const paceRatio: Rule = (facts: Facts) => {
  const ratio = paceTo(facts, facts.latest)?.ratio ?? null;
  return ratio === null
    ? { rule: 'no_pace', state: 'not_assessable', reason: 'no_pace', point: facts.latest }
    : { rule: 'pace_ratio', state: stateOfRatio(ratio), reason: null, point: facts.latest };
};
