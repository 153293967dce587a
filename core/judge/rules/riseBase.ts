import type { Rule } from './rule.ts';

/** A rise without the figure of its base year has no level to reach, whatever the date. Source: methodology, "Corners". */
export const riseBase: Rule = ({ input, baseline, latest }) =>
  input.target.target_kind === 'rise' && baseline === null
    ? { rule: 'rise_base', state: 'not_assessable', reason: 'no_baseline', point: latest }
    : null;
