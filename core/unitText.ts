import type { Lang } from './region.ts';

/** Counting words (量词), which English does without. */
const COUNTERS = [...'个项颗座处条类件所'];

/** English for the units of the indicators, as they stand in a heading or a legend. */
const ENGLISH: Record<string, string> = {
  百分点: 'percentage points',
  亿元: '100 million yuan',
  万元: '10,000 yuan',
  元: 'yuan',
  亿: '100 million',
  亿个: '100 million',
  万个: '10,000',
  万家: '10,000 firms',
  万架: '10,000 racks',
  万台: '10,000 units',
  万人: '10,000 persons',
  人: 'persons',
  万人次: '10,000 attendances',
  万张: '10,000 cards',
  万户: '10,000 users',
  户: 'users',
  家: 'firms',
  台: 'units',
  '台（套）': 'sets',
  公里: 'km',
  个月: 'months',
  年: 'years',
  指数: 'index',
  位: 'rank',
  ...Object.fromEntries(COUNTERS.map((unit) => [unit, 'number'])),
};

/** A unit as a reader of the language knows it; one that is not in the list as it is. */
export function unitText(unit: string, lang: Lang): string {
  return lang === 'en' ? (ENGLISH[unit] ?? unit) : unit;
}
