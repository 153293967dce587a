import type { Dataset } from '../dataset.ts';
import type { Indicator } from '../indicator.ts';
import { NumberReader } from './cellNumber.ts';
import { Complaints, mapped } from './complaints.ts';
import type { Entry } from './entry.ts';
import type { FileProblem } from './fileProblem.ts';
import { LineReader, type LeftOut, type LineFacts } from './lineFacts.ts';
import type { Column, ImportMapping, Line, NameReaders, RawCell, Reading } from './reading.ts';
import { titleYears } from './titleYears.ts';
import type { Unit } from './unit.ts';
import { parseYear, yearLimit } from './year.ts';

const CELLS_A_STEP = 2_000;

/** Every cell in normal form or as a problem, before cells are compared with each other or with what is stored. */
export type Entries = {
  entries: Entry[];
  problems: FileProblem[];
  /** Rows that are known and not among the provinces: cities, 东部地区, sums. */
  left_out: LeftOut[];
};

/** Reads the cells of a table one by one; yields how many are done. Years after `lastYear` are refused. */
export function* readEntries(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping,
  lastYear: number | null,
): Generator<number, Entries> {
  const reader = new EntryReader(reading, dataset, names, mapping, lastYear);
  const entries: Entry[] = [];
  for (let at = 0; at < reading.cells.length; at++) {
    if (at % CELLS_A_STEP === CELLS_A_STEP - 1) yield at;
    const cell = reading.cells[at];
    const entry = cell === undefined ? null : reader.read(cell);
    if (entry !== null) entries.push(entry);
  }
  return { entries, problems: reader.complaints.problems, left_out: reader.lines.leftOut };
}

/** An indicator with the unit in the bracket behind its name. */
type Named = { indicator: Indicator; unit: Unit | null };

class EntryReader {
  readonly complaints: Complaints;
  readonly lines: LineReader;
  readonly #numbers: NumberReader;
  readonly #whole: Reading['whole'];
  readonly #dataset: Dataset;
  readonly #names: NameReaders;
  readonly #mapping: ImportMapping;
  readonly #years = new Map<string, number | null>();
  readonly #lastYear: number | null;
  readonly #headerRow: number | null;
  readonly #refused = new Set<string>();
  #facts: LineFacts | null = null;

  constructor(reading: Reading, dataset: Dataset, names: NameReaders, mapping: ImportMapping, lastYear: number | null) {
    this.#lastYear = lastYear;
    this.#headerRow = reading.header_row;
    this.complaints = new Complaints(reading.columns);
    this.lines = new LineReader(dataset, names, mapping, this.complaints);
    this.#numbers = new NumberReader(reading, this.complaints);
    this.#whole = reading.whole;
    this.#dataset = dataset;
    this.#names = names;
    this.#mapping = mapping;
  }

  read(cell: RawCell): Entry | null {
    const { line, column } = cell;
    const facts = this.#facts?.row === line.row ? this.#facts : this.lines.read(line);
    this.#facts = facts;
    if (facts.region.kind === 'out_of_scope') return null;
    const year = this.#year(line, column);
    const indicator = this.#indicator(line, column);
    const number = this.#numbers.read(cell, indicator?.indicator ?? null, indicator?.unit ?? null);
    if (facts.region.kind === 'unknown' || year === null || indicator === null || number === null) return null;
    return {
      row: line.row,
      column,
      raw: cell.raw,
      region: facts.region.region,
      indicator: indicator.indicator.indicator,
      year,
      value: number.value,
      symbol: number.symbol,
      percent: number.percent,
      bound: facts.bound,
      status: facts.status,
      break: facts.break,
      note: number.note === null ? facts.note : facts.note === null ? number.note : `${facts.note}；${number.note}`,
      source: facts.source,
    };
  }

  #year(line: Line, column: Column): number | null {
    if (column.year !== null) return this.#keptOfHeader(column.year, column);
    if (line.year === null) return this.#whole.year === null ? null : this.#keptOfHeader(this.#whole.year, null);
    let year = this.#years.get(line.year);
    if (year === undefined) {
      year = parseYear(line.year);
      this.#years.set(line.year, year);
    }
    if (year === null) {
      if (!this.complaints.refusesText(line.year, line, 'year')) {
        const part = titleYears(line.year).parts[0];
        const detail = part === undefined ? {} : { reason: 'part', text: part.text };
        this.complaints.inLine('bad_year', line, 'year', line.year, detail);
      }
      return null;
    }
    const impossible = yearLimit(year, this.#lastYear);
    if (impossible === null) return year;
    this.complaints.inLine('bad_year', line, 'year', line.year, impossible);
    return null;
  }

  /** The year of a column, or of the title, is complained about once. */
  #keptOfHeader(year: number, column: Column | null): number | null {
    const impossible = yearLimit(year, this.#lastYear);
    if (impossible === null) return year;
    const key = column?.letter ?? '';
    if (this.#refused.has(key)) return null;
    this.#refused.add(key);
    const title = [...this.#whole.uses].find(([, uses]) => uses.has('year'))?.[0];
    this.complaints.problems.push({
      code: 'bad_year',
      row: column === null && title !== undefined ? title + 1 : this.#headerRow,
      column: column?.letter ?? null,
      column_name: column?.name ?? null,
      raw: column?.name ?? String(year),
      detail: impossible,
    });
    return null;
  }

  #indicator(line: Line, column: Column): Named | null {
    const id = column.indicator ?? (line.indicator === null ? this.#whole.indicator : null);
    if (id !== null) return this.#named(id, null);
    const text = line.indicator ?? '';
    const given = mapped(this.#mapping.indicators, text);
    if (given !== undefined) return this.#named(given, null);
    if (this.complaints.refusesText(text, line, 'indicator')) return null;
    const match = this.#names.readIndicator(text);
    if (match.kind === 'unknown') {
      const candidates = match.candidates.map((found) => this.#dataset.indicatorById.get(found)?.name_zh ?? found);
      this.complaints.inLine('unknown_indicator', line, 'indicator', text, { candidates: candidates.join('、') });
      return null;
    }
    if (match.near) {
      this.complaints.onceInLine('near_match', line, 'indicator', text, { indicator: match.indicator });
    }
    return this.#named(match.indicator, match.unit);
  }

  #named(id: string, unit: Unit | null): Named | null {
    const indicator = this.#dataset.indicatorById.get(id);
    return indicator === undefined ? null : { indicator, unit };
  }
}
