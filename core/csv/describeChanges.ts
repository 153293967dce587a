import type { ChangeKind, ReleaseCounts } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import type { Lang } from '../region.ts';
import { cellChange } from '../views/cellChange.ts';
import { targetChange } from '../views/targetChange.ts';
import type { CheckedFile } from './check.ts';
import { aspectsChanged, computedFor, type EntryChange } from './diff.ts';
import type { DraftChange } from './draftAnswer.ts';
import type { TargetChange } from './targets/targetDiff.ts';

/** What one cell of a file does: to a figure, or to a target. */
export type FileChange = EntryChange | TargetChange;

const isTarget = (change: FileChange): change is TargetChange => 'after' in change;

/** All that a file changes: it holds either figures or targets. */
export function fileChanges({ changes, targets }: Pick<CheckedFile, 'changes' | 'targets'>): readonly FileChange[] {
  return targets.length === 0 ? changes : targets;
}

/**
 * One figure or target of a file before and after, for people. Where nothing is stored and the indicator is computed,
 * before is the computed figure, which the released one will hide.
 */
export function describeChange(change: FileChange, dataset: Dataset, lang: Lang): DraftChange {
  if (isTarget(change)) {
    const { stored, after, kind } = change;
    return targetChange(dataset, after, { before: stored, after, kind }, lang);
  }
  const { entry, stored, kind } = change;
  const key = { region: entry.region, indicator: entry.indicator, year: entry.year };
  // An empty cell that changes nothing leaves what is stored.
  const after = entry.symbol === 'missing' && kind === 'unchanged' ? stored : entry;
  const computed = stored === null && entry.value !== null ? computedFor(dataset, entry) : null;
  const before = computed === null ? stored : { value: computed, symbol: null };
  const also = stored === null || kind !== 'revised' ? [] : aspectsChanged(entry, stored);
  return {
    ...cellChange(dataset, key, before, after, lang),
    kind,
    ...(also.length > 0 ? { also } : {}),
    ...(computed === null ? {} : { old_computed: true }),
  };
}

/** Those that write something first, then the unchanged, each in the order of the file. */
export function inOrderOfInterest(changes: readonly FileChange[]): FileChange[] {
  const writes = ({ kind }: FileChange): boolean => kind !== 'unchanged';
  return [...changes.filter(writes), ...changes.filter((change) => !writes(change))];
}

export function countChanges(changes: readonly FileChange[]): ReleaseCounts {
  const of = (kind: ChangeKind): number => changes.reduce((n, change) => (change.kind === kind ? n + 1 : n), 0);
  return {
    new: of('new'),
    revised: of('revised'),
    unchanged: of('unchanged'),
    missing: of('becoming_missing'),
    targets: changes.filter((change) => isTarget(change) && change.kind !== 'unchanged').length,
  };
}
