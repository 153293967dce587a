import { decimalsOf, shiftDecimal, type Decimal } from './decimal.ts';
import { groupDigits } from './format.ts';
import type { Lang } from './region.ts';

/** English words behind a number, and how far the point moves: 1.3 万亿 is not read by anybody. */
const ENGLISH: Record<string, { places: number; word: string }> = {
  亿元: { places: -1, word: ' billion yuan' },
  亿: { places: -1, word: ' billion' },
  亿个: { places: -1, word: ' billion' },
  万人: { places: 4, word: ' people' },
  万人次: { places: 4, word: ' person-times' },
  万户: { places: 4, word: ' households' },
  百分点: { places: 0, word: ' percentage points' },
  公里: { places: 0, word: ' km' },
  个月: { places: 0, word: ' months' },
  年: { places: 0, word: ' years' },
  '%': { places: 0, word: '%' },
};

function english(value: Decimal, unit: string): string {
  const known = ENGLISH[unit] ?? { places: unit.startsWith('万') ? 4 : 0, word: '' };
  const shifted = shiftDecimal(value, known.places);
  // 30000 亿元 is 3,000 billion: the zero behind the point says nothing
  const digits =
    decimalsOf(value) === 0 ? shifted.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros)) : shifted;
  return groupDigits(digits) + known.word;
}

/**
 * A number with its unit inside a sentence: 13000亿元, 1,300 billion yuan. Counting words (个, 家, 项 …) have no English.
 * All digits are kept.
 */
export function quantityText(value: Decimal, unit: string, lang: Lang): string {
  return lang === 'en' ? english(value, unit) : value + (unit === '指数' ? '' : unit);
}

/** A difference of two such numbers: of percentages in percentage points. */
export function differenceText(value: Decimal, unit: string, lang: Lang): string {
  if (unit === '%')
    return lang === 'en'
      ? `${groupDigits(value)} percentage ${value === '1' ? 'point' : 'points'}`
      : `${value}个百分点`;
  return quantityText(value, unit, lang);
}
