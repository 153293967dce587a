import { satisfies } from '../outcome.ts';
import type { Rule } from './rule.ts';

/**
 * A target for one year is judged by the figure of that year only; before the year has passed that figure can only
 * say that the target is met early. Source: methodology, rule 3 and "Corners".
 */
export const yearly: Rule = (facts) => {
  const { input, atDeadline } = facts;
  const kind = input.target.target_kind;
  if (kind !== 'yearly_flow' && kind !== 'yearly_growth') return null;
  const early = atDeadline !== null && satisfies(facts, atDeadline.reading) === 'satisfied';
  return early
    ? { rule: 'yearly', state: 'met_early', reason: null, point: atDeadline }
    : { rule: 'yearly', state: 'not_assessable', reason: 'yearly', point: atDeadline };
};
