import type { Dataset } from '../dataset.ts';
import { NATION } from '../region.ts';
import { computedFor, type EntryChange } from './diff.ts';
import { placeOf, type Entry } from './entry.ts';
import type { FileProblem } from './fileProblem.ts';
import { implausibleChange } from './implausibleChange.ts';
import type { SeriesAfter } from './series.ts';
import { parseUnit } from './unit.ts';

/** The checks that compare figures with each other. Figures that change nothing are never questioned. */
export function changed(change: EntryChange): boolean {
  return change.kind === 'new' || change.kind === 'revised';
}

/** Entries that share region, indicator and year with another one, also under two spellings of the region. */
export function duplicates(entries: readonly Entry[]): Set<Entry> {
  const first = new Map<string, Entry>();
  const found = new Set<Entry>();
  for (const entry of entries) {
    const key = `${entry.indicator}|${entry.region}|${entry.year}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, entry);
    else found.add(other).add(entry);
  }
  return found;
}

export function duplicateProblems(found: ReadonlySet<Entry>): FileProblem[] {
  const rowsOf = new Map<string, Set<number>>();
  const keyOf = (entry: Entry): string => `${entry.indicator}|${entry.region}|${entry.year}`;
  for (const entry of found) rowsOf.set(keyOf(entry), (rowsOf.get(keyOf(entry)) ?? new Set<number>()).add(entry.row));
  return [...found].map((entry) => ({
    code: 'duplicate_key',
    ...placeOf(entry),
    detail: {
      region: entry.region,
      indicator: entry.indicator,
      year: String(entry.year),
      rows: [...(rowsOf.get(keyOf(entry)) ?? [])].slice(0, 10).join('、'),
    },
  }));
}

/** A jump or a slipped unit. Source: workflows 3.3, step 7. */
export function implausibleProblem(change: EntryChange, series: SeriesAfter): FileProblem | null {
  const { entry, stored } = change;
  if (entry.value === null) return null;
  const replaced = stored?.value == null ? null : Number(stored.value);
  const found = implausibleChange(series.of(entry.indicator, entry.region), entry.year, replaced);
  if (found === null) return null;
  const factor = found.factor >= 1 ? found.factor : 1 / found.factor;
  const detail = {
    region: entry.region,
    indicator: entry.indicator,
    reason: found.reason,
    against: found.against,
    direction: found.factor >= 1 ? 'up' : 'down',
    factor: factor.toPrecision(3),
    value: entry.value,
  };
  return { code: 'implausible_change', ...placeOf(entry), detail };
}

/** 0 where the year before, or the figure it replaces, is positive: often an empty cell that a program filled in. */
export function zeroProblem({ entry, stored }: EntryChange, series: SeriesAfter, dataset: Dataset): FileProblem | null {
  if (entry.value === null || Number(entry.value) !== 0) return null;
  // Growth of exactly 0 is as usual as any other.
  if (dataset.indicatorById.get(entry.indicator)?.kind === 'growth') return null;
  const points = series.of(entry.indicator, entry.region);
  const before = points.get(entry.year)?.break === true ? undefined : points.get(entry.year - 1)?.value;
  const replaced = stored?.value == null ? undefined : Number(stored.value);
  const against = before !== undefined && before > 0 ? 'last_year' : 'stored';
  const other = against === 'last_year' ? before : replaced;
  if (other === undefined || other <= 0) return null;
  const detail = { region: entry.region, indicator: entry.indicator, reason: 'zero', against, other: String(other) };
  return { code: 'implausible_change', ...placeOf(entry), detail };
}

/** A figure of a derived indicator that differs from its formula by more than one unit of the last digit. */
export function computedProblem({ entry }: EntryChange, dataset: Dataset): FileProblem | null {
  if (entry.value === null) return null;
  const computed = computedFor(dataset, entry);
  if (computed === null) return null;
  const digits = Math.min(decimalsOf(entry.value), decimalsOf(computed));
  if (Math.abs(Number(entry.value) - Number(computed)) <= 10 ** -digits * (1 + 1e-9)) return null;
  const detail = { region: entry.region, indicator: entry.indicator, reason: 'computed', value: entry.value, computed };
  return { code: 'implausible_change', ...placeOf(entry), detail };
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** Figures of an indicator in % that are all at most 1 in one column: 0.10, or 10 %? Never multiplied silently. */
export function fractionProblems(changes: readonly EntryChange[], dataset: Dataset): FileProblem[] {
  const groups = new Map<string, { entry: Entry; suspicious: boolean; touched: boolean }>();
  for (const change of changes) {
    const { entry } = change;
    if (entry.value === null || dataset.indicatorById.get(entry.indicator)?.unit !== '%') continue;
    const key = `${entry.column.letter}|${entry.indicator}`;
    const group = groups.get(key) ?? { entry, suspicious: true, touched: false };
    if (entry.percent || Math.abs(Number(entry.value)) > 1) group.suspicious = false;
    if (changed(change) && Number(entry.value) !== 0) group.touched = true;
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter((group) => group.suspicious && group.touched)
    .map(({ entry }) => ({
      code: 'fraction_for_percent',
      row: null,
      column: entry.column.letter,
      column_name: entry.column.name,
      raw: entry.raw,
      detail: { indicator: entry.indicator },
    }));
}

/** Indicator → the pairs of part and whole it belongs to, on either side. */
export type Parts = ReadonlyMap<string, readonly { part: string; whole: string }[]>;

export function partsOf(dataset: Dataset): Parts {
  const parts = new Map<string, { part: string; whole: string }[]>();
  for (const { indicator: part, part_of: whole } of dataset.indicators) {
    if (whole === null) continue;
    for (const side of [part, whole]) parts.set(side, [...(parts.get(side) ?? []), { part, whole }]);
  }
  return parts;
}

/** A part that is larger than its whole, whichever of the two the file changes. */
export function partProblem(
  { entry }: EntryChange,
  parts: Parts,
  dataset: Dataset,
  series: SeriesAfter,
): FileProblem | null {
  if (entry.value === null) return null;
  for (const { part, whole } of parts.get(entry.indicator) ?? []) {
    const partValue = inBaseUnit(part, entry, dataset, series);
    const wholeValue = inBaseUnit(whole, entry, dataset, series);
    if (partValue === null || wholeValue === null || partValue <= wholeValue * (1 + 1e-9)) continue;
    return { code: 'part_exceeds_whole', ...placeOf(entry), detail: { region: entry.region, part, whole } };
  }
  return null;
}

function inBaseUnit(indicator: string, entry: Entry, dataset: Dataset, series: SeriesAfter): number | null {
  const point = series.of(indicator, entry.region).get(entry.year);
  const unit = parseUnit(dataset.indicatorById.get(indicator)?.unit ?? '');
  return point === undefined ? null : point.value * 10 ** (unit?.shift ?? 0);
}

/** Every indicator and year for which the file brings something new, with the regions it names. */
function touchedYears(changes: readonly EntryChange[]): { indicator: string; year: number; inFile: Set<string> }[] {
  const groups = new Map<string, { indicator: string; year: number; inFile: Set<string>; touched: boolean }>();
  for (const change of changes) {
    const { indicator, year, region } = change.entry;
    const key = `${indicator}|${year}`;
    const group = groups.get(key) ?? { indicator, year, inFile: new Set<string>(), touched: false };
    group.inFile.add(region);
    group.touched ||= changed(change);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.touched);
}

const SUM_TOLERANCE = 0.02;

/** Notes on whole years: provinces that had a figure last year and have none now, and sums unlike the nation's figure. */
export function yearNotes(changes: readonly EntryChange[], dataset: Dataset, series: SeriesAfter): FileProblem[] {
  const notes: FileProblem[] = [];
  const note = (code: FileProblem['code'], detail: Record<string, string>): void => {
    notes.push({ code, row: null, column: null, column_name: null, raw: null, detail });
  };
  for (const { indicator, year, inFile } of touchedYears(changes)) {
    const lost = dataset.provinces.filter(({ region }) => {
      const points = series.of(indicator, region);
      return !inFile.has(region) && points.has(year - 1) && !points.has(year);
    });
    if (lost.length > 0 && lost.length < dataset.provinces.length) {
      const names = lost.map((region) => region.short_zh).join('、');
      note('missing_since_last_year', { indicator, year: String(year), names, n: String(lost.length) });
    }
    if (dataset.indicatorById.get(indicator)?.additive !== true) continue;
    const nation = series.of(indicator, NATION).get(year)?.value;
    const values = dataset.provinces.map(({ region }) => series.of(indicator, region).get(year)?.value);
    if (nation === undefined || nation === 0 || values.some((value) => value === undefined)) continue;
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const difference = sum / nation - 1;
    if (Math.abs(difference) <= SUM_TOLERANCE) continue;
    const percent = (Math.abs(difference) * 100).toFixed(1);
    note('sum_differs_from_nation', { indicator, year: String(year), percent, more: String(difference > 0) });
  }
  return notes;
}
