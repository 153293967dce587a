import { Readable } from 'node:stream';
import { readSheet as readValues } from 'read-excel-file/node';
import { storedNumber } from '../../../core/csv/storedNumber.ts';
import { AppError } from '../../../core/problem.ts';
import { notATable } from './notATable.ts';
import type { Workbook } from './openWorkbook.ts';
import { percentStyles } from './percentStyles.ts';
import { storedZip } from './storedZip.ts';
import { surveySheet } from './surveySheet.ts';

/**
 * One sheet as rows of text, as a CSV file of it would have them: numbers with the digits the workbook keeps, per cent as
 * shown, formulas as their stored values, dates as 2024-12-31, booleans as TRUE and FALSE, covered cells of a merged area
 * blank. All rows have the same length; row 1 of the sheet is the first. Throws AppError `not_a_table`.
 */
export async function readSheet(workbook: Workbook, name: string): Promise<string[][]> {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw notATable('no_sheet');
  const { workbook: book, relations, strings, styles } = workbook.shared;
  const content = await workbook.read(sheet.path);
  if (content === null) throw notATable('broken');
  const stylesXml = (await workbook.read(styles))?.toString('utf8') ?? '';
  const special = surveySheet(content.toString('utf8'), percentStyles(stylesXml));
  const parts = [{ name: sheet.path, content }];
  for (const part of [book, relations, strings, styles]) {
    const more = await workbook.read(part);
    if (more !== null) parts.push({ name: part, content: more });
  }
  const rows = (await valuesOf(parts, sheet.position)).map((row) => row.map(textOf));
  for (const { row, column, text } of special) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const row of rows) while (row.length < width) row.push('');
  return rows;
}

/**
 * The reader gets an archive of nothing but the parts of this sheet: it would unpack whatever an archive holds, and believe
 * what that says about its size.
 */
async function valuesOf(parts: readonly { name: string; content: Buffer }[], position: number): Promise<unknown[][]> {
  try {
    const options = { trim: false, parseNumber: storedNumber };
    const archive = Readable.from(storedZip(parts), { objectMode: false });
    return await readValues<string>(archive, position, options);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw notATable('broken');
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : '';
}

/** A date stays a date, so that it is never taken for the number that is stored for it. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#DATE!';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
