import type { CellChange, ReleaseCounts } from '../answers.ts';
import type { Consequence } from './consequences.ts';
import type { Aspect } from './diff.ts';
import type { Confirmation, FileProblemCode, FileProblemSeverity } from './fileProblem.ts';
import type { ColumnRole } from './columnRole.ts';
import type { ImportMapping, Layout } from './reading.ts';

/** A corrected cell over the uploaded file; `row` and `column` as the spreadsheet names them. */
export type Fix = { row: number; column: string; raw: string };

export type FileProblemAnswer = {
  severity: FileProblemSeverity;
  code: FileProblemCode;
  row: number | null;
  column: string | null;
  column_name: string | null;
  raw: string | null;
  message: string;
  suggestion: string | null;
  /** Of points to confirm only: has somebody done so? */
  confirmed?: boolean;
};

export type DraftFile = {
  name: string;
  sha256: string;
  encoding: string | null;
  delimiter: string | null;
  /** All sheets of a workbook in the order of its tabs; none of a text file. */
  sheets: { name: string; hidden: boolean }[];
  /** The sheet that was read; null: a text file. */
  sheet: string | null;
  layout: Layout | null;
  header_row: number | null;
  /** What title lines or a person say of the whole table; null: nothing, or two things. Absent while it is read. */
  title?: { indicator: string | null; year: number | null; region: string | null; unit: string | null };
  /** The release that the very same file was committed as; null: not seen before. */
  known_release: number | null;
  /** The first lines as they were split, for a look at encoding and separator. */
  first_rows: string[][];
};

export type DraftColumn = {
  column: string;
  name: string;
  role: ColumnRole;
  indicator: string | null;
  year: number | null;
};

export type DraftSummary = {
  /** Rows of data. */
  rows: number;
  cells: number;
  new: number;
  revised: number;
  unchanged: number;
  /** Figures that become missing. */
  missing: number;
  errors: number;
  /** Points still to be confirmed. */
  confirmations: number;
  confirmed: number;
  notes: number;
  symbols: { row: number; column: string; region: string; indicator: string; year: number; symbol: string }[];
  /** Rows that are known and not among the provinces. */
  left_out: { row: number; name: string; class: string }[];
};

/** A change as a draft shows it. */
export type DraftChange = CellChange & {
  /** What changes beside or instead of the number, as in a revision of the note only; absent: nothing. */
  also?: Aspect[];
  /** `old` is not stored: it is what the formula of a derived indicator gives. */
  old_computed?: true;
};

/** An uploaded file that was checked and not committed. While it is being read, only `progress` says anything. */
export type DraftAnswer = {
  import: string;
  state: 'reading' | 'draft';
  /** 0 to 1; null once the file is read. */
  progress: number | null;
  file: DraftFile;
  columns: DraftColumn[];
  mapping: ImportMapping;
  fixes: Fix[];
  confirm: Confirmation[];
  summary: DraftSummary;
  /** The first 10,000; `summary` counts all. */
  problems: FileProblemAnswer[];
  /** The first 10,000, those that write something first. */
  changes: DraftChange[];
  changes_total: number;
  consequences: (Consequence & { indicator_name: string; region_name: string })[];
  data_version: string;
  expires_at: string | null;
};

export type ChangesAnswer = { changes: DraftChange[]; total: number; offset: number };
export type CommitAnswer = { release: number | null; counts: ReleaseCounts; code?: 'no_change' };
