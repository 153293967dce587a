import { readSheet as readValues } from 'read-excel-file/node';
import { storedNumber } from '../../../core/csv/storedNumber.ts';
import { AppError } from '../../../core/problem.ts';
import { notATable } from './notATable.ts';
import type { Workbook } from './openWorkbook.ts';
import { percentStyles } from './percentStyles.ts';
import { surveySheet } from './surveySheet.ts';
import { writeZip } from './writeZip.ts';

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
  if (!parts.every((part) => isUsualXml(part.content))) throw notATable('broken');
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

/** A cell holds at most 32,767 characters, of at most 6 bytes each as XML. */
const LONGEST_STRETCH = 256 * 1024;
const TAG = '<'.charCodeAt(0);
/** A tag that begins before the last one has ended. */
const OPEN_TAG = /<[^<>]*</;

/**
 * Is a part of the kind that spreadsheets write? Over text far longer than any cell, or tags that never end, the reader takes
 * for ever.
 */
function isUsualXml(content: Buffer): boolean {
  for (let at = 0; at + LONGEST_STRETCH < content.length; at += LONGEST_STRETCH) {
    const next = content.indexOf(TAG, at);
    if (next < 0 || next > at + LONGEST_STRETCH) return false;
  }
  return !OPEN_TAG.test(content.toString('latin1'));
}

/**
 * The reader gets an archive of nothing but the parts of this sheet: it would unpack whatever an archive holds, and believe
 * what that says about its size.
 */
async function valuesOf(parts: readonly { name: string; content: Buffer }[], position: number): Promise<unknown[][]> {
  try {
    const options = { trim: false, parseNumber: storedNumber };
    return await readValues<string>(writeZip(parts), position, options);
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
