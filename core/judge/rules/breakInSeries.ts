import { breakAfterBaseline } from '../facts.ts';
import type { Rule } from './rule.ts';

/** A new series began between the baseline and the latest figure. Source: methodology, rule 9. */
export const breakInSeries: Rule = (facts) => {
  const { latest } = facts;
  return latest !== null && breakAfterBaseline(facts, latest.year) !== null
    ? { rule: 'break_in_series', state: 'not_assessable', reason: 'break_in_series', point: latest }
    : null;
};
