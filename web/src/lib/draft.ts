import type { CellChange, ReleaseCounts } from '../../../core/answers.ts';
import type { TargetState } from '../../../core/target.ts';

export type FileProblem = {
  severity: 'error' | 'confirm' | 'note';
  code: string;
  row: number | null;
  column: string | null;
  column_name: string | null;
  raw: string | null;
  message: string;
  suggestion: string | null;
  confirmed?: boolean;
};

export type Consequence = {
  indicator: string;
  indicator_name?: string;
  year: number;
  region: string;
  region_name?: string;
  old_rank: number | null;
  new_rank: number | null;
  old_status: TargetState | null;
  new_status: TargetState | null;
};

/** An upload that was checked and not committed: what `/api/v1/imports` answers with. */
export type Draft = {
  import: string;
  state: 'reading' | 'draft' | 'committed';
  progress?: number | null;
  file: {
    name: string;
    sha256: string;
    encoding: string;
    delimiter: string | null;
    layout: string;
    header_row: number | null;
  };
  summary: {
    rows: number;
    cells: number;
    new: number;
    revised: number;
    unchanged: number;
    errors: number;
    confirmations: number;
    missing?: number;
    symbols?: number;
    left_out?: number;
    notes?: number;
  };
  problems: FileProblem[];
  changes: CellChange[];
  consequences: Consequence[];
};

export type CommitAnswer = { release: number | null; counts: ReleaseCounts; code?: 'no_change' };
