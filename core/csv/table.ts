import { columnIndex, columnLetter } from './columnLetter.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import { footnoteOf, isFooter, onlyCell } from './footer.ts';
import { findHeaderIndex, headsTargets, readHeader, type Header, type HeaderColumn } from './header.ts';
import { isBlank } from './normalizeName.ts';
import { parseNumber } from './number.ts';
import type { Column, ImportMapping, Layout, Line, NameReaders, Reading } from './reading.ts';
import { runSteps } from './steps.ts';
import { readTitleLines } from './titleLines.ts';
import { parseUnit } from './unit.ts';

type Row = readonly string[];
const ROWS_A_STEP = 2_000;

/**
 * Understands rows of text as one table: header, layout, and every figure with its row and column. `rows[0]` is row 1 of
 * the spreadsheet. Never throws: what cannot be understood is a problem of the reading.
 */
export function readTable(rows: readonly Row[], names: NameReaders, mapping: ImportMapping = {}): Reading {
  return runSteps(readTableSteps(rows, names, mapping));
}

/** The same in slices: yields the number of rows read so far, so that a server can answer others in between. */
export function* readTableSteps(
  rows: readonly Row[],
  names: NameReaders,
  mapping: ImportMapping,
): Generator<number, Reading> {
  const reading = emptyReading();
  const index = mapping.header_row === undefined ? findHeaderIndex(rows, names) : mapping.header_row - 1;
  const targets = rows.slice(0, 40).findIndex((row) => headsTargets(row, names));
  if (targets >= 0 && mapping.header_row === undefined) {
    reading.layout = 'targets';
    return refuse(reading, 'targets', targets, rows[targets]);
  }
  if (index === null || rows[index] === undefined) return refuse(reading, 'no_header', null, undefined);

  const header = readHeader(rows, index, names);
  reading.header_row = index + 1;
  applyTitles(reading, rows.slice(0, index), names, mapping);
  const columns = settleColumns(header, mapping, reading);
  const roles = rolesOf(columns);
  const layout = layoutOf(columns, roles);
  const missing = layout === null ? 'no_figures' : whatIsMissing(columns, roles, reading.whole);
  reading.columns = columns.map(({ near: _, ...column }) => ({ ...column, role: column.role ?? 'ignored' }));
  if (missing !== null) return refuse(reading, missing, index, rows[index]);
  reading.layout = layout;
  const first = index + header.rows;
  complainAboutUnknown(columns, layout, rows.slice(first), reading);

  const figures = reading.columns.filter((column) => column.role === 'value' || column.role === 'figures');
  let below = false;
  for (let at = first; at < rows.length; at++) {
    if ((at - first) % ROWS_A_STEP === ROWS_A_STEP - 1) yield at;
    const row = rows[at] ?? [];
    const firstText = row.find((cell) => !isBlank(cell));
    if (firstText === undefined) continue;
    const only = onlyCell(row);
    if (isFooter(firstText, only) || (below && only !== null) || repeatsHeader(row, rows[index] ?? [])) {
      below = below || isFooter(firstText, only);
      setAside(reading, at, firstText, row);
      continue;
    }
    reading.rows++;
    if (isRagged(row, columns.length)) {
      reading.problems.push(ragged(row, at, columns));
      continue;
    }
    const line = readLine(row, at + 1, roles);
    for (const column of figures) reading.cells.push({ line, column, raw: row[column.index] ?? '' });
  }
  return reading;
}

function emptyReading(): Reading {
  return {
    layout: null,
    header_row: null,
    columns: [],
    whole: { indicator: null, year: null, unit: null },
    cells: [],
    rows: 0,
    set_aside: [],
    footnotes: new Map(),
    problems: [],
  };
}

function refuse(reading: Reading, reason: string, index: number | null, row: Row | undefined): Reading {
  const raw =
    row === undefined
      ? null
      : row
          .filter((cell) => !isBlank(cell))
          .join(' | ')
          .slice(0, 200);
  reading.problems.push(problem('bad_header', index === null ? null : index + 1, null, raw, { reason }));
  return reading;
}

function problem(
  code: FileProblemCode,
  row: number | null,
  column: Pick<Column, 'letter' | 'name'> | null,
  raw: string | null,
  detail: Record<string, string> = {},
): FileProblem {
  return { code, row, column: column?.letter ?? null, column_name: column?.name ?? null, raw, detail };
}

