import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../core/csv/detectDelimiter.ts';
import type { DraftAnswer } from '../../core/csv/draftAnswer.ts';
import { decode } from '../../server/import/decode.ts';
import { splitRows } from '../../server/import/splitRows.ts';
import { openWorkbook } from '../../server/import/xlsx/openWorkbook.ts';
import { readSheet } from '../../server/import/xlsx/readSheet.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { ROOT } from '../support/root.ts';
import { send, upload } from '../support/upload.ts';
import { packedZip, parts, typed, workbook, zip } from '../support/workbook.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp('seeded');
});
afterAll(() => t.close());

const sample = (name: string) => readFileSync(`${ROOT}tests/fixtures/csv/${name}`);
const rowsOf = (name: string): string[][] => {
  const { text } = decode(sample(name));
  return splitRows(text, detectDelimiter(text));
};
const asText = (text: string) => (text === '' ? null : { value: text, type: String });

/** The same without the digits that a number in a workbook cannot carry: 3.60 is kept as 3.6. */
const byValue = (changes: DraftAnswer['changes']) =>
  changes.map((change) => ({
    ...change,
    new: change.new !== null && /^-?\d/.test(change.new) ? Number(change.new) : change.new,
  }));

const ENCODINGS: { name: string; encode: (text: string) => Buffer }[] = [
  { name: 'UTF-8', encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with BOM', encode: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'GBK', encode: (text) => iconv.encode(text, 'gbk') },
  { name: 'GB18030', encode: (text) => iconv.encode(text, 'gb18030') },
  { name: 'UTF-16LE', encode: (text) => iconv.encode(text, 'utf-16le', { addBOM: true }) },
];

describe('the same table in every encoding and as a workbook (C1)', () => {
  it.each([
    '01-bureau-export-wide-years.gbk.csv',
    '02-long.utf8bom.csv',
    '03-yearbook-wide-indicators.gbk.csv',
    '04-excel-unicode-text.utf16le.txt',
    '05-problems.utf8.csv',
  ])('%s gives the same changes and problems', async (name) => {
    const rows = rowsOf(name);
    // A sheet has no short rows: the last row of sample 05 has no counterpart in a workbook.
    if (name.startsWith('05')) rows.pop();
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    const { body: first } = await upload(t, text);
    expect(first.changes.length).toBeGreaterThan(10);
    for (const { encode } of ENCODINGS) {
      const { body } = await upload(t, encode(text));
      expect([body.changes, body.problems, body.columns]).toEqual([first.changes, first.problems, first.columns]);
    }
    const texts = await upload(t, await workbook({ sheet: '表', data: rows.map((row) => row.map(asText)) }));
    expect(texts.status).toBe(201);
    expect(texts.body.file).toMatchObject({ encoding: null, delimiter: null, sheet: '表', layout: first.file.layout });
    expect([texts.body.changes, texts.body.problems]).toEqual([first.changes, first.problems]);
    const numbers = await upload(t, await workbook({ sheet: '表', data: rows.map((row) => row.map(typed)) }));
    expect(byValue(numbers.body.changes)).toEqual(byValue(first.changes));
    expect(numbers.body.problems).toEqual(first.problems);
    expect(numbers.body.consequences).toEqual(first.consequences);
  });

  it('is told by its bytes, whatever its name is', async () => {
    const bytes = await workbook({ sheet: '表', data: rowsOf('02-long.utf8bom.csv').map((row) => row.map(typed)) });
    const { body } = await upload(t, bytes, { name: '数据.csv' });
    expect(body.summary).toMatchObject({ cells: 62, unchanged: 62, errors: 0 });
  });
});

describe('sheets', () => {
  const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const table = (year: number, value: string) =>
    `<row r="1">${cell('A1', '地区')}${cell('B1', `${year}年软件业务收入（亿元）`)}</row>` +
    `<row r="2">${cell('A2', '江苏')}<c r="B2"><v>${value}</v></c></row>`;
  const book = zip(
    parts([
      { name: '旧表', data: table(2025, '1'), state: 'hidden' },
      { name: '说明', data: `<row r="1">${cell('A1', '填报说明')}</row>` },
      { name: '一', data: table(2025, '16000.5') },
      { name: '二', data: table(2024, '2') },
    ]),
  );

  it('reads the first visible sheet with a table and lists all', async () => {
    const { body } = await upload(t, book);
    expect(body.file).toMatchObject({
      sheet: '一',
      sheets: [
        { name: '旧表', hidden: true },
        { name: '说明', hidden: false },
        { name: '一', hidden: false },
        { name: '二', hidden: false },
      ],
    });
    expect(body.changes).toMatchObject([{ region: '320000', year: 2025, new: '16000.5' }]);
  });

  it('reads the sheet that the upload names, and another one on request, without what was said of the first', async () => {
    const { body } = await upload(t, book, { fields: { sheet: '一' } });
    const path = `imports/${body.import}`;
    const fixes = [{ row: 2, column: 'B', raw: '99' }];
    const fixed = await send<DraftAnswer>(t, 'PATCH', path, { fixes, mapping: { sheet: '一' } });
    expect(fixed.body.changes).toMatchObject([{ year: 2025, new: '99' }]);
    const other = await send<DraftAnswer>(t, 'PATCH', path, { mapping: { sheet: '二' } });
    expect(other.body).toMatchObject({ file: { sheet: '二' }, fixes: [], changes: [{ year: 2024, new: '2' }] });
    const hidden = await send<DraftAnswer>(t, 'PATCH', path, { mapping: { sheet: '旧表' } });
    expect(hidden.body.changes).toMatchObject([{ year: 2025, new: '1' }]);
  });

  it('refuses a sheet that is not there, naming those that are', async () => {
    const { status, body } = await upload(t, book, { fields: { sheet: '三' } });
    expect([status, body.code, body['parameter']]).toEqual([400, 'bad_parameter', 'sheet']);
    expect(body.detail).toContain('一');
    const draft = await upload(t, book);
    const patched = await send<DraftAnswer>(t, 'PATCH', `imports/${draft.body.import}`, { mapping: { sheet: '三' } });
    expect([patched.status, patched.body.code]).toEqual([400, 'bad_parameter']);
    expect((await upload(t, 'a,b\n', { fields: { sheet: '一' } })).status).toBe(400);
  });

  it('asks about fractions that are not shown as per cent, and reads those that are', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>';
    const rate = (style: number) =>
      zip(
        parts(
          [
            {
              name: '表',
              data:
                `<row r="1">${cell('A1', '地区')}${cell('B1', '2025年数字经济增速')}</row>` +
                `<row r="2">${cell('A2', '江苏')}<c r="B2" s="${style}"><v>3.5000000000000003E-2</v></c></row>`,
            },
          ],
          { styles },
        ),
      );
    const plain = (await upload(t, rate(0))).body;
    expect(plain.problems.map(({ code }) => code)).toContain('fraction_for_percent');
    const shown = (await upload(t, rate(1))).body;
    expect(shown.problems.map(({ code }) => code)).not.toContain('fraction_for_percent');
    expect(shown.changes).toMatchObject([{ new: '3.5' }]);
  });

  it('commits a workbook and knows the file again', async () => {
    const { body } = await upload(t, book);
    const draft = body.problems.some(({ severity }) => severity === 'confirm')
      ? (await send<DraftAnswer>(t, 'PATCH', `imports/${body.import}`, { confirm: body.problems })).body
      : body;
    const label = { label: '2025 年报' };
    const committed = await send<{ release: number }>(t, 'POST', `imports/${draft.import}/commit`, label);
    expect(committed.status).toBe(201);
    const again = (await upload(t, book)).body;
    expect(again.file.known_release).toBe(committed.body.release);
    expect(again.summary).toMatchObject({ new: 0, revised: 0, unchanged: 1 });
  });
});

