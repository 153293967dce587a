import type { ColumnRole } from './columnRole.ts';
import type { FileProblem } from './fileProblem.ts';
import type { IndicatorReader } from './indicator.ts';
import type { RegionReader } from './region.ts';
import type { TargetLine } from './targets/targetLine.ts';
import type { TitleLines } from './titleLines.ts';
import type { Unit } from './unit.ts';

/** How the figures lie in the file. `targets`: one published target a row. `wide-indicator-years`: indicator and year in one header cell, or in two header rows. */
export type Layout = 'targets' | 'long' | 'wide-years' | 'wide-indicators' | 'wide-indicator-years';

/** One column as it was understood; `year`, `indicator` and `unit` are what its header says. */
export type Column = {
  index: number;
  letter: string;
  name: string;
  role: ColumnRole;
  year: number | null;
  indicator: string | null;
  unit: Unit | null;
};

/** The texts of one row that hold for all its figures; null: the file has no such column. */
export type Line = {
  row: number;
  region: string;
  /** Beside `region`, never instead of it. */
  region_code: string | null;
  indicator: string | null;
  year: string | null;
  unit: string | null;
  bound: string | null;
  status: string | null;
  break: string | null;
  note: string | null;
  source: string | null;
  symbol: string | null;
};

/** One figure of the file, as text. */
export type RawCell = { line: Line; column: Column; raw: string };

/** What a person says about a file where it does not say it itself, or says it wrongly. */
export type ImportMapping = {
  /** Of a workbook; without it the first sheet with a table. */
  sheet?: string | undefined;
  header_row?: number | undefined;
  /** For the whole file. */
  indicator?: string | undefined;
  year?: number | undefined;
  region?: string | undefined;
  unit?: string | undefined;
  /** By letter. */
  columns?:
    | Record<
        string,
        { role: ColumnRole; indicator?: string | undefined; year?: number | undefined; unit?: string | undefined }
      >
    | undefined;
  /** Name in the file → region, or `ignore`. */
  regions?: Record<string, string> | undefined;
  /** Name in the file → indicator. */
  indicators?: Record<string, string> | undefined;
  /** What an empty cell over a stored figure means; without it that is asked. */
  blanks?: 'keep' | 'missing' | undefined;
};

export type NameReaders = { readRegion: RegionReader; readIndicator: IndicatorReader };

/** A file understood as a table: every figure with its place, nothing judged yet. */
export type Reading = {
  layout: Layout | null;
  /** As the spreadsheet numbers it; null when none was found. */
  header_row: number | null;
  columns: Column[];
  /** What title lines or the person say for the whole file. */
  whole: TitleLines;
  cells: RawCell[];
  /** Of a file of targets, whose `cells` are empty: its rows. */
  targets: TargetLine[];
  /** Rows with data. */
  rows: number;
  /** Titles, notes and repeated headers: kept, not read as data. */
  set_aside: { row: number; text: string }[];
  /** Footnote mark → its text below the table. */
  footnotes: Map<string, string>;
  problems: FileProblem[];
};
