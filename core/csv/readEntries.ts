import type { Dataset } from '../dataset.ts';
import { compareDecimals } from '../decimal.ts';
import type { Indicator } from '../indicator.ts';
import type { Bound, FigureStatus } from '../observation.ts';
import type { Entry } from './entry.ts';
import { parseBound, parseStatus, tellsOfOtherDefinition } from './figureWords.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import { normalizeMark } from './footer.ts';
import { isBlank } from './normalizeName.ts';
import { parseNumber } from './number.ts';
import type { Column, ImportMapping, Line, NameReaders, RawCell, Reading } from './reading.ts';
import type { RegionMatch } from './region.ts';
import { cellUnit, convertUnit, parseUnit, type Unit } from './unit.ts';
import { parseYear } from './year.ts';

const CELLS_A_STEP = 2_000;

/** Every cell in normal form or as a problem, before cells are compared with each other or with what is stored. */
export type Entries = {
  entries: Entry[];
  problems: FileProblem[];
  /** Rows that are known and not among the provinces: cities, 东部地区, sums. */
  left_out: { row: number; name: string; class: string }[];
};

type RowFacts = {
  row: number;
  region: RegionMatch;
  bound: Bound | null;
  status: FigureStatus | null;
  break: boolean | null;
  note: string | null;
  source: string | null;
};

/** Reads the cells of a table one by one; yields how many are done. */
export function* readEntries(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping,
): Generator<number, Entries> {
  const reader = new EntryReader(reading, dataset, names, mapping);
  for (let at = 0; at < reading.cells.length; at++) {
    if (at % CELLS_A_STEP === CELLS_A_STEP - 1) yield at;
    const cell = reading.cells[at];
    if (cell !== undefined) reader.read(cell);
  }
  return reader.result;
}

class EntryReader {
  readonly result: Entries = { entries: [], problems: [], left_out: [] };
  readonly #reading: Reading;
  readonly #dataset: Dataset;
  readonly #names: NameReaders;
  readonly #mapping: ImportMapping;
  readonly #columnOf: Partial<Record<Column['role'], Column>> = {};
  readonly #unitOf = new Map<string, Unit>();
  readonly #years = new Map<string, number | null>();
  readonly #nearSeen = new Set<string>();
  #facts: RowFacts | null = null;

  constructor(reading: Reading, dataset: Dataset, names: NameReaders, mapping: ImportMapping) {
    this.#reading = reading;
    this.#dataset = dataset;
    this.#names = names;
    this.#mapping = mapping;
    for (const column of reading.columns) this.#columnOf[column.role] ??= column;
  }

  read(cell: RawCell): void {
    const { line, column } = cell;
    const facts = this.#facts?.row === line.row ? this.#facts : this.#readLine(line);
    this.#facts = facts;
    if (facts.region.kind === 'out_of_scope') return;
    const year = this.#year(line, column);
    const indicator = this.#indicator(line, column);
    const number = this.#number(cell, indicator);
    if (facts.region.kind === 'unknown' || year === null || indicator === null || number === null) return;
    const note = [facts.note, number.note].filter((part) => part !== null).join('；');
    this.result.entries.push({
      row: line.row,
      column,
      raw: cell.raw,
      region: facts.region.region,
      indicator: indicator.indicator,
      year,
      value: number.value,
      symbol: number.symbol,
      percent: number.percent,
      bound: facts.bound,
      status: facts.status,
      break: facts.break,
      note: note === '' ? null : note,
      source: facts.source,
    });
  }

