import { isFloorHeld } from '../facts.ts';
import type { Rule } from './rule.ts';

/** The baseline is at T without satisfying it (10 against 超过10): no way to go, so no pace. Source: "Corners". */
export const noPace: Rule = (facts) =>
  isFloorHeld(facts) ? { rule: 'no_pace', state: 'not_assessable', reason: 'no_pace', point: facts.latest } : null;
