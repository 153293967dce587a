import type { Dataset } from '../dataset.ts';
import {
  changed,
  computedProblem,
  duplicateProblems,
  duplicates,
  fractionProblems,
  implausibleProblem,
  partProblem,
  partsOf,
  yearNotes,
  zeroProblem,
} from './checks.ts';
import { changeOf, storedFor, type EntryChange } from './diff.ts';
import { placeOf } from './entry.ts';
import { tellsOfOtherDefinition } from './figureWords.ts';
import { severityOf, type FileProblem } from './fileProblem.ts';
import { readEntries, type Entries } from './readEntries.ts';
import type { ImportMapping, NameReaders, Reading } from './reading.ts';
import { SeriesAfter } from './series.ts';
import { runSteps } from './steps.ts';
import { checkTargetsSteps } from './targets/checkTargets.ts';
import type { TargetChange } from './targets/targetDiff.ts';

const CHANGES_A_STEP = 2_000;

/** A whole file judged against what is stored. Nothing of it is written anywhere. */
export type CheckedFile = {
  /** Every readable figure of the file, in its order, and what it would change. */
  changes: EntryChange[];
  /** The same of a file of targets, which has no `changes`. */
  targets: TargetChange[];
  /** In the order of the file; those about all of it last. */
  problems: FileProblem[];
  symbols: { row: number; column: string; region: string; indicator: string; year: number; symbol: string }[];
  left_out: Entries['left_out'];
};

/**
 * All rules of workflows 3.3, step 7, over one reading. `names` and `dataset` must belong together. `day`, YYYY-MM-DD, is
 * the current one: figures of later years are refused; without it none is.
 */
export function checkReading(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping = {},
  day: string | null = null,
): CheckedFile {
  return runSteps(checkReadingSteps(reading, dataset, names, mapping, day));
}

/** The same in slices; yields the number of cells done. */
export function* checkReadingSteps(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping,
  day: string | null = null,
): Generator<number, CheckedFile> {
  if (reading.layout === 'targets') return yield* checkTargetsSteps(reading, dataset, names, mapping);
  const read = yield* readEntries(reading, dataset, names, mapping, day === null ? null : Number(day.slice(0, 4)));
  const twice = duplicates(read.entries);
  yield read.entries.length;
  const entries = twice.size === 0 ? read.entries : read.entries.filter((entry) => !twice.has(entry));
  const changes = entries.map((entry) => changeOf(entry, storedFor(dataset, entry), mapping.blanks ?? 'missing'));
  const problems = [...reading.problems, ...read.problems, ...duplicateProblems(twice)];

  yield entries.length;
  const parts = partsOf(dataset);
  const series = new SeriesAfter(dataset, entries);
  for (let at = 0; at < changes.length; at++) {
    if (at % CHANGES_A_STEP === CHANGES_A_STEP - 1) yield at;
    const change = changes[at];
    if (change === undefined) continue;
    if (change.kind === 'becoming_missing' && mapping.blanks === undefined) {
      problems.push(blankOverValue(change));
    }
    if (!changed(change)) continue;
    const implausible =
      computedProblem(change, dataset) ?? implausibleProblem(change, series) ?? zeroProblem(change, series, dataset);
    if (implausible !== null) problems.push(implausible);
    const part = partProblem(change, parts, dataset, series);
    if (part !== null) problems.push(part);
    if (change.entry.break === true && change.stored?.break !== true) problems.push(newSeries(change));
  }
  for (const found of [fractionProblems, yearNotes]) {
    yield changes.length;
    problems.push(...found(changes, dataset, series));
  }
  yield changes.length;
  const somethingChanges = changes.some(changed);
  if (somethingChanges) problems.push(...footersOnDefinition(reading));
  const kept = somethingChanges ? problems : problems.filter((problem) => problem.code !== 'definition_changed');
  return { changes, targets: [], problems: inFileOrder(kept), symbols: symbolsOf(changes), left_out: read.left_out };
}

function blankOverValue(change: EntryChange): FileProblem {
  const { entry, stored } = change;
  const detail = { region: entry.region, stored: stored?.value ?? stored?.symbol ?? '' };
  return { code: 'blank_over_value', ...placeOf(entry), detail };
}

function newSeries(change: EntryChange): FileProblem {
  return { code: 'definition_changed', ...placeOf(change.entry), detail: { what: 'break' } };
}

function footersOnDefinition(reading: Reading): FileProblem[] {
  return reading.set_aside
    .filter(({ text }) => tellsOfOtherDefinition(text))
    .map(({ row, text }) => ({
      code: 'definition_changed',
      row,
      column: 'A',
      column_name: null,
      raw: text,
      detail: {},
    }));
}

function inFileOrder(problems: FileProblem[]): FileProblem[] {
  const place = (problem: FileProblem): number =>
    (problem.row ?? Number.MAX_SAFE_INTEGER) * 2 + (isNote(problem) ? 1 : 0);
  return problems.sort((a, b) => place(a) - place(b));
}

function isNote(problem: FileProblem): boolean {
  return severityOf(problem) === 'note';
}

function symbolsOf(changes: readonly EntryChange[]): CheckedFile['symbols'] {
  const symbols: CheckedFile['symbols'] = [];
  for (const { entry } of changes) {
    if (entry.symbol === null) continue;
    const { row, column, region, indicator, year, symbol } = entry;
    symbols.push({ row, column: column.letter, region, indicator, year, symbol });
  }
  return symbols;
}
