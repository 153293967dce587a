import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { checkReadingSteps, type CheckedFile } from '../../core/csv/check.ts';
import { columnIndex } from '../../core/csv/columnLetter.ts';
import { consequencesOf, type Consequence } from '../../core/csv/consequences.ts';
import type { Delimiter } from '../../core/csv/detectDelimiter.ts';
import type { Fix } from '../../core/csv/draftAnswer.ts';
import { indicatorReader } from '../../core/csv/indicator.ts';
import { writes } from '../../core/csv/observationsOf.ts';
import type { ImportMapping, NameReaders, Reading } from '../../core/csv/reading.ts';
import { regionReader } from '../../core/csv/region.ts';
import { readTableSteps } from '../../core/csv/table.ts';
import { targetConsequences } from '../../core/csv/targets/targetConsequences.ts';
import { writesTarget } from '../../core/csv/targets/targetDiff.ts';
import type { Dataset } from '../../core/dataset.ts';
import type { Encoding } from './decode.ts';
import { splitFile } from './splitFile.ts';
import type { Sheet } from './xlsx/openWorkbook.ts';

/** A file read and checked against one dataset: all that a draft shows and a commit writes. */
export type ReadFile = {
  /** Of text files; null: a workbook. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  /** Of workbooks: all sheets, and the one that was read. */
  sheets: Sheet[];
  sheet: string | null;
  first_rows: string[][];
  reading: Omit<Reading, 'cells'> & { cells: number };
  checked: CheckedFile;
  consequences: Consequence[];
  /** Of every figure that would be written: equal fingerprints write the same. */
  fingerprint: string;
};

export type ReadOptions = { encoding: Encoding | null; mapping: ImportMapping; fixes: readonly Fix[] };

const FIRST_ROWS = 8;
const FIRST_CELLS = 40;
/** How long the process may be busy with a file before others get their turn. */
const SLICE_MS = 15;

const readers = new WeakMap<Dataset, NameReaders>();

/** The readers of names over a dataset, built once for each. */
export function namesOf(dataset: Dataset): NameReaders {
  const known = readers.get(dataset) ?? {
    readRegion: regionReader(dataset),
    readIndicator: indicatorReader(dataset),
  };
  readers.set(dataset, known);
  return known;
}

/**
 * Bytes → text → rows → figures → problems and changes, giving way to other requests in between. `report` hears how far it
 * is, 0 to 1. Throws AppError `empty_file` and `not_a_table`.
 */
export async function readFile(
  bytes: Buffer,
  { encoding, mapping, fixes }: ReadOptions,
  { dataset, day }: { dataset: Dataset; day: string },
  report: (progress: number) => void = () => {},
): Promise<ReadFile> {
  const names = namesOf(dataset);
  const { rows, ...split } = await splitFile(bytes, { encoding, mapping }, names);
  const first_rows = rows.slice(0, FIRST_ROWS).map((row) => row.slice(0, FIRST_CELLS));
  applyFixes(rows, fixes);
  report(0.2);
  const reading = await inSlices(readTableSteps(rows, names, mapping), (done) => {
    report(0.2 + (0.2 * done) / rows.length);
  });
  const { cells, ...rest } = reading;
  const checked = await inSlices(checkReadingSteps(reading, dataset, names, mapping, day), (done) => {
    report(0.4 + (0.5 * done) / Math.max(cells.length, 1));
  });
  await setImmediate();
  return {
    ...split,
    first_rows,
    reading: { ...rest, cells: cells.length + rest.targets.length },
    checked,
    consequences: [
      ...consequencesOf(checked.changes, dataset, day),
      ...targetConsequences(checked.targets, dataset, day),
    ],
    fingerprint: fingerprintOf(checked),
  };
}

async function inSlices<Result>(steps: Generator<number, Result>, report: (done: number) => void): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    report(step.value);
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** Corrections over the rows as the spreadsheet numbers them; a cell beyond the row is added to it. */
export function applyFixes(rows: string[][], fixes: readonly Fix[]): void {
  for (const { row, column, raw } of fixes) {
    const cells = rows[row - 1];
    const at = columnIndex(column);
    if (cells === undefined || at === null) continue;
    while (cells.length < at) cells.push('');
    cells[at] = raw;
  }
}

function fingerprintOf(checked: CheckedFile): string {
  const hash = createHash('sha256');
  for (const change of checked.changes) {
    if (!writes(change)) continue;
    const { entry, stored } = change;
    const { region, indicator, year, value, symbol, bound, status, note, source } = entry;
    const parts = [region, indicator, year, value, symbol, bound, status, entry.break, note, source];
    hash.update(JSON.stringify([...parts, stored?.value ?? stored?.symbol ?? null]));
  }
  for (const { after, stored } of checked.targets.filter(writesTarget)) hash.update(JSON.stringify([after, stored]));
  return hash.digest('base64url');
}
