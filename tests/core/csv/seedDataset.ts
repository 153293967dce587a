import { readFileSync } from 'node:fs';
import { buildDataset } from '../../../core/buildDataset.ts';
import { checkReading, type CheckedFile } from '../../../core/csv/check.ts';
import { detectDelimiter } from '../../../core/csv/detectDelimiter.ts';
import { indicatorReader } from '../../../core/csv/indicator.ts';
import type { ImportMapping, NameReaders, Reading } from '../../../core/csv/reading.ts';
import { regionReader } from '../../../core/csv/region.ts';
import { readTable } from '../../../core/csv/table.ts';
import { decode } from '../../../server/import/decode.ts';
import { splitRows } from '../../../server/import/splitRows.ts';
import { loadSeedRows } from '../../../server/db/seedRows.ts';

const root = new URL('../../../', import.meta.url).pathname;

/** The real figures, as the product starts with them. */
export const dataset = buildDataset(loadSeedRows(`${root}seeds`), 'seeds');
export const names: NameReaders = { readRegion: regionReader(dataset), readIndicator: indicatorReader(dataset) };

export function fixture(name: string): Buffer {
  return readFileSync(`${root}tests/fixtures/csv/${name}`);
}

/** A file read and checked over the real figures, from its bytes. */
export function check(bytes: Uint8Array, mapping: ImportMapping = {}): { reading: Reading; checked: CheckedFile } {
  const { text } = decode(bytes);
  return checkRows(splitRows(text, detectDelimiter(text)), mapping);
}

export function checkRows(rows: string[][], mapping: ImportMapping = {}): { reading: Reading; checked: CheckedFile } {
  const reading = readTable(rows, names, mapping);
  return { reading, checked: checkReading(reading, dataset, names, mapping) };
}
