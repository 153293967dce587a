import { satisfies } from '../outcome.ts';
import type { Rule } from './rule.ts';

/** The latest figure satisfies the target, without tolerance, before the deadline. Source: methodology, rule 6. */
export const metEarly: Rule = (facts) => {
  const { latest } = facts;
  return latest !== null && satisfies(facts, latest.reading) === 'satisfied'
    ? { rule: 'met_early', state: 'met_early', reason: null, point: latest }
    : null;
};
