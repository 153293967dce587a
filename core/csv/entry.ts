import type { Bound, FigureStatus, FigureSymbol } from '../observation.ts';
import type { Column } from './reading.ts';

/** One figure of the file in normal form: what would be stored. Null parts are not said by the file. */
export type Entry = {
  row: number;
  column: Column;
  raw: string;
  region: string;
  indicator: string;
  year: number;
  /** Decimal text in the indicator's unit; null exactly when `symbol` is set. */
  value: string | null;
  /** `missing`: the cell is empty. */
  symbol: Exclude<FigureSymbol, 'withdrawn'> | null;
  /** The cell itself wrote %, so that 0.5% is no slip. */
  percent: boolean;
  bound: Bound | null;
  status: FigureStatus | null;
  break: boolean | null;
  note: string | null;
  source: string | null;
};

/** The place of an entry, as a problem names it. */
export function placeOf(entry: Entry): { row: number; column: string; column_name: string; raw: string } {
  return { row: entry.row, column: entry.column.letter, column_name: entry.column.name, raw: entry.raw };
}
