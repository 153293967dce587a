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

/** What a file can say of a figure beside its number. */
export type Aspect = 'bound' | 'status' | 'break' | 'note' | 'source';

/** The aspects that the file states and that differ from what is stored. */
export function aspectsChanged(entry: Entry, stored: Observation): Aspect[] {
  const aspects: Aspect[] = ['bound', 'status', 'break', 'note', 'source'];
  return aspects.filter((aspect) => entry[aspect] !== null && entry[aspect] !== stored[aspect]);
}

function sameFigure(entry: Entry, stored: Observation): boolean {
  return sameValue(entry, stored) && aspectsChanged(entry, stored).length === 0;
}

function sameValue(entry: Entry, stored: Observation): boolean {
  if (entry.value === null || stored.value === null)
    return entry.value === stored.value && entry.symbol === stored.symbol;
  return entry.value === stored.value || compareDecimals(entry.value, stored.value) === 0;
}

/** What the formula of a derived indicator gives for this figure, as shown; null where it gives nothing. */
export function computedFor(dataset: Dataset, { indicator, region, year }: Entry): string | null {
  const figure = dataset.figures.get(indicator)?.get(region)?.get(year);
  if (figure === undefined) return null;
  return figure.computed ? figure.value : figure.computed_value;
}
