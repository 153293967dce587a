import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/problem.ts';
import { countSheetRows, openWorkbook } from '../../server/import/xlsx/openWorkbook.ts';
import { readSheet } from '../../server/import/xlsx/readSheet.ts';
import { packedZip, parts, workbook, zip } from '../support/workbook.ts';

const rowsOf = async (bytes: Buffer, sheet = 'A') => readSheet(await openWorkbook(bytes), sheet);
const ofData = (data: string, styles = '') => rowsOf(zip(parts([{ name: 'A', data }], { styles })));
const code = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.then(
    () => new Error('it was read'),
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.code : String(error);
};

describe('a workbook as rows of text', () => {
  it('reads numbers, texts, booleans and dates as the sheet shows them, blanks as blanks', async () => {
    const date = { value: new Date(Date.UTC(2024, 11, 31)), type: Date, format: 'yyyy-mm-dd' };
    const bytes = await workbook({
      sheet: 'A',
      data: [
        [null, '标题'],
        [],
        [0.1 + 0.2, ' 北 京 ', true, date, 34_280.2],
        [{ value: '3.60', type: String }, '第一行\n第二行'],
      ],
    });
    expect(await rowsOf(bytes)).toEqual([
      ['', '标题', '', '', ''],
      ['', '', '', '', ''],
      ['0.3', ' 北 京 ', 'TRUE', '2024-12-31', '34280.2'],
      ['3.60', '第一行\n第二行', '', '', ''],
    ]);
  });

  it('reads per cent as shown, in built-in and own formats, and not where % is only printed', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0.0%;[Red]-0.0%"/><numFmt numFmtId="171" formatCode="0&quot;%&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"><alignment/></xf><xf numFmtId="171"/></cellXfs>';
    const cell = (column: string, style: string) => `<c r="${column}1" s="${style}"><v>6.5000000000000002E-2</v></c>`;
    const row = ['A', 'B', 'C', 'D'].map((column, style) => cell(column, String(style)));
    expect(await ofData(`<row r="1">${row.join('')}</row>`, styles)).toEqual([['0.065', '6.5%', '6.5%', '0.065']]);
  });

  it('reads formulas as the stored value, and never an error or a missing value as a blank', async () => {
    const data =
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A1</f><v>北京</v></c>' +
      '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f>SUM(A1:A9)</f></c><c r="F2" s="0"/></row>';
    expect(await ofData(data, '<cellXfs><xf numFmtId="0"/></cellXfs>')).toEqual([
      ['', '', '', ''],
      ['2', '北京', '#DIV/0!', '=SUM(A1:A9)'],
    ]);
  });

  it('lists the sheets with the hidden ones marked and reads the one that is asked for', async () => {
    const one = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const bytes = zip(
      parts([
        { name: '说明', data: one('x') },
        { name: 'A&amp;B', data: one('y'), state: 'hidden' },
        { name: 'C', data: one('z'), state: 'veryHidden' },
      ]),
    );
    const { sheets } = await openWorkbook(bytes);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['说明', false],
      ['A&B', true],
      ['C', true],
    ]);
    expect(await rowsOf(bytes, 'A&B')).toEqual([['y']]);
    expect(await countSheetRows(await openWorkbook(bytes))).toBe(1);
  });
});

describe('what is no readable workbook', () => {
  const whole = zip(parts([{ name: 'A', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]));

  it.each([
    ['cut off', whole.subarray(0, whole.length - 40)],
    ['only a head', Buffer.from('PK\u0003\u0004xl/workbook.xml', 'latin1')],
    ['an archive of other files', zip({ 'readme.txt': 'x' })],
    ['a binary workbook', zip({ 'xl/workbook.bin': 'x' })],
    ['without a list of parts', zip({ 'xl/workbook.xml': '<workbook/>' })],
    ['without a sheet', zip(parts([]))],
  ])('refuses a file that is %s', async (_, bytes) => {
    expect(await code(openWorkbook(bytes))).toBe('not_a_table');
  });

  it.each([
    ['cells that do not say where they are', '<row r="1"><c><v>1</v></c></row>'],
    ['a cell that does not end', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['a cell inside a cell', '<row r="1"><c r="A1"><c r="XFD1"><v>1</v></c></c></row>'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a cell beyond the last column', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="99999999"><c r="A1"><v>1</v></c></row>'],
    ['tags that never end', '<c '.repeat(300_000)],
    ['a text far longer than any cell', `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(700_000)}</v></c></row>`],
    ['more rows than can be read', '<row/>'.repeat(200_001)],
    [
      'two cells that span a huge area',
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="9999"><c r="A9999"><v>1</v></c></row>',
    ],
  ])('refuses a sheet with %s', async (_, data) => {
    expect(await code(ofData(data))).toBe('not_a_table');
  });

  it('reads a sheet whose far cells are only formatted', async () => {
    expect(await ofData('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"/>')).toEqual([
      ['1'],
    ]);
  });

  it('unpacks nothing of an archive that says it is too large', async () => {
    expect(await code(openWorkbook(packedZip('xl/workbook.xml', Buffer.alloc(300), 300 * 2 ** 20)))).toBe(
      'not_a_table',
    );
  });

  it('unpacks no more than an archive says it holds', async () => {
    expect(await code(openWorkbook(packedZip('xl/workbook.xml', Buffer.alloc(50 * 2 ** 20), 1_000)))).toBe(
      'not_a_table',
    );
  });
});
