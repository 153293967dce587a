import { columnLetter } from './columnLetter.ts';
import {
  complainAboutUnknown,
  layoutOf,
  rolesOf,
  settleColumns,
  tableProblem,
  whatIsMissing,
  type Roles,
} from './columns.ts';
import type { FileProblem } from './fileProblem.ts';
import { footnoteOf, isFooter, onlyCell } from './footer.ts';
import { findHeaderIndex, headsTargets, readHeader, type HeaderColumn } from './header.ts';
import { isBlank } from './normalizeName.ts';
import type { ImportMapping, Line, NameReaders, Reading } from './reading.ts';
import { runSteps } from './steps.ts';
import { nameTargetColumns, whatTargetsLack } from './targets/targetColumns.ts';
import { readTargetLine } from './targets/targetLine.ts';
import { parseUnits, readTitleLines } from './titleLines.ts';

type Row = readonly string[];
const ROWS_A_STEP = 2_000;
const COMPUTED = /^(?:1|true|yes|是)$/i;

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
  const found = rows.slice(0, 40).findIndex((row) => headsTargets(row, names));
  const index =
    mapping.header_row === undefined ? (found >= 0 ? found : findHeaderIndex(rows, names)) : mapping.header_row - 1;
  if (index === null || rows[index] === undefined) return refuse(reading, 'no_header', null, undefined);
  const isTargets = headsTargets(rows[index] ?? [], names);

  const header = readHeader(rows, index, names);
  reading.header_row = index + 1;
  applyTitles(reading, rows.slice(0, index), names, mapping);
  if (isTargets) nameTargetColumns(header.columns);
  const columns = settleColumns(header, mapping, reading);
  const roles = rolesOf(columns);
  const layout = isTargets ? 'targets' : layoutOf(columns, roles);
  const missing = isTargets
    ? whatTargetsLack(roles, reading.whole, mapping)
    : layout === null
      ? 'no_figures'
      : whatIsMissing(columns, roles, reading.whole);
  reading.columns = columns.map(({ near: _, ...column }) => ({ ...column, role: column.role ?? 'ignored' }));
  if (isTargets) reading.layout = 'targets';
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
    // Our own lists give computed figures beside released ones; they follow from the others and are not stored.
    if (COMPUTED.test((textOf(row, roles.computed) ?? '').trim())) {
      reading.rows--;
      setAside(reading, at, firstText, row);
      continue;
    }
    const line = readLine(row, at + 1, roles, reading.whole.region);
    if (isTargets) reading.targets.push(readTargetLine(row, line, roles, mapping));
    else for (const column of figures) reading.cells.push({ line, column, raw: row[column.index] ?? '' });
  }
  return reading;
}

function emptyReading(): Reading {
  return {
    layout: null,
    header_row: null,
    columns: [],
    whole: { indicator: null, year: null, region: null, units: [], unit_text: null },
    cells: [],
    targets: [],
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
  reading.problems.push(tableProblem('bad_header', index === null ? null : index + 1, null, raw, { reason }));
  return reading;
}

function applyTitles(reading: Reading, above: readonly Row[], names: NameReaders, mapping: ImportMapping): void {
  const said = readTitleLines(above, names);
  reading.whole = {
    indicator: mapping.indicator ?? said.indicator,
    year: mapping.year ?? said.year,
    region: mapping.region ?? said.region,
    units: mapping.unit === undefined ? said.units : parseUnits(mapping.unit),
    unit_text: mapping.unit ?? said.unit_text,
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
  reading.problems.push(tableProblem('set_aside', at + 1, { letter: 'A', name: '' }, text, { what: 'row' }));
  const footnote = footnoteOf(first);
  if (footnote !== null) reading.footnotes.set(footnote.mark, footnote.text);
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
  return tableProblem('ragged_row', at + 1, column, row.join(',').slice(0, 200), detail);
}

function repeatsHeader(row: Row, header: Row): boolean {
  return row[0] === header[0] && row.length === header.length && row.every((cell, at) => cell === header[at]);
}

function readLine(row: Row, number: number, roles: Roles, wholeRegion: string | null): Line {
  return {
    row: number,
    region: textOf(row, roles.region) ?? wholeRegion ?? '',
    indicator: textOf(row, roles.indicator),
    year: textOf(row, roles.year),
    unit: textOf(row, roles.unit),
    bound: textOf(row, roles.bound),
    status: textOf(row, roles.status),
    break: textOf(row, roles.break),
    note: textOf(row, roles.note),
    source: textOf(row, roles.source),
    symbol: textOf(row, roles.symbol),
  };
}

/** Null without such a column. */
function textOf(row: Row, column: HeaderColumn | undefined): string | null {
  return column === undefined ? null : (row[column.index] ?? '');
}
