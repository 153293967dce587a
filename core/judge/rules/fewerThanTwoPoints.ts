import type { Rule } from './rule.ts';

/** Nothing is known after the baseline. Source: methodology, rule 8. */
export const fewerThanTwoPoints: Rule = ({ baseline, latest }) =>
  baseline !== null && latest?.year === baseline.year
    ? { rule: 'fewer_than_two_points', state: 'not_assessable', reason: 'fewer_than_two_points', point: latest }
    : null;
