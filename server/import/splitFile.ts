import { detectDelimiter, type Delimiter } from '../../core/csv/detectDelimiter.ts';
import type { ImportMapping, NameReaders } from '../../core/csv/reading.ts';
import { readTable } from '../../core/csv/table.ts';
import { AppError } from '../../core/problem.ts';
import { decode, type Encoding } from './decode.ts';
import { splitRowsInSlices } from './splitRows.ts';
import { openWorkbook, type Sheet, type Workbook } from './xlsx/openWorkbook.ts';
import { readSheet } from './xlsx/readSheet.ts';
import { isZip } from './xlsx/readZip.ts';

/** A file as rows of text, and how it came to be them. */
export type SplitFile = {
  rows: string[][];
  /** Of text files. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  /** Of workbooks: all sheets, and the one the rows are of. */
  sheets: Sheet[];
  sheet: string | null;
};

/** Enough to tell whether a sheet holds a table. */
const ROWS_TRIED = 100;

/** Bytes → rows, whatever the file is; told by its bytes, not by its name. Throws AppError `empty_file`, `not_a_table`. */
export async function splitFile(
  bytes: Buffer,
  { encoding, mapping }: { encoding: Encoding | null; mapping: ImportMapping },
  names: NameReaders,
): Promise<SplitFile> {
  if (isZip(bytes)) return splitWorkbook(await openWorkbook(bytes), mapping, names);
  const decoded = decode(bytes, encoding);
  const delimiter = detectDelimiter(decoded.text);
  const rows = await splitRowsInSlices(decoded.text, delimiter);
  return { rows, encoding: decoded.encoding, delimiter, sheets: [], sheet: null };
}

async function splitWorkbook(workbook: Workbook, mapping: ImportMapping, names: NameReaders): Promise<SplitFile> {
  const { sheet, rows } =
    mapping.sheet === undefined
      ? await firstTable(workbook, mapping, names)
      : { sheet: mapping.sheet, rows: await readSheet(workbook, mapping.sheet) };
  const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }));
  return { rows, encoding: null, delimiter: null, sheets, sheet };
}

/**
 * The first sheet with a table in it, else the first that has anything. Hidden sheets are read only when somebody asks for
 * them: what nobody sees in the file must not get into the data.
 */
async function firstTable(
  workbook: Workbook,
  mapping: ImportMapping,
  names: NameReaders,
): Promise<{ sheet: string; rows: string[][] }> {
  let first: { sheet: string; rows: string[][] } | null = null;
  let trouble: AppError | null = null;
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  for (const { name } of visible.length > 0 ? visible : workbook.sheets) {
    try {
      const rows = await readSheet(workbook, name);
      if (readTable(rows.slice(0, ROWS_TRIED), names, mapping).layout !== null) return { sheet: name, rows };
      if (rows.length > 0) first ??= { sheet: name, rows };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      trouble ??= error;
    }
  }
  if (first !== null) return first;
  throw trouble ?? emptyWorkbook();
}

function emptyWorkbook(): AppError {
  return new AppError('empty_file', {
    zh: '工作簿的各个工作表里都没有内容。请打开确认后再上传。',
    en: 'There is nothing in any sheet of the workbook. Open it, check it, and upload it again.',
  });
}
