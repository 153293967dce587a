import { isBlank } from './normalizeName.ts';

const DIGITS: Record<string, string> = { 〇: '0', '○': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4' };
Object.assign(DIGITS, { 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' });

const FIRST_YEAR = 1949;
/** No file or form is about a later year. */
export const LAST_YEAR = 2100;
const CHINESE_YEAR = /^[〇○零一二三四五六七八九]{4}年?$/u;
const YEAR = /^(\d{4})(?:年|年度|\.0)?$/;

/**
 * A calendar year by a closed list of forms: 2024, 2024年, 2024年度, ２０２４, 二〇二四年, and 2024.0 as some programs
 * write whole numbers. Everything else, also `25`, FY2024 and dates, is null. Source: workflows 3.3, step 6.
 */
export function parseYear(raw: string): number | null {
  if (isBlank(raw)) return null;
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const plain = CHINESE_YEAR.test(text) ? [...text].map((digit) => DIGITS[digit] ?? digit).join('') : text;
  const digits = YEAR.exec(plain)?.[1];
  if (digits === undefined) return null;
  const year = Number(digits);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** Statistics of provinces by year are kept from here on. */
export const FIRST_KEPT = 1978;

/** Why figures of a year are not kept, for the sentence; null: they are. `lastYear` null: no year is too late. */
export function yearLimit(
  year: number,
  lastYear: number | null,
): { reason: 'early' | 'future'; text: string; limit: string } | null {
  if (year < FIRST_KEPT) return { reason: 'early', text: String(year), limit: String(FIRST_KEPT) };
  if (lastYear !== null && year > lastYear) return { reason: 'future', text: String(year), limit: String(lastYear) };
  return null;
}
