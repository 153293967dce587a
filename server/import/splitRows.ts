import Papa from 'papaparse';
import { CSV_OPTIONS } from '../../core/csv/csvOptions.ts';
import type { Delimiter } from '../../core/csv/detectDelimiter.ts';

const CHARACTERS_A_SLICE = 512 * 1024;

/**
 * Text → rows of cells, as the spreadsheet counts rows: a quoted cell with line breaks in it is one row, empty lines are
 * rows. The line end at the very end of the file starts no row.
 */
export function splitRows(text: string, delimiter: Delimiter): string[][] {
  return withoutLastEmpty(Papa.parse<string[]>(text, { ...CSV_OPTIONS, delimiter }).data);
}

/** The same for large texts, giving way to other work between slices. */
export async function splitRowsInSlices(text: string, delimiter: Delimiter): Promise<string[][]> {
  const rows: string[][] = [];
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      ...CSV_OPTIONS,
      delimiter,
      chunkSize: CHARACTERS_A_SLICE,
      chunk(results: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        for (const row of results.data) rows.push(row);
        parser.pause();
        setImmediate(() => {
          parser.resume();
        });
      },
      complete() {
        resolve();
      },
      error: reject,
    });
  });
  return withoutLastEmpty(rows);
}

function withoutLastEmpty(rows: string[][]): string[][] {
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}
