import type { WarningCode } from './answers.ts';
import type { Sentence } from './problem.ts';
import type { Lang } from './region.ts';

const TEXTS: Record<WarningCode, Sentence> = {
  definitions_differ: {
    zh: '各地口径不同，数值不宜直接比较。',
    en: 'Regions use different definitions; their figures should not be compared directly.',
  },
  mixed_years: { zh: '各地年份不同，不排位次。', en: 'The years differ between regions; no ranks are given.' },
  thin_coverage: { zh: '有数据的省份不足8个。', en: 'Fewer than eight provinces have a figure.' },
  break_in_series: {
    zh: '本年起统计口径有变动，与上年不可比。',
    en: 'A new series begins this year; it is not comparable with the year before.',
  },
  total_not_ratio: {
    zh: '图示为总量，大省数值自然较大，宜同时参看人均或占GDP比例。',
    en: 'The map shows totals, which grow with the size of a province; see the per-head or per-GDP figures as well.',
  },
  newer_vintage: { zh: '已有更新的数据。', en: 'Newer figures are available.' },
};

/** What a warning tells the reader, as a finished sentence. */
export function warningText(code: WarningCode, lang: Lang): string {
  return TEXTS[code][lang];
}
