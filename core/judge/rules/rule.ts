import type { StateReason, TargetState } from '../../target.ts';
import type { Facts } from '../facts.ts';
import type { JudgingRule } from '../judgement.ts';
import type { Point } from '../point.ts';

/** What a rule decides: the state, and the figure it rests on (null: on none). */
export type Verdict = { rule: JudgingRule; state: TargetState; reason: StateReason | null; point: Point | null };

/** Decides, or leaves the target to the next rule (null). */
export type Rule = (facts: Facts) => Verdict | null;
