import type { CellChange, ChangeKind } from '../answers.ts';
import { compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from '../decimal.ts';
import type { Dataset } from '../dataset.ts';
import { indicatorName } from '../indicator.ts';
import type { Lang } from '../region.ts';
import { nameOf } from './rankingRow.ts';

/** What is stored under one key: a number, a symbol, or nothing. */
export type StoredCell = { value: string | null; symbol: string | null } | null;

const isNothing = (cell: StoredCell) => cell === null || cell.symbol === 'withdrawn';

function kindOf(before: StoredCell, after: StoredCell): ChangeKind {
  if (isNothing(after)) return isNothing(before) ? 'unchanged' : 'withdrawn';
  if (isNothing(before)) return 'new';
  if (after?.value != null && before?.value != null) {
    return compareDecimals(after.value, before.value) === 0 ? 'unchanged' : 'revised';
  }
  if (before?.symbol === after?.symbol && before?.value === after?.value) return 'unchanged';
  return after?.symbol === 'missing' ? 'becoming_missing' : 'revised';
}

const textOf = (cell: StoredCell) => (isNothing(cell) ? null : (cell?.value ?? cell?.symbol ?? null));

/**
 * One cell before and after. `delta` is in the indicator's unit, `delta_pct` in % of the old value's magnitude; both
 * null unless both are numbers, `delta_pct` also over an old value of 0.
 */
export function cellChange(
  dataset: Dataset,
  key: { region: string; indicator: string; year: number },
  before: StoredCell,
  after: StoredCell,
  lang: Lang,
): CellChange {
  const indicator = dataset.indicatorById.get(key.indicator);
  const numbers = before?.value != null && after?.value != null;
  const delta = numbers ? subtractDecimals(after.value ?? '0', before.value ?? '0') : null;
  const share = delta === null || before?.value == null ? null : divideDecimals(delta, before.value.replace('-', ''));
  return {
    ...key,
    region_name: nameOf(dataset, key.region, lang),
    indicator_name: indicator === undefined ? key.indicator : indicatorName(indicator, lang),
    old: textOf(before),
    new: textOf(after),
    delta: delta === null ? null : Number(delta),
    delta_pct: share === null ? null : Number(multiplyDecimals(share, '100')),
    kind: kindOf(before, after),
  };
}
