import type { ChangeKind } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { compareDecimals } from '../decimal.ts';
import type { Observation } from '../observation.ts';
import type { Entry } from './entry.ts';

/** What one figure of a file does to what is stored. */
export type EntryChange = { entry: Entry; stored: Observation | null; kind: Exclude<ChangeKind, 'withdrawn'> };

/** The figure stored for the same region, indicator and year; null where there is none or it was withdrawn. */
export function storedFor(dataset: Dataset, entry: Pick<Entry, 'region' | 'indicator' | 'year'>): Observation | null {
  const stored = dataset.released.get(entry.indicator)?.get(entry.region)?.get(entry.year);
  return stored === undefined || stored.symbol === 'withdrawn' ? null : stored;
}

/**
 * The kind of change. Numbers are compared by value (3.6 is 3.60); what the file does not say (bound, status, break,
 * note, source) changes nothing; an empty cell where nothing is stored stores nothing. Source: api, "Problems in a file".
 */
export function changeOf(entry: Entry, stored: Observation | null, blanks: 'keep' | 'missing'): EntryChange {
  if (entry.symbol === 'missing') {
    const nothingToDo = stored === null || stored.symbol === 'missing' || blanks === 'keep';
    return { entry, stored, kind: nothingToDo ? 'unchanged' : 'becoming_missing' };
  }
  if (stored === null) return { entry, stored, kind: 'new' };
  return { entry, stored, kind: sameFigure(entry, stored) ? 'unchanged' : 'revised' };
}

function sameFigure(entry: Entry, stored: Observation): boolean {
  return (
    sameValue(entry, stored) &&
    (entry.bound === null || entry.bound === stored.bound) &&
    (entry.status === null || entry.status === stored.status) &&
    (entry.break === null || entry.break === stored.break) &&
    (entry.note === null || entry.note === stored.note) &&
    (entry.source === null || entry.source === stored.source)
  );
}

function sameValue(entry: Entry, stored: Observation): boolean {
  if (entry.value === null || stored.value === null)
    return entry.value === stored.value && entry.symbol === stored.symbol;
  return entry.value === stored.value || compareDecimals(entry.value, stored.value) === 0;
}
