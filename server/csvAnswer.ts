import type { Context } from 'hono';
import { attachment } from './attachment.ts';
import { toCsv, type CsvCell } from '../core/csvText.ts';

type Column<T> = [name: string, cell: (row: T) => CsvCell];

/** A list as CSV with the named columns. `fileName` may be Chinese. */
export function csvAnswer<T>(
  c: Context,
  {
    rows,
    columns,
    bom,
    fileName,
  }: { rows: readonly T[]; columns: readonly Column<T>[]; bom: boolean; fileName: string },
): Response {
  const text = toCsv(
    columns.map(([name]) => name),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
    { bom },
  );
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(fileName),
  });
}

/** Columns that are simply fields of the row. */
export const fields = <T extends Record<string, unknown>>(...names: (keyof T & string)[]): Column<T>[] =>
  names.map((name) => [name, (row) => plainCell(row[name])]);

function plainCell(value: unknown): CsvCell {
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value as CsvCell;
}
