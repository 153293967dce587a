import { satisfies } from '../outcome.ts';
import type { Rule } from './rule.ts';

const STATE_OF = { satisfied: 'on_track', not_satisfied: 'moving_away', undetermined: 'undetermined' } as const;

/** The baseline already satisfies the target: it is to be held. Source: methodology, rule 5. */
export const maintain: Rule = (facts) => {
  const { baseline, latest } = facts;
  if (baseline === null || latest === null || satisfies(facts, baseline.reading) !== 'satisfied') return null;
  return { rule: 'maintain', state: STATE_OF[satisfies(facts, latest.reading)], reason: 'maintain', point: latest };
};
