import { averagePace, averageSince } from '../average.ts';
import { breakAfterBaseline, type Facts } from '../facts.ts';
import { outcome } from '../outcome.ts';
import { breakInSeries } from './breakInSeries.ts';
import { fewerThanTwoPoints } from './fewerThanTwoPoints.ts';
import { noBaseline } from './noBaseline.ts';
import { stateOfRatio } from './paceRatio.ts';
import type { Rule, Verdict } from './rule.ts';

function outcomeOfAverage(facts: Facts): Verdict {
  const { atDeadline, baseline } = facts;
  if (atDeadline === null) return { rule: 'average_growth', state: 'awaiting_figure', reason: null, point: null };
  const lacking = (reason: 'no_baseline' | 'break_in_series' | 'no_pace'): Verdict => ({
    rule: reason,
    state: 'not_assessable',
    reason,
    point: atDeadline,
  });
  if (baseline === null) return lacking('no_baseline');
  if (breakAfterBaseline(facts, atDeadline.year) !== null) return lacking('break_in_series');
  const average = averageSince(facts, atDeadline);
  if (average === null) return lacking('no_pace');
  return { rule: 'average_growth', state: outcome(facts, average), reason: null, point: atDeadline };
}

function paceOfAverage(facts: Facts): Verdict {
  const ratio = averagePace(facts, facts.latest)?.ratio ?? null;
  return ratio === null
    ? { rule: 'no_pace', state: 'not_assessable', reason: 'no_pace', point: facts.latest }
    : { rule: 'average_growth', state: stateOfRatio(ratio), reason: null, point: facts.latest };
}

/**
 * 年均增长 g: the average growth of the level since the baseline, never the growth of one year. Rules 5 and 6 do not
 * apply: an average can be lost again until the deadline. Source: methodology, "Average growth".
 */
export const averageGrowth: Rule = (facts) => {
  if (facts.input.target.target_kind !== 'average_growth') return null;
  if (facts.passed) return outcomeOfAverage(facts);
  return noBaseline(facts) ?? fewerThanTwoPoints(facts) ?? breakInSeries(facts) ?? paceOfAverage(facts);
};
