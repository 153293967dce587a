import { columnLetter } from './columnLetter.ts';
import {
  complainAboutParts,
  complainAboutUnknown,
  layoutOf,
  neededOfTitle,
  rolesOf,
  settleColumns,
  tableProblem,
  whatIsMissing,
  type Roles,
} from './columns.ts';
import type { FileProblem } from './fileProblem.ts';
import { footnoteOf, onlyCell } from './footer.ts';
import { findHeaderIndex, headsTargets, readHeader, type HeaderColumn } from './header.ts';
import { InnerLines } from './innerLine.ts';
import { isBlank } from './normalizeName.ts';
import type { ImportMapping, Line, NameReaders, Reading } from './reading.ts';
import { settleRegions } from './regionColumns.ts';
import { runSteps } from './steps.ts';
import { nameTargetColumns, whatTargetsLack } from './targets/targetColumns.ts';
import { readTargetLine } from './targets/targetLine.ts';
import { noTitle, parseUnits, readTitleLines, type TitleUse } from './titleLines.ts';

type Row = readonly string[];
const ROWS_A_STEP = 2_000;
const REGIONS_ACROSS = 5;
const ROWS_OF_ONE_CELL = 2;
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
  if (index === null || rows[index] === undefined) return refuse(reading, whyNoHeader(rows, names), null, undefined);
  const isTargets = headsTargets(rows[index] ?? [], names);

  const header = readHeader(rows, index, names);
  reading.header_row = index + 1;
  const first = index + header.rows;
  applyTitles(reading, rows.slice(0, index), names, mapping);
  if (isTargets) nameTargetColumns(header.columns);
  giveRegionsTo(header.columns, mapping);
  const second = settleRegions(header.columns, rows.slice(first), names);
  const columns = settleColumns(header, mapping, reading);
  const roles = rolesOf(columns);
  const layout = isTargets ? 'targets' : layoutOf(columns, roles);
  const missing = isTargets
    ? whatTargetsLack(roles, reading.whole, mapping)
    : layout === null
      ? 'no_figures'
      : whatIsMissing(columns, roles, reading.whole);
  const used = neededOfTitle(columns, roles);
  setTitlesAside(reading, rows.slice(0, index), used, mapping);
  reading.columns = columns.map(({ near: _, ...column }) => ({ ...column, role: column.role ?? 'ignored' }));
  if (isTargets) reading.layout = 'targets';
  if (second !== null) return refuseAt(reading, second, 'two_regions');
  if (!isTargets && refusesYear(reading, missing, used, rows)) return reading;
  if (missing === 'no_figures' && complainAboutParts(columns, reading)) return reading;
  if (missing !== null) return refuse(reading, missing, index, rows[index]);
  reading.layout = layout;
  if (!isTargets) askAboutPart(reading, used, rows);
  complainAboutUnknown(columns, layout, rows.slice(first), reading);

  const figures = reading.columns.filter((column) => column.role === 'value' || column.role === 'figures');
  const lines = new InnerLines({
    rows,
    header,
    regionAt: roles.region?.index ?? 0,
    figures,
    hasUnitColumn: roles.unit !== undefined,
    whole: reading.whole,
    used,
    names,
  });
  for (let at = first; at < rows.length; at++) {
    if ((at - first) % ROWS_A_STEP === ROWS_A_STEP - 1) yield at;
    const row = rows[at] ?? [];
    const firstText = row.find((cell) => !isBlank(cell));
    if (firstText === undefined) continue;
    const inner = lines.judge(row, at, firstText);
    if (inner.kind === 'other_table') return refuse(reading, 'other_table', at, row);
    if (inner.kind === 'other_unit') refuse(reading, 'other_unit', at, row);
    if (inner.kind === 'unit') {
      reading.whole = { ...reading.whole, units: inner.units, unit_text: inner.text };
      setAside(reading, at, firstText, row, { what: 'title', unit: inner.text });
    }
    if (inner.kind === 'aside') setAside(reading, at, firstText, row);
    if (inner.kind !== 'data') continue;
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
    whole: noTitle(),
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
  const detail = { reason, years: reading.whole.years.join('、') };
  reading.problems.push(tableProblem('bad_header', index === null ? null : index + 1, null, raw, detail));
  return reading;
}

function refuseAt(reading: Reading, column: HeaderColumn, reason: string): Reading {
  reading.problems.push(tableProblem('bad_header', reading.header_row, column, column.name, { reason }));
  return reading;
}

