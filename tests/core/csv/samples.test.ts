import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../core/csv/detectDelimiter.ts';
import { severityOf } from '../../../core/csv/fileProblem.ts';
import { decode } from '../../../server/import/decode.ts';
import { splitRows } from '../../../server/import/splitRows.ts';
import expected from '../../fixtures/csv/05-problems.expected.json' with { type: 'json' };
import { check, fixture } from './seedDataset.ts';

const UNCHANGED = [
  { file: '01-bureau-export-wide-years.gbk.csv', layout: 'wide-years', rows: 31, cells: 279, header: 4 },
  { file: '02-long.utf8bom.csv', layout: 'long', rows: 62, cells: 62, header: 1 },
  { file: '03-yearbook-wide-indicators.gbk.csv', layout: 'wide-indicators', rows: 31, cells: 93, header: 3 },
  { file: '04-excel-unicode-text.utf16le.txt', layout: 'wide-indicator-years', rows: 31, cells: 62, header: 1 },
];

const blocking = (file: ReturnType<typeof check>) =>
  file.checked.problems.filter((problem) => severityOf(problem) !== 'note');

describe('files as offices save them, over the real figures', () => {
  it.each(UNCHANGED)('$file changes nothing and is not questioned', ({ file, layout, rows, cells, header }) => {
    const result = check(fixture(file));
    expect(blocking(result)).toEqual([]);
    expect(result.reading).toMatchObject({ layout, rows, header_row: header });
    expect(result.checked.changes).toHaveLength(cells);
    expect(new Set(result.checked.changes.map((change) => change.kind))).toEqual(new Set(['unchanged']));
  });

  it('keeps the title and the notes of a yearbook table', () => {
    const { reading } = check(fixture('03-yearbook-wide-indicators.gbk.csv'));
    expect(reading.set_aside.map((line) => line.row)).toEqual([1, 35, 36]);
  });

  it('reads no figure from a file of targets, and finds its targets as they are stored', () => {
    const { reading, checked } = check(fixture('06-targets.utf8bom.csv'));
    expect(reading).toMatchObject({ layout: 'targets', rows: 6, header_row: 1, problems: [] });
    expect(checked.changes).toEqual([]);
    expect(checked.targets.map(({ kind }) => kind)).toEqual(Array(6).fill('unchanged'));
  });
});

describe('what can go wrong, one thing a row', () => {
  const result = check(fixture('05-problems.utf8.csv'));
  const found = result.checked.problems.map(({ row, code }) => ({ row, code }));

  it('names every problem at its row, and no other', () => {
    const wanted = expected.problems.flatMap(({ row, rows, code }) => (rows ?? [row]).map((at) => ({ row: at, code })));
    const confirmations = expected.confirmations.map(({ row, code }) => ({ row, code }));
    const ofRows = found.filter(({ row }) => row !== null);
    const byRow = (a: { row?: number | null }, b: { row?: number | null }) => (a.row ?? 0) - (b.row ?? 0);
    expect(ofRows).toEqual([...wanted, ...confirmations].sort(byRow));
  });

  it('reads the valid values in the unit of the indicator', () => {
    const suspicious = new Set(expected.confirmations.map(({ row }) => row));
    const valid = result.checked.changes
      .map((change) => change.entry)
      .filter((entry) => entry.value !== null && !suspicious.has(entry.row))
      .map((entry) => [entry.region, Number(entry.value)]);
    expect(Object.fromEntries(valid)).toEqual(expected.valid);
  });

  it('reads the symbols', () => {
    const symbols = result.checked.symbols.map(({ row, region, symbol }) => ({ row, region, symbol }));
    expect(symbols).toEqual(expected.symbols);
  });

  it('lists the city as left out', () => {
    expect(result.checked.left_out).toEqual([{ row: 7, name: '深圳市', class: 'city' }]);
  });
});

const ENCODERS: { name: string; encode: (text: string) => Buffer }[] = [
  { name: 'UTF-8', encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with BOM', encode: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'GBK', encode: (text) => iconv.encode(text, 'gbk') },
  { name: 'GB18030', encode: (text) => iconv.encode(text, 'gb18030') },
  { name: 'UTF-16LE with BOM', encode: (text) => iconv.encode(text, 'utf-16le', { addBOM: true }) },
  { name: 'UTF-16BE with BOM', encode: (text) => iconv.encode(text, 'utf-16be', { addBOM: true }) },
  { name: 'UTF-16LE', encode: (text) => iconv.encode(text, 'utf-16le') },
  { name: 'UTF-16BE', encode: (text) => iconv.encode(text, 'utf-16be') },
];

const cellsOf = (bytes: Uint8Array) =>
  check(bytes)
    .checked.changes.map(({ entry, kind }) => [entry.region, entry.indicator, entry.year, Number(entry.value), kind])
    .map((cell) => JSON.stringify(cell))
    .sort((a, b) => (a < b ? -1 : 1));

describe.each([...UNCHANGED.map(({ file }) => file), '05-problems.utf8.csv'])('%s saved again', (file) => {
  const { text } = decode(fixture(file));
  const original = cellsOf(fixture(file));
  const rows = splitRows(text, detectDelimiter(text));

  it.each(ENCODERS)('as $name gives the same cells', ({ encode }) => {
    expect(cellsOf(encode(text))).toEqual(original);
  });

  it.each([',', ';', '\t', '，'])('separated by %j gives the same cells', (delimiter) => {
    expect(cellsOf(Buffer.from(Papa.unparse(rows, { delimiter })))).toEqual(original);
  });

  it('with a title line and an empty line more gives the same cells', () => {
    expect(cellsOf(Buffer.from(`省统计局上报表\n\n${text}`))).toEqual(original);
  });

  it('with its rows in another order gives the same cells', () => {
    const header = UNCHANGED.find((sample) => sample.file === file)?.header ?? 1;
    const isNote = (row: string[]) => /^(数据来源|注：| {4}2\. )/.test(row[0] ?? '');
    const body = rows.slice(header);
    const shuffled = [
      ...rows.slice(0, header),
      ...body.filter((row) => !isNote(row)).reverse(),
      ...body.filter(isNote),
    ];
    expect(cellsOf(Buffer.from(Papa.unparse(shuffled)))).toEqual(original);
  });
});

describe('in another unit', () => {
  it('万元 for 亿元, in the unit column, gives the same figures', () => {
    const { text } = decode(fixture('02-long.utf8bom.csv'));
    const saved = text.replace(/,([\d.]+),亿元/g, (_, digits: string) => `,${shifted(digits, 4)},万元`);
    expect(cellsOf(Buffer.from(saved))).toEqual(cellsOf(fixture('02-long.utf8bom.csv')));
  });

  it('万元 for 亿元, in the header, gives the same figures', () => {
    const { text } = decode(fixture('03-yearbook-wide-indicators.gbk.csv'));
    const rows = splitRows(text, ',').map((row) =>
      row.map((cell, at) => {
        const plain = cell.normalize('NFKC').replaceAll(',', '');
        return at === 3 && /^[\d.]+$/.test(plain) ? shifted(plain, 4) : cell.replace('（亿元）', '（万元）');
      }),
    );
    const inWan = Papa.unparse(rows);
    expect(inWan).toContain('469802000');
    expect(cellsOf(Buffer.from(inWan))).toEqual(cellsOf(fixture('03-yearbook-wide-indicators.gbk.csv')));
  });
});

function shifted(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const padded = fraction.padEnd(places, '0');
  return `${whole}${padded.slice(0, places)}.${padded.slice(places)}`.replace(/\.$/, '');
}
