import type { Rule } from './rule.ts';

/** 达到 and 左右 say nothing where neither more nor less is better. Source: methodology, "Bounds" of the exact rules. */
export const directionNone: Rule = ({ input: { target, indicator }, latest }) =>
  indicator.direction === 'none' && (target.bound === 'eq' || target.bound === 'approx')
    ? { rule: 'direction_none', state: 'not_assessable', reason: 'direction_none', point: latest }
    : null;
