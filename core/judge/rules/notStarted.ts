import type { Rule } from './rule.ts';

/** The plan begins after the year of the day of judging. Source: methodology, "Days"; it comes before rule 1. */
export const notStarted: Rule = ({ start, year }) =>
  start > year ? { rule: 'not_started', state: 'not_assessable', reason: 'not_started', point: null } : null;
