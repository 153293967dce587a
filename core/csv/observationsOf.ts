import type { Observation } from '../observation.ts';
import { compareDecimals } from '../decimal.ts';
import type { EntryChange } from './diff.ts';

/** Does this change write something? */
export function writes(change: EntryChange): boolean {
  return change.kind !== 'unchanged';
}

function keepsNumber({ entry, stored }: EntryChange): boolean {
  if (stored === null || entry.value === null || stored.value === null) return false;
  return compareDecimals(entry.value, stored.value) === 0;
}

/**
 * The revision that a change writes. What the file does not say stays as it was stored: bound, status, break; source,
 * locator and note only when the number stays too, because they speak of that number.
 */
export function observationOf(change: EntryChange, release: number, validFrom: string): Observation {
  const { entry, stored } = change;
  const same = keepsNumber(change) ? stored : null;
  return {
    region: entry.region,
    indicator: entry.indicator,
    year: entry.year,
    value: entry.value,
    symbol: entry.symbol,
    bound: entry.bound ?? stored?.bound ?? 'eq',
    status: entry.status ?? stored?.status ?? 'reported',
    break: entry.break ?? stored?.break ?? false,
    source: entry.source ?? same?.source ?? null,
    locator: same?.locator ?? null,
    note: entry.note ?? same?.note ?? null,
    release,
    valid_from: validFrom,
  };
}