function applyTitles(reading: Reading, above: readonly Row[], names: NameReaders, mapping: ImportMapping): void {
  const said = readTitleLines(above, names.readIndicator);
  reading.whole = {
    indicator: mapping.indicator ?? said.indicator,
    year: mapping.year ?? said.year,
    unit: mapping.unit === undefined ? said.unit : parseUnit(mapping.unit),
  };
  above.forEach((row, at) => {
    const text = row.find((cell) => !isBlank(cell));
    if (text !== undefined) setAside(reading, at, text, row);
  });
}

function setAside(reading: Reading, at: number, first: string, row: Row): void {
  const text = row
    .filter((cell) => !isBlank(cell))
    .map((cell) => cell.trim())
    .join(' ');
  reading.set_aside.push({ row: at + 1, text });
  reading.problems.push(problem('set_aside', at + 1, { letter: 'A', name: '' }, text, { what: 'row' }));
  const footnote = footnoteOf(first);
  if (footnote !== null) reading.footnotes.set(footnote.mark, footnote.text);
}

/** The columns after a person's mapping; of two region or indicator columns the first holds, two numbers are refused. */
function settleColumns(header: Header, mapping: ImportMapping, reading: Reading): HeaderColumn[] {
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
        reading.problems.push(problem('bad_header', header.index + 1, column, column.name, detail));
      }
      column.role = 'ignored';
    } else seen.add(column.role);
  }
  return columns;
}

type Roles = Partial<Record<Column['role'], HeaderColumn>>;

function rolesOf(columns: readonly HeaderColumn[]): Roles {
  const roles: Roles = {};
  for (const column of columns) if (column.role !== null) roles[column.role] ??= column;
  return roles;
}

function layoutOf(columns: readonly HeaderColumn[], roles: Roles): Layout | null {
  if (roles.value !== undefined) return 'long';
  const figures = columns.filter((column) => column.role === 'figures');
  if (figures.length === 0) return null;
  const years = figures.some((column) => column.year !== null);
  const indicators = figures.some((column) => column.indicator !== null);
  return years && indicators ? 'wide-indicator-years' : years ? 'wide-years' : 'wide-indicators';
}

function whatIsMissing(columns: readonly HeaderColumn[], roles: Roles, whole: Reading['whole']): string | null {
  const figures = columns.filter((column) => column.role === 'value' || column.role === 'figures');
  if (roles.region === undefined) return 'no_region';
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

/** Unknown columns of a wide table that hold numbers are errors; texts and, in long tables, all of them are set aside. */
function complainAboutUnknown(
  columns: HeaderColumn[],
  layout: Layout | null,
  data: readonly Row[],
  reading: Reading,
): void {
  for (const column of columns) {
    if (column.near && column.role === 'figures') {
      const detail = { indicator: column.indicator ?? '' };
      reading.problems.push(problem('near_match', reading.header_row, column, column.name, detail));
    }
    if (column.name.includes('\ufffd')) {
      reading.problems.push(problem('undecodable', reading.header_row, column, column.name));
    }
    if (column.role !== null) continue;
    const filled = data.filter((row) => !isBlank(row[column.index] ?? ''));
    if (filled.length === 0) continue;
    if (isBlank(column.name)) {
      reading.problems.push(problem('bad_header', reading.header_row, column, null, { reason: 'no_name' }));
    } else if (layout !== 'long' && filled.some((row) => parseNumber(row[column.index] ?? '').kind === 'number')) {
      reading.problems.push(problem('unknown_indicator', reading.header_row, column, column.name));
    } else {
      reading.problems.push(problem('set_aside', reading.header_row, column, column.name, { what: 'column' }));
    }
  }
}

function isRagged(row: Row, width: number): boolean {
  if (row.length < width) return true;
  for (let at = width; at < row.length; at++) if (!isBlank(row[at] ?? '')) return true;
  return false;
}

function ragged(row: Row, at: number, columns: readonly HeaderColumn[]): FileProblem {
  const place = Math.min(row.length, columns.length);
  const column = { letter: columnLetter(place), name: columns[place]?.name ?? '' };
  const detail = { cells: String(row.length), columns: String(columns.length) };
  return problem('ragged_row', at + 1, column, row.join(',').slice(0, 200), detail);
}

function repeatsHeader(row: Row, header: Row): boolean {
  return row[0] === header[0] && row.length === header.length && row.every((cell, at) => cell === header[at]);
}

function readLine(row: Row, number: number, roles: Roles): Line {
  const text = (role: Column['role']): string | null => {
    const column = roles[role];
    return column === undefined ? null : (row[column.index] ?? '');
  };
  return {
    row: number,
    region: text('region') ?? '',
    indicator: text('indicator'),
    year: text('year'),
    unit: text('unit'),
    bound: text('bound'),
    status: text('status'),
    break: text('break'),
    note: text('note'),
    source: text('source'),
  };
}
