import { columnIndex } from './columnLetter.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import type { Header, HeaderColumn } from './header.ts';
import { isBlank } from './normalizeName.ts';
import { parseNumber } from './number.ts';
import type { Column, ImportMapping, Layout, Reading } from './reading.ts';
import type { TitleUse } from './titleLines.ts';
import { titleYears } from './titleYears.ts';
import { parseUnit } from './unit.ts';

type Row = readonly string[];

/** The first column of each role. */
export type Roles = Partial<Record<Column['role'], HeaderColumn>>;

/** A problem of the header or of a whole row. */
export function tableProblem(
  code: FileProblemCode,
  row: number | null,
  column: Pick<Column, 'letter' | 'name'> | null,
  raw: string | null,
  detail: Record<string, string> = {},
): FileProblem {
  return { code, row, column: column?.letter ?? null, column_name: column?.name ?? null, raw, detail };
}

/** The columns after a person's mapping; of two region or indicator columns the first holds, two numbers are refused. */
export function settleColumns(header: Header, mapping: ImportMapping, reading: Reading): HeaderColumn[] {
  const columns = header.columns;
  for (const [letter, given] of Object.entries(mapping.columns ?? {})) {
    const column = columns[columnIndex(letter) ?? -1];
    if (column === undefined) continue;
    column.role = given.role;
    column.near = false;
    column.indicator = given.indicator ?? (given.role === 'figures' ? column.indicator : null);
    column.year = given.year ?? (given.role === 'figures' ? column.year : null);
    if (given.unit !== undefined) column.unit = parseUnit(given.unit);
  }
  if (!columns.some((column) => column.role === 'region')) {
    const code = columns.find((column) => column.role === 'region_code');
    if (code !== undefined) code.role = 'region';
  }
  const hasValue = columns.some((column) => column.role === 'value');
  const seen = new Set<string>();
  for (const column of columns) {
    // Beside a column of numbers, a column headed by a year or an indicator is no further figure of the row.
    if (hasValue && column.role === 'figures') column.role = 'ignored';
    if (column.role === null || column.role === 'figures' || column.role === 'ignored') continue;
    if (seen.has(column.role)) {
      if (column.role === 'value') {
        const detail = { reason: 'two_values' };
        reading.problems.push(tableProblem('bad_header', header.index + 1, column, column.name, detail));
      }
      column.role = 'ignored';
    } else seen.add(column.role);
  }
  return columns;
}

export function rolesOf(columns: readonly HeaderColumn[]): Roles {
  const roles: Roles = {};
  for (const column of columns) if (column.role !== null) roles[column.role] ??= column;
  return roles;
}

export function layoutOf(columns: readonly HeaderColumn[], roles: Roles): Layout | null {
  if (roles.value !== undefined) return 'long';
  const figures = columns.filter((column) => column.role === 'figures');
  if (figures.length === 0) return null;
  const years = figures.some((column) => column.year !== null);
  const indicators = figures.some((column) => column.indicator !== null);
  return years && indicators ? 'wide-indicator-years' : years ? 'wide-years' : 'wide-indicators';
}

export function whatIsMissing(columns: readonly HeaderColumn[], roles: Roles, whole: Reading['whole']): string | null {
  const figures = columns.filter((column) => column.role === 'value' || column.role === 'figures');
  if (roles.region === undefined && whole.region === null) return 'no_region';
  if (roles.year === undefined && whole.year === null && figures.some((column) => column.year === null))
    return 'no_year';
  if (
    roles.indicator === undefined &&
    whole.indicator === null &&
    figures.some((column) => column.indicator === null)
  ) {
    return 'no_indicator';
  }
  return null;
}

/** What the table itself does not say of every figure, so that its title must. */
export function neededOfTitle(columns: readonly HeaderColumn[], roles: Roles): Set<TitleUse> {
  const figures = columns.filter((column) => column.role === 'value' || column.role === 'figures');
  const needed = new Set<TitleUse>();
  if (roles.region === undefined) needed.add('region');
  if (roles.year === undefined && figures.some((column) => column.year === null)) needed.add('year');
  if (roles.indicator === undefined && figures.some((column) => column.indicator === null)) needed.add('indicator');
  if (roles.unit === undefined && figures.some((column) => column.unit === null)) needed.add('unit');
  return needed;
}

/** Columns headed by a part of a year, such as 2024年1-11月软件业务收入. True when there was one. */
export function complainAboutParts(columns: readonly HeaderColumn[], reading: Reading): boolean {
  let found = false;
  for (const column of columns) {
    const part = column.role === null ? titleYears(column.name).parts[0] : undefined;
    if (part === undefined) continue;
    found = true;
    const detail = { reason: 'part', text: part.text };
    reading.problems.push(tableProblem('bad_year', reading.header_row, column, column.name, detail));
  }
  return found;
}

/** Unknown columns of a wide table that hold numbers are errors; texts and, in long tables, all of them are set aside. */
export function complainAboutUnknown(
  columns: HeaderColumn[],
  layout: Layout | null,
  data: readonly Row[],
  reading: Reading,
): void {
  for (const column of columns) {
    if (column.near && column.role === 'figures') {
      const detail = { indicator: column.indicator ?? '' };
      reading.problems.push(tableProblem('near_match', reading.header_row, column, column.name, detail));
    }
    if (column.name.includes('\ufffd')) {
      reading.problems.push(tableProblem('undecodable', reading.header_row, column, column.name));
    }
    if (column.role !== null) continue;
    const filled = data.filter((row) => !isBlank(row[column.index] ?? ''));
    if (filled.length === 0) continue;
    if (isBlank(column.name)) {
      reading.problems.push(tableProblem('bad_header', reading.header_row, column, null, { reason: 'no_name' }));
    } else if (layout !== 'long' && layout !== 'targets' && complainAboutParts([column], reading)) {
      continue;
    } else if (
      layout !== 'long' &&
      layout !== 'targets' &&
      filled.some((row) => parseNumber(row[column.index] ?? '').kind === 'number')
    ) {
      reading.problems.push(tableProblem('unknown_indicator', reading.header_row, column, column.name));
    } else {
      reading.problems.push(tableProblem('set_aside', reading.header_row, column, column.name, { what: 'column' }));
    }
  }
}
