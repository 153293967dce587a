import { satisfaction, type Reading, type Satisfaction } from '../bounds.ts';
import type { TargetState } from '../target.ts';
import type { Facts } from './facts.ts';

/** Does a figure satisfy the target without tolerance? Without the base of a rise nothing can be said. */
export function satisfies(facts: Facts, reading: Reading): Satisfaction {
  return facts.requirement === null ? 'undetermined' : satisfaction(reading, facts.requirement);
}

const STATE_OF = { satisfied: 'met', not_satisfied: 'missed', undetermined: 'undetermined' } as const;

/** The outcome in the target year, where 左右 has its tolerance. Source: methodology, rule 2 and "Bounds". */
export function outcome(facts: Facts, reading: Reading): TargetState {
  if (facts.requirement === null) return 'undetermined';
  return STATE_OF[satisfaction(reading, facts.requirement, facts.tolerance ?? '0')];
}
