import type { Roles } from '../columns.ts';
import type { Column, ImportMapping, Line } from '../reading.ts';

/** The texts that only a target has; null: the file has no such column. */
const TEXTS = [
  'value_to',
  'target_kind',
  'period',
  'period_from',
  'period_to',
  'wording',
  'modality',
  'locator',
  'confidence',
] as const;

/** One row of a file of targets, as text. `raw` is the cell with the target, in `column`. */
export type TargetLine = {
  line: Line;
  column: Column;
  raw: string;
  texts: Record<(typeof TEXTS)[number], string | null>;
};

/** Takes a row apart. The header must have a column for the target itself. */
export function readTargetLine(row: readonly string[], line: Line, roles: Roles, mapping: ImportMapping): TargetLine {
  const text = (role: (typeof TEXTS)[number]): string | null => {
    const column = roles[role];
    return column === undefined ? null : (row[column.index] ?? '');
  };
  const value = roles.value;
  if (value === undefined) throw new RangeError('a file of targets has a column of targets');
  const { near: _, ...column } = value;
  const year = value.year ?? mapping.year ?? null;
  return {
    line: { ...line, year: line.year ?? (year === null ? null : String(year)) },
    column: { ...column, role: 'value' },
    raw: row[value.index] ?? '',
    texts: {
      value_to: text('value_to'),
      target_kind: text('target_kind'),
      period: text('period'),
      period_from: text('period_from'),
      period_to: text('period_to'),
      wording: text('wording'),
      modality: text('modality'),
      locator: text('locator'),
      confidence: text('confidence'),
    },
  };
}
