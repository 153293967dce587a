import type { Rule } from './rule.ts';

/** No figure of the two years before the plan to count from. Source: methodology, rule 7. */
export const noBaseline: Rule = ({ baseline, latest }) =>
  baseline === null ? { rule: 'no_baseline', state: 'not_assessable', reason: 'no_baseline', point: latest } : null;
