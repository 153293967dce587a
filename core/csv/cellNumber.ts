import { compareDecimals } from '../decimal.ts';
import type { Indicator } from '../indicator.ts';
import type { Complaints } from './complaints.ts';
import type { Entry } from './entry.ts';
import { parseSymbol } from './figureWords.ts';
import { normalizeMark } from './footer.ts';
import { isBlank } from './normalizeName.ts';
import { parseNumber } from './number.ts';
import type { RawCell, Reading } from './reading.ts';
import { cellUnit, convertUnit, parseUnit, unitsFit, type Unit } from './unit.ts';

/** The figure of one cell in the unit of its indicator. */
export type CellNumber = Pick<Entry, 'value' | 'symbol' | 'percent'> & { note: string | null };

const BLANK: CellNumber = { value: null, symbol: 'missing', percent: false, note: null };

/** Reads number cells, converts their units and checks the range of their indicator. */
export class NumberReader {
  readonly #reading: Reading;
  readonly #complaints: Complaints;
  readonly #unitOf = new Map<string, Unit>();

  constructor(reading: Reading, complaints: Complaints) {
    this.#reading = reading;
    this.#complaints = complaints;
  }

  /**
   * Null when the cell has a problem, which is told. Without an indicator only the form of the number is checked. `named` is
   * the unit in the bracket of an indicator cell.
   */
  read(cell: RawCell, indicator: Indicator | null, named: Unit | null): CellNumber | null {
    const read = parseNumber(cell.raw);
    if (read.kind === 'blank') {
      const symbol = cell.line.symbol === null ? null : parseSymbol(cell.line.symbol);
      return symbol === null ? BLANK : { ...BLANK, symbol };
    }
    if (read.kind === 'symbol') {
      return { value: null, symbol: read.symbol, percent: false, note: this.#footnote(read.mark) };
    }
    if (read.kind !== 'number') {
      const code =
        read.kind === 'bound' ? 'bound_in_statistics' : read.kind === 'undecodable' ? read.kind : 'not_a_number';
      this.#complaints.atCell(code, cell, { kind: read.kind });
      return null;
    }
    const own = indicator === null ? null : this.#unit(indicator);
    const stated = this.#statedUnit(cell, named, own);
    if (indicator === null || own === null) return null;
    if (stated === undefined) return this.#refuseUnit(cell, false, indicator);
    const from = cellUnit(read.unit, stated, own);
    const value = from === null ? null : convertUnit(read.value, from, own);
    if (value === null) return this.#refuseUnit(cell, read.unit !== null, indicator);
    if (!this.#inRange(value, indicator, cell)) return null;
    return { value, symbol: null, percent: read.unit?.dimension === 'percent', note: this.#footnote(read.mark) };
  }

  /**
   * Unit column, bracket of the indicator, header, 单位 line, in this order; null when none says anything, undefined when what
   * is said cannot be understood, contradicts itself, or leaves a choice.
   */
  #statedUnit(cell: RawCell, named: Unit | null, own: Unit | null): Unit | null | undefined {
    const text = cell.line.unit;
    if (text !== null && !isBlank(text)) {
      const unit = parseUnit(text);
      if (unit === null || (named !== null && named.shift !== unit.shift)) return undefined;
      return unit;
    }
    const near = named ?? cell.column.unit;
    const { units, unit_text } = this.#reading.whole;
    if (near !== null || unit_text === null) return near ?? units[0] ?? null;
    const fitting = own === null ? units : units.filter((unit) => unitsFit(unit, own));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  #refuseUnit(cell: RawCell, cellHasUnit: boolean, indicator: Indicator): null {
    const text = cell.line.unit ?? '';
    const known = parseUnit(text) !== null;
    const detail = known ? { indicator: indicator.name_zh, unit: indicator.unit } : { indicator: '', unit: '' };
    if (!cellHasUnit && !isBlank(text)) this.#complaints.inLine('unit_mismatch', cell.line, 'unit', text, detail);
    else {
      const said = cell.column.unit === null && !cellHasUnit ? (this.#reading.whole.unit_text ?? '') : '';
      this.#complaints.atCell('unit_mismatch', cell, { indicator: indicator.name_zh, unit: indicator.unit, said });
    }
    return null;
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
    if ((min === null || !isBelow(value, min)) && (max === null || !isBelow(max, value))) return true;
    const detail = { indicator: indicator.name_zh, min: min ?? '', max: max ?? '', unit: indicator.unit, value };
    this.#complaints.atCell('out_of_range', cell, detail);
    return false;
  }

  #footnote(mark: string | null): string | null {
    return mark === null ? null : (this.#reading.footnotes.get(normalizeMark(mark)) ?? mark);
  }
}

/** Exact; floats decide where they are far enough apart to be trusted. */
function isBelow(a: string, b: string): boolean {
  const difference = Number(a) - Number(b);
  return Math.abs(difference) > 1e-6 ? difference < 0 : compareDecimals(a, b) < 0;
}
