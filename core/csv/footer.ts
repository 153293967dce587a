import { isBlank } from './normalizeName.ts';

const FOOTER =
  /^\s*(?:注释?|说明|备注|附注|数据来源|资料来源|来源|制表|填报|单位|note|notes|source|sources)\s*\d*\s*[:：]/iu;
const FOOTNOTE = /^\s*(?:注\s*[:：]\s*)?([*＊†‡①-⑳⑴-⒇¹²³⁰⁴-⁹]+|[[［〔]\s*\d{1,2}\s*[\]］〕])\s*(?:[:：])?\s*(\S.*)$/u;
const CONTINUED = /^\s*续?表\s*[\d一二三四五六七八九十(（]*/u;

/** The only non-blank cell of a row, or null when it has none or more than one. */
export function onlyCell(row: readonly string[]): string | null {
  let only: string | null = null;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    if (only !== null) return null;
    only = cell;
  }
  return only;
}

/** A line below (or between) the data that is none: 注：…, 数据来源：…, ① …, 续表. */
export function isFooter(first: string, only: string | null): boolean {
  if (FOOTER.test(first)) return true;
  return only !== null && (FOOTNOTE.test(only) || CONTINUED.test(only));
}

/** `① 初步数` below a table: the mark and what it means; null for any other line. */
export function footnoteOf(text: string): { mark: string; text: string } | null {
  const parts = FOOTNOTE.exec(text);
  return parts?.[1] === undefined || parts[2] === undefined
    ? null
    : { mark: normalizeMark(parts[1]), text: parts[2].trim() };
}

/** One form of a mark, so that ［1］ after a figure finds [1] below the table. */
export function normalizeMark(mark: string): string {
  return mark
    .replace(/[［〔]/gu, '[')
    .replace(/[］〕]/gu, ']')
    .replace(/＊/gu, '*')
    .replace(/\s+/g, '');
}
