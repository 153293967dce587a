import { roleOfHeader } from './columnRole.ts';
import { isContinuation, isFooter, isNote, onlyCell, startsWithUnit } from './footer.ts';
import type { HeaderColumn } from './header.ts';
import { readHeaderCell } from './headerCell.ts';
import { isBlank, normalizeName } from './normalizeName.ts';
import type { NameReaders } from './reading.ts';
import { readTitleLines, type TitleLines, type TitleUse } from './titleLines.ts';
import type { Unit } from './unit.ts';

type Row = readonly string[];

/**
 * What a row below the header is. `unit`: the only statement of the unit, below the table, which then holds for it.
 * `other_unit`: the same against what the header says. `other_table`: from here on the columns, the unit, the year or the
 * indicator are others.
 */
export type InnerLine =
  { kind: 'data' | 'aside' | 'other_table' | 'other_unit' } | { kind: 'unit'; units: Unit[]; text: string };

type Table = {
  rows: readonly Row[];
  header: { index: number; rows: number };
  regionAt: number;
  figures: readonly Pick<HeaderColumn, 'unit'>[];
  hasUnitColumn: boolean;
  whole: TitleLines;
  /** What the lines above the table were needed for. */
  used: ReadonlySet<TitleUse>;
  names: NameReaders;
};

/** Judges the rows of one table in their order. */
export class InnerLines {
  readonly #table: Table;
  readonly #headers: ReadonlySet<string>;
  readonly #isRegionWord = new Map<string, boolean>();
  #below = false;

  constructor(table: Table) {
    this.#table = table;
    const { rows, header } = table;
    this.#headers = new Set(rows.slice(header.index, header.index + header.rows).map(keyOf));
  }

  judge(row: Row, at: number, firstText: string): InnerLine {
    const only = onlyCell(row);
    if (this.#mayBeHeader(row, firstText)) {
      if (this.#headers.has(keyOf(row))) return { kind: 'aside' };
      if (this.#headsTable(row, firstText)) return { kind: 'other_table' };
    }
    const footer = isFooter(firstText, only) || isContinuation(row);
    const aside = footer || (this.#below && only !== null);
    if (!isNote(firstText) && (aside || only !== null)) {
      const said = this.#said(row, at);
      if (said !== null) return said;
    }
    this.#below ||= footer;
    return { kind: aside ? 'aside' : 'data' };
  }

  #mayBeHeader(row: Row, firstText: string): boolean {
    const cell = row[this.#table.regionAt] ?? '';
    return isBlank(cell) || startsWithUnit(firstText) || this.#isRegion(cell) || this.#isRegion(firstText);
  }

  #isRegion(text: string): boolean {
    let known = this.#isRegionWord.get(text);
    if (known === undefined) {
      known = roleOfHeader(text) === 'region';
      this.#isRegionWord.set(text, known);
    }
    return known;
  }

  #headsTable(row: Row, firstText: string): boolean {
    const cells = row.filter((cell) => !isBlank(cell));
    const heads = cells.filter((text) => {
      if (this.#isRegion(text)) return false;
      const { indicator, year } = readHeaderCell(text, this.#table.names.readIndicator);
      return indicator !== null || (year !== null && text.includes('年')) || roleOfHeader(text) !== null;
    });
    // With an empty corner, numbers of a merged cell must not pass for a header of years.
    if (cells.some((text) => this.#isRegion(text)) || startsWithUnit(firstText)) return heads.length > 0;
    return heads.length > 1 && heads.length === cells.length;
  }

  /** What a title, 续表 or unit line says against the lines above the table. */
  #said(row: Row, at: number): InnerLine | null {
    const { whole, used, names, hasUnitColumn } = this.#table;
    const said = readTitleLines([row], names);
    const differs =
      (used.has('year') && (said.part !== null || said.years.some((year) => year !== whole.year))) ||
      (used.has('indicator') && said.indicator !== null && said.indicator !== whole.indicator) ||
      (used.has('region') && said.region !== null && said.region !== whole.region);
    if (differs && this.#dataFollows(at)) return { kind: 'other_table' };
    if (said.unit_text === null || said.units.length === 0 || hasUnitColumn) return null;
    const columns = this.#table.figures.flatMap(({ unit }) => unit ?? []);
    const stated = [...whole.units, ...columns];
    const isStated = (unit: Unit): boolean =>
      stated.some((other) => other.dimension === unit.dimension && other.shift === unit.shift);
    if (said.units.every(isStated)) return null;
    if (this.#dataFollows(at)) return { kind: 'other_table' };
    if (stated.length > 0 || whole.unit_text !== null) return { kind: 'other_unit' };
    return { kind: 'unit', units: said.units, text: said.unit_text };
  }

  #dataFollows(at: number): boolean {
    return this.#table.rows.slice(at + 1).some((row) => {
      const first = row.find((cell) => !isBlank(cell));
      return first !== undefined && onlyCell(row) === null && !isFooter(first, null);
    });
  }
}

function keyOf(row: Row): string {
  const names = row.map(normalizeName);
  while (names.length > 0 && names.at(-1) === '') names.pop();
  return names.join('\u0000');
}
