import { compareDecimals, isDecimal } from '../../decimal.ts';
import type { Indicator } from '../../indicator.ts';
import type { Bound } from '../../observation.ts';
import type { TargetKind } from '../../target.ts';
import type { Complaints } from '../complaints.ts';
import { parseBound } from '../figureWords.ts';
import { isBlank, normalizeName } from '../normalizeName.ts';
import { plainDigits } from '../number.ts';
import type { Reading } from '../reading.ts';
import { cellUnit, convertUnit, parseUnit, unitsFit, type Unit } from '../unit.ts';
import type { TargetEntry } from './targetEntry.ts';
import type { TargetLine } from './targetLine.ts';
import { parseTargetKind } from './targetKind.ts';
import { parseTargetWords, type TargetWords } from './targetWords.ts';

/** Number, bound and kind of one target, in the unit of its indicator. */
export type TargetValue = Pick<TargetEntry, 'value' | 'value_to' | 'bound' | 'modality' | 'percent' | 'target_kind'> & {
  /** The cell holds a number only, or its bound is in another column: its words are not those of the document. */
  isBare: boolean;
};

/** Reads the cells of targets, converts their units and checks the range of their indicator. */
export class TargetValueReader {
  readonly #whole: Reading['whole'];
  readonly #complaints: Complaints;

  constructor(reading: Reading, complaints: Complaints) {
    this.#whole = reading.whole;
    this.#complaints = complaints;
  }

  /** Null when there is nothing to read or the cell has a problem, which is told. `stored` is the kind it has so far. */
  read(target: TargetLine, indicator: Indicator, stored: TargetKind | null): TargetValue | null {
    const words = parseTargetWords(target.raw);
    if (words.kind === 'blank') return this.#refuse(target, 'set_aside', { what: 'blank_target' });
    if (words.kind === 'undecodable') return this.#refuse(target, 'undecodable', {});
    if (words.kind !== 'target') return this.#refuse(target, 'not_a_number', { what: 'target', kind: words.kind });
    const kind = this.#kind(target, words, indicator, stored);
    if (kind === undefined) return null;
    const end = this.#end(target, words);
    const bound = end === undefined ? null : this.#bound(target, words, end);
    if (end === undefined || bound === null) return null;
    const convert = this.#unit(target, words, indicator, kind);
    const value = convert?.(words.value) ?? null;
    const value_to = end === null ? null : (convert?.(end) ?? null);
    if (value === null || (end !== null && value_to === null)) return this.#refuseUnit(target, words, indicator);
    if (value_to !== null && compareDecimals(value, value_to) >= 0) {
      return this.#refuse(target, 'not_a_number', { what: 'target', kind: 'contradiction' });
    }
    if (kind !== 'rise' && ![value, value_to ?? value].every((one) => this.#inRange(one, indicator, target)))
      return null;
    const percent = words.unit?.dimension === 'percent';
    const isBare = words.isBare && (words.unit === null || bound !== words.bound);
    return { value, value_to, bound, modality: words.modality, percent, target_kind: kind, isBare };
  }

  /** Null: not said. Undefined: said and not understood, which is told. */
  #kind(
    target: TargetLine,
    { says, unit }: TargetWords,
    indicator: Indicator,
    stored: TargetKind | null,
  ): TargetKind | null | undefined {
    const text = target.texts.target_kind;
    let given: TargetKind | null = null;
    if (text !== null && !isBlank(text)) {
      given = parseTargetKind(text);
      if (given === null) {
        this.#complaints.inLine('out_of_range', target.line, 'target_kind', text, { what: 'target_kind' });
        return undefined;
      }
    }
    const isGrowth = indicator.kind === 'growth';
    const isPoints = unit?.word.endsWith('百分点') === true;
    const said = says === 'average' && isGrowth ? 'average_growth' : says === 'rise' && isPoints ? 'rise' : null;
    const fits =
      says === null ||
      said !== null ||
      (says === 'growth' && isGrowth) ||
      (says === 'yearly' && indicator.kind === 'annual-flow');
    if (!fits || (given !== null && said !== null && given !== said)) {
      this.#refuse(target, 'out_of_range', { what: 'words_and_kind', indicator: indicator.indicator });
      return undefined;
    }
    const kind = given ?? said ?? (isPoints && stored === 'rise' ? 'rise' : null);
    if (isPoints && kind !== 'rise' && indicator.unit !== '百分点') {
      this.#refuse(target, 'unit_mismatch', { what: 'points', indicator: indicator.indicator });
      return undefined;
    }
    return kind;
  }

  /** The upper end of a range, in the cell or in a column of its own. Undefined: said and not understood. */
  #end(target: TargetLine, words: TargetWords): string | null | undefined {
    const text = target.texts.value_to;
    if (text === null || isBlank(text)) return words.value_to;
    const end = plainDigits(text.normalize('NFKC').trim());
    if (end !== null && (words.value_to === null || compareDecimals(words.value_to, end) === 0)) return end;
    this.#complaints.inLine('not_a_number', target.line, 'value_to', text, { what: 'target', kind: 'not_a_number' });
    return undefined;
  }

