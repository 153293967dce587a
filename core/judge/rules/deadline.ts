import { breakAfterBaseline } from '../facts.ts';
import { outcome } from '../outcome.ts';
import type { Rule } from './rule.ts';

/**
 * After the deadline the figure of the target year itself decides, and no other ever does. A rise is counted from its
 * base, so that a new series in between leaves it undecided. Source: methodology, rule 2.
 */
export const deadline: Rule = (facts) => {
  const { passed, atDeadline, input } = facts;
  if (!passed) return null;
  if (atDeadline === null) return { rule: 'deadline', state: 'awaiting_figure', reason: null, point: null };
  if (input.target.target_kind === 'rise' && breakAfterBaseline(facts, atDeadline.year) !== null) {
    return { rule: 'break_in_series', state: 'not_assessable', reason: 'break_in_series', point: atDeadline };
  }
  return { rule: 'deadline', state: outcome(facts, atDeadline.reading), reason: null, point: atDeadline };
};
