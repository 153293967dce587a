import { groupTargets } from '../../buildDataset.ts';
import type { Dataset } from '../../dataset.ts';
import { judgeTarget } from '../../judge/judgeTarget.ts';
import { preferredTarget } from '../../judge/targetsOf.ts';
import type { TargetState } from '../../target.ts';
import type { Consequence } from '../consequences.ts';
import { targetOf, writesTarget, type TargetChange } from './targetDiff.ts';
import { keyOfTarget } from './targetEntry.ts';

/**
 * States that change when `changes` are written: of the target that a view uses for a region, indicator and year, before and
 * after; null where there was none. `day` is the day of judging, YYYY-MM-DD.
 */
export function targetConsequences(changes: readonly TargetChange[], before: Dataset, day: string): Consequence[] {
  const written = changes.filter(writesTarget);
  if (written.length === 0) return [];
  const replaced = new Set(written.map(({ after }) => keyOfTarget(after)));
  const kept = before.targets.filter((target) => !replaced.has(keyOfTarget(target)));
  const targets = [...kept, ...written.map((change) => targetOf(change, 0, ''))];
  const after = { ...before, targets, targetsByIndicator: groupTargets({ targets }, before.sourceById) };
  const state = (dataset: Dataset, { indicator, region, year }: TargetChange['after']): TargetState | null => {
    const target = preferredTarget(dataset, indicator, region, year);
    return target === null ? null : judgeTarget(dataset, target, day).state;
  };
  const found = new Map<string, Consequence>();
  for (const { after: target } of written) {
    const { indicator, region, year } = target;
    const old_status = state(before, target);
    const new_status = state(after, target);
    if (old_status === new_status) continue;
    const key = `${9_999 - year}|${indicator}|${region}`;
    found.set(key, { indicator, year, region, old_rank: null, new_rank: null, old_status, new_status });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, consequence]) => consequence);
}