  #readLine(line: Line): RowFacts {
    const region = this.#region(line);
    const said = (text: string | null): string | null => (text === null || isBlank(text) ? null : text.trim());
    const bound = said(line.bound);
    const parsedBound = bound === null ? null : parseBound(bound);
    const note = said(line.note);
    if (region.kind === 'region') {
      if (bound !== null && parsedBound === null) this.#complain('definition_changed', line, 'bound', bound);
      if (note !== null && tellsOfOtherDefinition(note)) this.#complain('definition_changed', line, 'note', note);
    }
    const status = said(line.status);
    const parsedStatus = status === null ? null : parseStatus(status);
    const unread = [
      bound !== null && parsedBound === null ? bound : null,
      status !== null && parsedStatus === null ? status : null,
    ];
    const notes = [note, ...unread].filter((part) => part !== null);
    const source = said(line.source);
    const known = source === null ? null : this.#source(source);
    if (source !== null && known === null) notes.push(source);
    return {
      row: line.row,
      region,
      bound: parsedBound,
      status: parsedStatus,
      break: line.break === null ? null : /^(?:b|1|是|y|yes|true|断点)$/iu.test(line.break.trim()),
      note: notes.length === 0 ? null : notes.join('；'),
      source: known,
    };
  }

  #region(line: Line): RegionMatch {
    const given = this.#mapping.regions?.[line.region.trim()];
    if (given === 'ignore') return this.#leaveOut(line, 'other');
    if (given !== undefined) return { kind: 'region', region: given, near: false };
    if (this.#refuseText(line.region, line, 'region')) return { kind: 'unknown', candidates: [] };
    const match = this.#names.readRegion(line.region);
    if (match.kind === 'out_of_scope') return this.#leaveOut(line, match.class);
    if (match.kind === 'unknown') {
      this.#complain('unknown_region', line, 'region', line.region, {
        candidates: this.#regionNames(match.candidates),
      });
    } else if (match.near) this.#complainOnce('near_match', line, 'region', line.region, { region: match.region });
    return match;
  }

  #leaveOut(line: Line, reason: string): RegionMatch {
    this.result.left_out.push({ row: line.row, name: line.region.trim(), class: reason });
    this.#complain('region_out_of_scope', line, 'region', line.region, { class: reason });
    return { kind: 'out_of_scope', class: 'other' };
  }

  #regionNames(regions: readonly string[]): string {
    return regions.map((region) => this.#dataset.regionById.get(region)?.short_zh ?? region).join('、');
  }

  #year(line: Line, column: Column): number | null {
    if (column.year !== null) return column.year;
    if (line.year === null) return this.#reading.whole.year;
    const known = this.#years.get(line.year);
    const year = known === undefined ? parseYear(line.year) : known;
    this.#years.set(line.year, year);
    if (year === null && !this.#refuseText(line.year, line, 'year'))
      this.#complain('bad_year', line, 'year', line.year);
    return year;
  }

  #indicator(line: Line, column: Column): Indicator | null {
    const id = column.indicator ?? (line.indicator === null ? this.#reading.whole.indicator : null);
    if (id !== null) return this.#dataset.indicatorById.get(id) ?? null;
    const text = line.indicator ?? '';
    const given = this.#mapping.indicators?.[text.trim()];
    if (given !== undefined) return this.#dataset.indicatorById.get(given) ?? null;
    if (this.#refuseText(text, line, 'indicator')) return null;
    const match = this.#names.readIndicator(text);
    if (match.kind === 'unknown') {
      const candidates = match.candidates.map((found) => this.#dataset.indicatorById.get(found)?.name_zh ?? found);
      this.#complain('unknown_indicator', line, 'indicator', text, { candidates: candidates.join('、') });
      return null;
    }
    if (match.near) this.#complainOnce('near_match', line, 'indicator', text, { indicator: match.indicator });
    return this.#dataset.indicatorById.get(match.indicator) ?? null;
  }

  /** Texts that are no names: damaged characters, and what a spreadsheet would compute. */
  #refuseText(text: string, line: Line, role: Column['role']): boolean {
    if (text.includes('\ufffd')) this.#complain('undecodable', line, role, text);
    else if (/^\s*[=@＝＠]/u.test(text)) this.#complain('formula', line, role, text);
    else return false;
    return true;
  }

  #number(
    cell: RawCell,
    indicator: Indicator | null,
  ): (Pick<Entry, 'value' | 'symbol' | 'percent'> & { note: string | null }) | null {
    const read = parseNumber(cell.raw);
    switch (read.kind) {
      case 'blank':
        return { value: null, symbol: 'missing', percent: false, note: null };
      case 'symbol':
        return { value: null, symbol: read.symbol, percent: false, note: this.#footnote(read.mark) };
      case 'number':
        break;
      case 'bound':
        return this.#refuseNumber('bound_in_statistics', cell, read.kind);
      case 'undecodable':
        return this.#refuseNumber('undecodable', cell, read.kind);
      default:
        return this.#refuseNumber('not_a_number', cell, read.kind);
    }
    const stated = this.#statedUnit(cell);
    if (indicator === null || stated === undefined) return null;
    const own = this.#unit(indicator);
    const from = cellUnit(read.unit, stated, own);
    const value = from === null ? null : convertUnit(read.value, from, own);
    if (value === null) {
      const role = read.unit === null && cell.line.unit !== null && !isBlank(cell.line.unit) ? 'unit' : null;
      this.#complainUnit(cell, role, indicator);
      return null;
    }
    if (!this.#inRange(value, indicator, cell)) return null;
    return { value, symbol: null, percent: read.unit?.dimension === 'percent', note: this.#footnote(read.mark) };
  }

  #refuseNumber(code: FileProblemCode, cell: RawCell, kind: string): null {
    this.result.problems.push(atCell(code, cell, { kind }));
    return null;
  }

  /** Unit column, then header, then 单位 line; undefined when the unit column holds words that are no unit. */
  #statedUnit(cell: RawCell): Unit | null | undefined {
    const text = cell.line.unit;
    if (text === null || isBlank(text)) return cell.column.unit ?? this.#reading.whole.unit;
    const unit = parseUnit(text);
    if (unit !== null) return unit;
    this.#complain('unit_mismatch', cell.line, 'unit', text, { unit: '' });
    return undefined;
  }

  #complainUnit(cell: RawCell, role: 'unit' | null, indicator: Indicator): void {
    const detail = { indicator: indicator.name_zh, unit: indicator.unit };
    if (role === 'unit') this.#complain('unit_mismatch', cell.line, 'unit', cell.line.unit ?? '', detail);
    else this.result.problems.push(atCell('unit_mismatch', cell, detail));
  }

  #unit(indicator: Indicator): Unit {
    const known = this.#unitOf.get(indicator.indicator);
    if (known !== undefined) return known;
    const unit = parseUnit(indicator.unit) ?? { dimension: 'count', shift: 0, word: indicator.unit };
    this.#unitOf.set(indicator.indicator, unit);
    return unit;
  }

  #inRange(value: string, indicator: Indicator, cell: RawCell): boolean {
    const { min, max } = indicator;
    const low = min !== null && compareDecimals(value, min) < 0;
    const high = max !== null && compareDecimals(value, max) > 0;
    if (!low && !high) return true;
    const detail = { indicator: indicator.name_zh, min: min ?? '', max: max ?? '', unit: indicator.unit, value };
    this.result.problems.push(atCell('out_of_range', cell, detail));
    return false;
  }

  #footnote(mark: string | null): string | null {
    return mark === null ? null : (this.#reading.footnotes.get(normalizeMark(mark)) ?? mark);
  }

  #source(text: string): string | null {
    if (this.#dataset.sourceById.has(text)) return text;
    const found = this.#dataset.sources.find((source) => source.title_zh === text);
    return found?.source ?? null;
  }

  #complain(
    code: FileProblemCode,
    line: Line,
    role: Column['role'],
    raw: string,
    detail: Record<string, string> = {},
  ): void {
    const column = this.#columnOf[role];
    this.result.problems.push({
      code,
      row: line.row,
      column: column?.letter ?? null,
      column_name: column?.name ?? null,
      raw,
      detail,
    });
  }

  /** A name is asked about once, however many rows use it. */
  #complainOnce(
    code: FileProblemCode,
    line: Line,
    role: Column['role'],
    raw: string,
    detail: Record<string, string>,
  ): void {
    const key = `${role}\u0000${raw}`;
    if (this.#nearSeen.has(key)) return;
    this.#nearSeen.add(key);
    this.#complain(code, line, role, raw, detail);
  }
}

function atCell(code: FileProblemCode, cell: RawCell, detail: Record<string, string>): FileProblem {
  return {
    code,
    row: cell.line.row,
    column: cell.column.letter,
    column_name: cell.column.name,
    raw: cell.raw,
    detail,
  };
}
