import { isBlank } from './normalizeName.ts';

const FOOTER =
  /^\s*(?:注释?|说明|备注|附注|数据来源|资料来源|来源|制表|填报|单位|note|notes|source|sources)\s*\d*\s*[:：]/iu;
const SIGNED =
  /^\s*(?:(?:审核|复核|填报|填表|制表|编制|联系|负责)人员?|(?:统计|单位|部门)负责人|(?:填报|报送|制表|编制)(?:单位|部门|时间|日期)|(?:导出|打印|下载|更新|报出|发布)(?:时间|日期)|联系(?:电话|方式))\s*[:：]/u;
const NOTE = /^\s*(?:注释?|说明|备注|附注|数据来源|资料来源|来源|note|notes|source|sources)\s*\d*\s*[:：]/iu;
const UNIT_START = /^\s*[(（]?\s*(?:计量单位|单位|unit)\s*[:：]/iu;
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
  if (FOOTER.test(first) || SIGNED.test(first)) return true;
  return only !== null && (FOOTNOTE.test(only) || CONTINUED.test(only));
}

/** A line of words about the table, in which a year or a unit may be of anything. */
export function isNote(first: string): boolean {
  return NOTE.test(first) || SIGNED.test(first) || FOOTNOTE.test(first);
}

/** 单位：万元, also in a bracket or before further cells. */
export function startsWithUnit(first: string): boolean {
  return UNIT_START.test(first);
}

/** 续表 and 单位：万元 in one row. */
export function isContinuation(row: readonly string[]): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  return cells.length > 1 && cells.every((cell) => CONTINUED.test(cell) || UNIT_START.test(cell));
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