  #bound(target: TargetLine, words: TargetWords, end: string | null): Bound | null {
    const text = target.line.bound;
    const inCell: Bound = end === null ? words.bound : 'range';
    if (text === null || isBlank(text)) return inCell;
    const given: Bound | null = ['range', '区间'].includes(normalizeName(text)) ? 'range' : parseBound(text);
    const agree = given === inCell || (given !== 'range' && inCell === 'eq');
    if (given !== null && agree) return given;
    this.#complaints.inLine('out_of_range', target.line, 'bound', text, { what: given === null ? 'bound' : 'bounds' });
    return null;
  }

  /** How a number of this cell becomes one in the indicator's unit; null when the units do not fit. */
  #unit(
    { line, column }: TargetLine,
    words: TargetWords,
    indicator: Indicator,
    kind: TargetKind | null,
  ): ((value: string) => string | null) | null {
    const own = parseUnit(indicator.unit) ?? { dimension: 'count', shift: 0, word: indicator.unit };
    let stated: Unit | null = column.unit;
    if (line.unit !== null && !isBlank(line.unit)) {
      stated = parseUnit(line.unit);
      if (stated === null) return null;
    } else if (stated === null && this.#whole.unit_text !== null) {
      const fitting = this.#whole.units.filter((unit) => unitsFit(unit, own));
      stated = fitting.length === 1 ? (fitting[0] ?? null) : null;
      if (stated === null && words.unit === null) return null;
    }
    if (kind === 'rise' && own.dimension !== 'percent') return null;
    const from = cellUnit(words.unit, stated, own);
    return from === null ? null : (value) => convertUnit(value, from, own);
  }

  #refuseUnit(target: TargetLine, words: TargetWords, indicator: Indicator): null {
    const text = target.line.unit ?? '';
    const detail = { indicator: indicator.name_zh, unit: indicator.unit };
    if (words.unit !== null || isBlank(text)) return this.#refuse(target, 'unit_mismatch', detail);
    const known = parseUnit(text) !== null;
    this.#complaints.inLine('unit_mismatch', target.line, 'unit', text, known ? detail : { indicator: '', unit: '' });
    return null;
  }

  #inRange(value: string, indicator: Indicator, target: TargetLine): boolean {
    const { min, max } = indicator;
    const below = min !== null && isDecimal(min) && compareDecimals(value, min) < 0;
    const above = max !== null && isDecimal(max) && compareDecimals(value, max) > 0;
    if (!below && !above) return true;
    const detail = { indicator: indicator.name_zh, min: min ?? '', max: max ?? '', unit: indicator.unit, value };
    this.#refuse(target, 'out_of_range', detail);
    return false;
  }

  #refuse(target: TargetLine, code: Parameters<Complaints['atCell']>[0], detail: Record<string, string>): null {
    this.#complaints.atCell(code, target, detail);
    return null;
  }
}
