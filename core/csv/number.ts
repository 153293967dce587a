import type { Decimal } from '../decimal.ts';
import { isDecimal } from '../decimal.ts';
import { parseUnit, type Unit } from './unit.ts';

/** What one number cell of a statistics file says. */
export type NumberReading =
  | { kind: 'number'; value: Decimal; unit: Unit | null; mark: string | null }
  | { kind: 'symbol'; symbol: 'below_smallest_unit' | 'not_applicable'; mark: string | null }
  | { kind: 'blank' }
  | { kind: 'bound' }
  | { kind: 'formula' }
  | { kind: 'undecodable' }
  | { kind: 'not_a_number' };

/** What most cells are; -0 is not among them, so that it becomes 0. */
const PLAIN = /^(?:-[1-9]\d*|0|[1-9]\d*)(?:\.\d+)?$/;
// NFKC turns … into ... and ① into 1, so symbols and marks are read before it.
const BELOW_SMALLEST_UNIT = /^(?:…+|⋯+|\.{3}|\.{6})$/u;
const NOT_APPLICABLE = /^(?:[-—–―─－−‐]{1,2}|[/／]|不适用)$/u;
const MARKS = /\s*((?:[*＊†‡①-⑳⑴-⒇¹²³⁰⁴-⁹]|[[［〔]\s*\d{1,2}\s*[\]］〕])+)$/u;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SPACED = /^-?\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
const NUMBER_AND_REST = /^(-?(?:\d[\d, ]*\d|\d)?(?:\.\d+)?)\s*([^\d\s].*)?$/u;
const BOUND_WORDS =
  /^(?:超过|超|突破|高于|大于|多于|逾|不低于|不少于|不小于|至少|达到|达|接近|大约|约为|约|近|低于|小于|少于|不高于|不超过|不大于|控制在|[≥≤><~≈])|(?:左右|以上|以下|以内|之内|余|多)(?:万亿|亿|万)?[^\d]{0,4}$/u;
const RANGE = /^-?[\d,.]+[^\d,.]{0,4}(?:-|~|—|–|至|到)[\d,.]+[^\d]{0,4}$/u;

/**
 * Reads one number cell by the reading rules of workflows 3.3: full-width digits, grouping in threes only, 万 and 亿 after
 * the number, % of both widths, 个百分点, footnote marks (kept as `mark`). A minus sign is the only sign of a negative.
 * Never throws; never turns a misfit into a number.
 */
export function parseNumber(raw: string): NumberReading {
  if (PLAIN.test(raw)) return { kind: 'number', value: raw, unit: null, mark: null };
  const trimmed = raw.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  if (trimmed === '') return { kind: 'blank' };
  // Spreadsheets mark a number kept as text so.
  if (/^['’][-−]?\d/u.test(trimmed)) return parseNumber(trimmed.slice(1));
  if (trimmed.includes('\ufffd')) return { kind: 'undecodable' };
  const mark = MARKS.exec(trimmed)?.[1] ?? null;
  const unmarked = mark === null ? trimmed : trimmed.slice(0, trimmed.length - mark.length).trim();
  if (unmarked === '') return { kind: 'not_a_number' };
  if (BELOW_SMALLEST_UNIT.test(unmarked)) return { kind: 'symbol', symbol: 'below_smallest_unit', mark };
  if (NOT_APPLICABLE.test(unmarked)) return { kind: 'symbol', symbol: 'not_applicable', mark };
  const text = unmarked.normalize('NFKC').replace(/\s+/g, ' ').replace(/^[−‐]/u, '-');
  if (/^(?:[=@]|[+-](?![\d.]))/.test(text)) return { kind: 'formula' };
  return readNumber(text.replace(/^\+/, ''), mark);
}

function readNumber(text: string, mark: string | null): NumberReading {
  const parts = NUMBER_AND_REST.exec(text);
  const digits = parts?.[1] ?? '';
  const rest = (parts?.[2] ?? '').trim();
  const value = plainDigits(digits);
  if (value !== null && rest === '') return { kind: 'number', value, unit: null, mark };
  const unit = value === null || rest === '' ? null : parseUnit(rest);
  if (value !== null && unit !== null) return { kind: 'number', value, unit, mark };
  if (/\d/.test(text) && (BOUND_WORDS.test(text) || RANGE.test(text))) return { kind: 'bound' };
  return { kind: 'not_a_number' };
}

/** Digits without grouping, or null: groups must be three digits, so that 9,99 is never a number. */
export function plainDigits(digits: string): Decimal | null {
  const ungrouped = GROUPED.test(digits)
    ? digits.replaceAll(',', '')
    : SPACED.test(digits)
      ? digits.replaceAll(' ', '')
      : digits;
  const whole = ungrouped.replace(/^(-?)\./, '$10.');
  if (!isDecimal(whole)) return null;
  const trimmed = whole.replace(/^(-?)0+(?=\d)/, '$1');
  return /[1-9]/.test(trimmed) ? trimmed : trimmed.replace('-', '');
}