describe('workbooks that cannot be read', () => {
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  it.each([
    ['an old .xls', 'not_a_table', 'XLS', compound],
    ['one under a password', 'not_a_table', '密码', locked],
    ['a plain archive', 'not_a_table', '压缩包', zip({ 'a.csv': 'x' })],
    ['a bomb', 'not_a_table', '太大', packedZip('xl/workbook.xml', Buffer.alloc(1_000), 900 * 2 ** 20)],
    ['a bomb that lies', 'not_a_table', '损坏', packedZip('xl/workbook.xml', Buffer.alloc(9 * 2 ** 20), 99)],
    ['an empty one', 'empty_file', '没有内容', zip(parts([{ name: '表', data: '' }]))],
  ])('%s: 422 %s', async (_, code, words, bytes) => {
    const { status, body } = await upload(t, bytes);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toContain(words);
  });

  it('are never a failure of the server, however they are damaged', async () => {
    const whole = await workbook({ sheet: '表', data: rowsOf('05-problems.utf8.csv').map((row) => row.map(typed)) });
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n++) {
      const bytes = Buffer.from(whole);
      for (let hit = 0; hit < 3; hit++) bytes[(n * 7919 + hit * 104_729) % bytes.length] = (n * 31 + hit) % 256;
      statuses.add((await upload(t, n % 5 === 0 ? bytes.subarray(0, 50 + n * 40) : bytes)).status);
    }
    expect([...statuses].filter((status) => status !== 201 && status !== 422)).toEqual([]);
    expect(statuses).toContain(422);
  });
});