/** Columns that name their year under a title about a part of one: to be confirmed. */
function askAboutPart(reading: Reading, used: Set<TitleUse>, rows: readonly Row[]): void {
  const { part } = reading.whole;
  if (part === null || used.has('year')) return;
  const place = { letter: columnLetter(part.column), name: '' };
  const raw = (rows[part.row - 1]?.[part.column] ?? '').trim();
  reading.problems.push(tableProblem('definition_changed', part.row, place, raw, { what: 'part', text: part.text }));
}

/** What a table without a header seems to be. */
function whyNoHeader(rows: readonly Row[], names: NameReaders): string {
  const looked = rows.slice(0, 40);
  const regionsIn = (cells: readonly string[]): number =>
    cells.filter((cell) => names.readRegion(cell).kind === 'region').length;
  if (looked.some((row) => regionsIn(row) >= REGIONS_ACROSS)) return 'transposed';
  const joined = looked.filter((row) => {
    const parts = (onlyCell(row) ?? '').trim().split(/\s{1,}|[|/、]/u);
    return parts.length > 1 && regionsIn(parts.slice(0, 2)) > 0;
  });
  return joined.length >= ROWS_OF_ONE_CELL ? 'one_column' : 'no_header';
}

/** A title about a part of a year, or about two years, where the year of the figures was to come from it. */
function refusesYear(reading: Reading, missing: string | null, used: Set<TitleUse>, rows: readonly Row[]): boolean {
  const { part, year, years } = reading.whole;
  if (!used.has('year') || (missing !== null && missing !== 'no_year')) return false;
  if (part !== null && (year === null ? years.length === 0 : year === part.year)) {
    const place = { letter: columnLetter(part.column), name: '' };
    const raw = (rows[part.row - 1]?.[part.column] ?? '').trim();
    reading.problems.push(tableProblem('bad_year', part.row, place, raw, { reason: 'part', text: part.text }));
    return true;
  }
  if (years.length < 2) return false;
  refuse(reading, 'two_years', (reading.header_row ?? 1) - 1, rows[(reading.header_row ?? 1) - 1]);
  return true;
}

/** A person's choice of the column of regions holds against all others. */
function giveRegionsTo(columns: readonly HeaderColumn[], mapping: ImportMapping): void {
  const given = Object.entries(mapping.columns ?? {});
  for (const [letter, { role }] of given) {
    const column = columns.find((other) => other.letter === letter.toUpperCase());
    if (column === undefined) continue;
    if (role === 'region') for (const other of columns) if (other.role === 'region') other.role = 'ignored';
    column.role = role;
  }
}

function applyTitles(reading: Reading, above: readonly Row[], names: NameReaders, mapping: ImportMapping): void {
  const said = readTitleLines(above, names);
  reading.whole = {
    indicator: mapping.indicator ?? said.indicator,
    year: mapping.year ?? said.year,
    years: mapping.year === undefined ? said.years : [mapping.year],
    part: mapping.year === undefined ? said.part : null,
    region: mapping.region ?? said.region,
    units: mapping.unit === undefined ? said.units : parseUnits(mapping.unit),
    unit_text: mapping.unit ?? said.unit_text,
    uses: said.uses,
  };
}

/** The lines above the table, each with what it told about the figures: see `problemText`, set_aside. */
function setTitlesAside(reading: Reading, above: readonly Row[], used: Set<TitleUse>, mapping: ImportMapping): void {
  const { whole } = reading;
  above.forEach((row, at) => {
    const text = row.find((cell) => !isBlank(cell));
    if (text === undefined) return;
    const tells = (use: TitleUse): boolean =>
      used.has(use) && mapping[use] === undefined && whole.uses.get(at)?.has(use) === true;
    const detail: Record<string, string> = {};
    if (tells('indicator') && whole.indicator !== null) detail['indicator'] = whole.indicator;
    if (tells('year') && whole.year !== null) detail['year'] = String(whole.year);
    if (tells('region') && whole.region !== null) detail['region'] = whole.region;
    if (tells('unit') && whole.units.length > 0) detail['unit'] = whole.unit_text ?? '';
    setAside(reading, at, text, row, { what: Object.keys(detail).length === 0 ? 'row' : 'title', ...detail });
  });
}

function setAside(
  reading: Reading,
  at: number,
  first: string,
  row: Row,
  detail: Record<string, string> = { what: 'row' },
): void {
  const text = row
    .filter((cell) => !isBlank(cell))
    .map((cell) => cell.trim())
    .join(' ');
  reading.set_aside.push({ row: at + 1, text });
  reading.problems.push(tableProblem('set_aside', at + 1, { letter: 'A', name: '' }, text, detail));
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

function readLine(row: Row, number: number, roles: Roles, wholeRegion: string | null): Line {
  return {
    row: number,
    region: textOf(row, roles.region) ?? wholeRegion ?? '',
    region_code: textOf(row, roles.region_code),
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
