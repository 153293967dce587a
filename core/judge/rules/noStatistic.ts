import type { Rule } from './rule.ts';

/** No figure of this indicator for this region in any year. Source: methodology, rule 1. */
export const noStatistic: Rule = ({ known, series }) =>
  known.length === 0 && series.length === 0
    ? { rule: 'no_statistic', state: 'no_statistic', reason: null, point: null }
    : null;
