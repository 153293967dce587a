/** The years that a title line states for the figures below it. */
export type TitleYears = {
  /** Whole years. */
  years: number[];
  /** Statements about a part of a year (2024年1-11月, 2024年上半年), as written, with the year. */
  parts: { year: number; text: string }[];
};

/** Words of lines that date the document or name its source, and so say nothing about the figures. */
const OF_DOCUMENT =
  /年鉴|来源|日期|制表|编制|导出|打印|下载|更新|发布|公布时间|填报|填表|报送|查询|印发|审核|yearbook|source|\bdate\b|printed|exported|downloaded|updated|published/iu;
const ASIDE = /[(《【[][^()《》【】[\]]*[)》】\]]/gu;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年|\)|$)/gu;
const YEAR_RANGE = /(?:19|20)\d{2}\s*年?\s*(?:-|—|–|~|～|至|到)\s*(?:19|20)?\d{2}(?!\d|\s*月)/u;
const MONTH = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])';
const PART_OF_YEAR = new RegExp(
  `^年(?:度)?[,\\s]*(?:第?[一二三四1-4]季度?|前?[一二三1-3]个?季度|前[一二三]季|[上下]半年|前?${MONTH}(?:[-—–~至到、]${MONTH})?个?月(?:份|末|底)?(?:\\d{1,2}日)?)`,
  'u',
);
const WHOLE_BY_MONTHS = /^年(?:度)?[,\s]*(?:1|一)月?[-—–~至到](?:12|十二)个?月/u;
const END_OF_YEAR = /^年(?:度)?[,\s]*(?:12|十二)月(?:末|底|31日)/u;
const ENGLISH_PART =
  /(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?|\b(?:q[1-4]|h[12])|\b(?:quarter|half|months)(?:\s+of)?),?\s*$/iu;

/**
 * Reads the years of one title cell. Years of a yearbook, a source or a date of printing are none of the figures'; a year
 * followed by a month, a quarter or half a year is only a part of it (1—12月 is all of it). Ranges say nothing.
 */
export function titleYears(raw: string): TitleYears {
  const found: TitleYears = { years: [], parts: [] };
  const whole = raw.normalize('NFKC');
  const text = whole.replace(ASIDE, (aside) => (OF_DOCUMENT.test(aside) ? ' ' : aside));
  if (OF_DOCUMENT.test(text) || YEAR_RANGE.test(text)) return found;
  for (const match of text.matchAll(YEAR)) {
    const year = Number(match[1]);
    const after = text.slice(match.index + 4);
    const before = text.slice(0, match.index);
    const part = PART_OF_YEAR.exec(after)?.[0];
    const english = ENGLISH_PART.exec(before)?.[0];
    const isWhole = WHOLE_BY_MONTHS.test(after) || (/截[至止]/u.test(before) && END_OF_YEAR.test(after));
    if (isWhole || (part === undefined && english === undefined)) found.years.push(year);
    else found.parts.push({ year, text: `${(english ?? '').trimStart()}${year}${part ?? ''}` });
  }
  return found;
}