describe('the problems of a draft as files', () => {
  const bytesOf = async (path: string) => {
    const response = await t.send('GET', `/api/v1/${path}`);
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const sheetsOf = async (bytes: Buffer) => {
    const book = await openWorkbook(bytes);
    return Promise.all(book.sheets.map(async ({ name }) => ({ name, rows: await readSheet(book, name) })));
  };

  it('puts the table where it was, the sentences beside it, and lists every problem', async () => {
    const { body } = await upload(t, sample('05-problems.utf8.csv'));
    const { status, headers, bytes } = await bytesOf(`imports/${body.import}/problems.xlsx`);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(headers.get('content-type')).toContain('spreadsheetml');
    const [table, list] = await sheetsOf(bytes);
    expect([table?.name, list?.name]).toEqual(['数据', '问题']);
    expect(table?.rows[0]).toEqual(['年份', '地区', '指标', '数值', '单位', '', '问题与建议']);
    const ragged = body.problems.find(({ code }) => code === 'not_a_number');
    const row = table?.rows[(ragged?.row ?? 0) - 1];
    expect(row?.slice(0, 4)).toEqual(['2025', '北京', '软件业务收入', '9,99']);
    expect(row?.[6]).toContain(ragged?.message ?? '?');
    expect(list?.rows).toHaveLength(body.problems.length + 1);
    expect(list?.rows[1]?.slice(0, 2)).toEqual([String(body.problems[0]?.row ?? ''), body.problems[0]?.column]);
  });

  it('colours the cells by severity', async () => {
    const { body } = await upload(
      t,
      '年份,地区,指标,数值,单位\n2025,江苏,软件业务收入,abc,亿元\n2025,深圳市,软件业务收入,1,亿元\n',
    );
    const { bytes } = await bytesOf(`imports/${body.import}/problems.xlsx`);
    const book = await openWorkbook(bytes);
    const sheet = (await book.read('xl/worksheets/sheet1.xml'))?.toString() ?? '';
    const styles = (await book.read('xl/styles.xml'))?.toString().toLowerCase() ?? '';
    const styleOf = (address: string) => new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(sheet)?.[1];
    expect(styleOf('D2')).toMatch(/^[1-9]\d*$/);
    expect(styleOf('B3')).toMatch(/^[1-9]\d*$/);
    expect(styleOf('B3')).not.toBe(styleOf('D2'));
    expect(styleOf('C2')).toBeUndefined();
    expect(styles).toContain('f6c1b8');
    expect(styles).toContain('dde7f3');
  });

  it('has the corrections made so far and is read again when the rest is corrected', async () => {
    const file = '年份,地区,指标,数值,单位\n2026,江苏,软件业务收入,abc,亿元\n2026,浙江,软件业务收入,"16,000.50",亿元\n';
    const { body } = await upload(t, file);
    await send(t, 'PATCH', `imports/${body.import}`, { fixes: [{ row: 2, column: 'D', raw: '18000' }] });
    const { bytes } = await bytesOf(`imports/${body.import}/problems.xlsx`);
    const again = (await upload(t, bytes)).body;
    expect(again.file.sheet).toBe('数据');
    expect(again.summary.errors).toBe(0);
    expect(again.changes.map((change) => [change.region, Number(change.new)])).toEqual([
      ['320000', 18_000],
      ['330000', 16_000.5],
    ]);
  });

  it.each([
    ['wide', '01-bureau-export-wide-years.gbk.csv', 279],
    ['with notes', '03-yearbook-wide-indicators.gbk.csv', 93],
  ])('reads a table as before when it was %s', async (_, name, unchanged) => {
    const { body } = await upload(t, sample(name));
    const { bytes } = await bytesOf(`imports/${body.import}/problems.xlsx?lang=en`);
    const again = (await upload(t, bytes)).body;
    expect(again.summary).toMatchObject({ unchanged, new: 0, revised: 0, missing: 0, errors: 0, confirmations: 0 });
  });

  it('are there as CSV, inert in a spreadsheet', async () => {
    const { body } = await upload(t, '年份,地区,指标,数值,单位\n2025,江苏,软件业务收入,=1+1,亿元\n');
    const { status, headers, bytes } = await bytesOf(`imports/${body.import}/problems.csv?lang=en&bom=0`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [header, first] = bytes.toString().split('\r\n');
    expect(header).toBe('row,column,column_name,severity,code,raw,message,suggestion,confirmed');
    expect(first).toMatch(/^2,D,数值,error,not_a_number,'=1\+1,/);
  });

  it('need the token and a draft', async () => {
    expect((await t.app.request('/api/v1/imports/x/problems.xlsx')).status).toBe(401);
    expect((await bytesOf('imports/x/problems.xlsx')).status).toBe(404);
    expect((await bytesOf('imports/x/problems.csv?year=1')).status).toBe(400);
  });
});
