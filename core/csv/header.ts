import { columnLetter } from './columnLetter.ts';
import { roleOfHeader, targetHeader } from './columnRole.ts';
import { readHeaderCell, type HeaderCell } from './headerCell.ts';
import { isBlank } from './normalizeName.ts';
import type { Column, NameReaders } from './reading.ts';
import { parseUnit, type Unit } from './unit.ts';

type Row = readonly string[];

/** Where the header of a table is and what its columns hold. `columns` end with the last named one. */
export type Header = { index: number; rows: 1 | 2 | 3; columns: HeaderColumn[] };
/** `role: null`: a name that is neither a known role nor an indicator or year; or no name at all. */
export type HeaderColumn = Omit<Column, 'role'> & { role: Column['role'] | null; near: boolean };

const ROWS_LOOKED_AT = 40;

/** Index of the header row: the first with a region column and another known header, or null. */
export function findHeaderIndex(rows: readonly Row[], names: NameReaders): number | null {
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const known = looked.findIndex((row) => isHeader(row, names, 1));
  if (known >= 0) return known;
  const corner = looked.findIndex((row, index) => hasEmptyCorner(row, looked[index + 1], names));
  if (corner >= 0) return corner;
  const loose = looked.findIndex((row) => isHeader(row, names, 0) && row.filter((cell) => !isBlank(cell)).length > 1);
  if (loose >= 0) return loose;
  const ofOneRegion = looked.findIndex((row) => headsOneRegion(row, names));
  return ofOneRegion >= 0 ? ofOneRegion : null;
}

function isHeader(row: Row, names: NameReaders, othersNeeded: number): boolean {
  let regions = 0;
  let others = 0;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    const role = roleOfHeader(cell);
    if (role === 'region' || role === 'region_code') regions++;
    else if (role !== null || namesFigures(readHeaderCell(cell, names.readIndicator))) others++;
  }
  return regions > 0 && others + regions - 1 >= othersNeeded;
}

/** Indicators down and years across, or a long table, with the region in a title line or told by a person. */
function headsOneRegion(row: Row, names: NameReaders): boolean {
  const roles = row.map(roleOfHeader);
  const figures = row.some((cell) => namesFigures(readHeaderCell(cell, names.readIndicator)));
  return (roles.includes('indicator') || roles.includes('year')) && (figures || roles.includes('value'));
}

/** Years or indicators with nothing over the region names, as spreadsheets of pivots have it. */
function hasEmptyCorner(row: Row, next: Row | undefined, names: NameReaders): boolean {
  if (next === undefined || !isBlank(row[0] ?? '') || isBlank(next[0] ?? '')) return false;
  const figures = row.filter((cell) => namesFigures(readHeaderCell(cell, names.readIndicator))).length;
  return figures > 0 && names.readRegion(next[0] ?? '').kind !== 'unknown';
}

function namesFigures(cell: HeaderCell): boolean {
  return cell.year !== null || cell.indicator !== null;
}

/** Reads the header at `index`, with a second header row under it and a row of units under both, if there are. */
export function readHeader(rows: readonly Row[], index: number, names: NameReaders): Header {
  const top = rows[index] ?? [];
  const bottom = rows[index + 1];
  const second = bottom !== undefined && (isSecondHeader(top, bottom, names) || isUnitRow(top, bottom)) ? bottom : null;
  const below = rows[index + 2];
  const units = second !== null && below !== undefined && isUnitRow(top, below) ? below : null;
  const columns: HeaderColumn[] = [];
  let above = '';
  const width = Math.max(namedWidth(top), second === null ? 0 : namedWidth(second));
  for (let at = 0; at < width; at++) {
    const own = top[at] ?? '';
    if (!isBlank(own)) above = own;
    const upper = second !== null && isBlank(own) ? above : own;
    const column = readColumn(at, upper, second?.[at] ?? '', names);
    column.unit ??= bareUnit(units?.[at] ?? '');
    columns.push(column);
  }
  const first = columns[0];
  if (first !== undefined && first.name === '' && !columns.some((column) => column.role === 'region'))
    first.role = 'region';
  return { index, rows: second === null ? 1 : units === null ? 2 : 3, columns };
}

function readColumn(at: number, upper: string, lower: string, names: NameReaders): HeaderColumn {
  const name = [upper, lower]
    .filter((part) => !isBlank(part))
    .map((part) => part.trim())
    .join(' ');
  const place = { index: at, letter: columnLetter(at), name };
  const role = roleOfHeader(upper);
  const over = readHeaderCell(upper, names.readIndicator);
  const under = readHeaderCell(lower, names.readIndicator);
  const joined =
    !namesFigures(over) && !namesFigures(under) ? readHeaderCell(upper + lower, names.readIndicator) : over;
  const indicator = under.indicator ?? over.indicator ?? joined.indicator;
  const year = under.year ?? over.year ?? joined.year;
  const unit = under.unit ?? bareUnit(lower) ?? over.unit ?? joined.unit;
  if (role !== null && indicator === null) return { ...place, role, year: null, indicator: null, unit, near: false };
  if (indicator === null && year === null) return { ...place, role: null, year, indicator: null, unit, near: false };
  return {
    ...place,
    role: 'figures',
    year,
    indicator: indicator?.indicator ?? null,
    unit,
    near: indicator?.near ?? false,
  };
}

function isSecondHeader(top: Row, bottom: Row, names: NameReaders): boolean {
  return isUnderHeader(top, bottom, (cell) => isHeaderPiece(readHeaderCell(cell, names.readIndicator)));
}

/** Units and nothing else, also without brackets. */
function isUnitRow(top: Row, bottom: Row): boolean {
  return isUnderHeader(top, bottom, (cell) => bareUnit(cell) !== null);
}

function isUnderHeader(top: Row, bottom: Row, isPiece: (cell: string) => boolean): boolean {
  const regionAt = Math.max(
    top.findIndex((cell) => roleOfHeader(cell) === 'region'),
    0,
  );
  if (!isBlank(bottom[regionAt] ?? '')) return false;
  const filled = bottom.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every(isPiece);
}

/** 亿元 or （亿元）; null for an empty cell and for numbers. */
function bareUnit(text: string): Unit | null {
  return isBlank(text) || /^[\d.,\s]+$/.test(text) ? null : parseUnit(text);
}

function isHeaderPiece(cell: HeaderCell): boolean {
  return namesFigures(cell) || (cell.unit !== null && !cell.unknown);
}

function namedWidth(row: Row): number {
  let width = row.length;
  while (width > 0 && isBlank(row[width - 1] ?? '')) width--;
  return width;
}

/** Does a row head a file of targets (目标, 目标年 …)? Such a file must not be read as statistics. */
export function headsTargets(row: Row, names: NameReaders): boolean {
  const targets = row.filter((cell) => targetHeader(cell) !== null).length;
  const filled = row.filter((cell) => !isBlank(cell)).length;
  if (targets === 0 || filled < 2) return false;
  const figures = row.some(
    (cell) => roleOfHeader(cell) === 'value' || namesFigures(readHeaderCell(cell, names.readIndicator)),
  );
  return targets > 1 || !figures;
}
