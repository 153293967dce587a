import type { IndicatorReader } from './indicator.ts';
import { isBlank, normalizeName } from './normalizeName.ts';
import type { NameReaders } from './reading.ts';
import { parseUnit, type Unit } from './unit.ts';
import { readHeaderCell } from './headerCell.ts';

/** What the lines above a table say about all of it; null where they do not, or say two things. */
export type TitleLines = {
  indicator: string | null;
  year: number | null;
  region: string | null;
  /** Of a line 单位：亿元、个: each figure takes the one that fits its indicator. */
  units: Unit[];
  /** The line itself; set without `units` when none of its words is a known unit. */
  unit_text: string | null;
};

const UNIT_LINE = /(?:计量单位|单位|unit)\s*[:：]\s*([^)）;；]+)/iu;
const UNIT_BRACKET = /\((?:计量)?单位:[^()]*\)$/u;
const YEAR_IN_TEXT = /(?:^|\D)((?:19|20)\d{2})(?=年|\)|）|$)/gu;
const YEAR_RANGE = /(?:19|20)\d{2}\s*年?\s*(?:-|—|–|~|～|至|到)\s*(?:19|20)?\d{2}/u;
const REGION_LABEL = /^(?:地区|省份|省市|region)[:：]/u;
const LABELS = /^(?:指标|indicator|表名|标题)[:：]/u;
const TABLE_NUMBER = /^(?:续?表|附表)?\s*[\d一二三四五六七八九十]*(?:[-—–.]\d+)*[、.\s]*/u;
const FRAME = /^(?:全国|各省份?|各省\(?区市\)?|各省区市|分省份?|分省区市|分地区|各地区|31省份?)*/u;
const TAIL = /(?:情况|统计表|一览表|数据表|汇总表|表)$/u;

/**
 * Looks for the indicator, the year and the unit of a whole table in its title and unit lines. The indicator must be the
 * line itself or stand after 指标：, with table number, year and words like 分地区 … 情况 around it left out.
 */
export function readTitleLines(rows: readonly (readonly string[])[], names: NameReaders): TitleLines {
  const indicators = new Map<string, Unit | null>();
  const years = new Set<number>();
  const regions = new Set<string>();
  const unitTexts: string[] = [];
  for (const raw of rows.flat()) {
    if (isBlank(raw)) continue;
    const unitText = UNIT_LINE.exec(raw)?.[1]?.trim();
    if (unitText !== undefined) unitTexts.push(unitText);
    const region = regionOf(raw, names);
    if (region !== null) regions.add(region);
    if (!YEAR_RANGE.test(raw))
      for (const year of raw.normalize('NFKC').matchAll(YEAR_IN_TEXT)) years.add(Number(year[1]));
    const named = indicatorOf(raw, names.readIndicator);
    if (named !== null) indicators.set(named.indicator, named.unit);
  }
  const indicator = onlyOne(indicators.keys());
  const named = indicator === null ? null : (indicators.get(indicator) ?? null);
  const stated = unitTexts.flatMap((text) => parseUnits(text));
  return {
    indicator,
    year: onlyOne(years),
    region: onlyOne(regions),
    units: stated.length === 0 && unitTexts.length === 0 && named !== null ? [named] : stated,
    unit_text: unitTexts.length === 0 ? null : unitTexts.join('、'),
  };
}

function onlyOne<T>(values: Iterable<T>): T | null {
  const [first, second] = values;
  return first === undefined || second !== undefined ? null : first;
}

/** The units of a line such as 亿元、个; words that are none are left out. */
export function parseUnits(text: string): Unit[] {
  const whole = parseUnit(text);
  if (whole !== null) return [whole];
  return text.split(/[、,，;；\s]+/u).flatMap((word) => (word === '' ? [] : (parseUnit(word) ?? [])));
}

function regionOf(raw: string, names: NameReaders): string | null {
  const name = normalizeName(raw);
  if (!REGION_LABEL.test(name)) return null;
  const match = names.readRegion(name.replace(REGION_LABEL, ''));
  return match.kind === 'region' && !match.near ? match.region : null;
}

function indicatorOf(raw: string, readIndicator: IndicatorReader): { indicator: string; unit: Unit | null } | null {
  const whole = normalizeName(raw).replace(LABELS, '').replace(UNIT_BRACKET, '');
  const bare = whole.replace(TABLE_NUMBER, '').replace(FRAME, '');
  const framed = bare
    .replace(/^(?:19|20)\d{2}年(?:度)?/u, '')
    .replace(FRAME, '')
    .replace(/\((?:19|20)\d{2}年\)$/u, '');
  for (const text of [whole, bare, framed, framed.replace(TAIL, '')]) {
    const cell = readHeaderCell(text, readIndicator);
    if (cell.indicator !== null && !cell.indicator.near)
      return { indicator: cell.indicator.indicator, unit: cell.unit };
  }
  return null;
}
