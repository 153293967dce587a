import type { IndicatorReader } from './indicator.ts';
import { isBlank, normalizeName } from './normalizeName.ts';
import type { NameReaders } from './reading.ts';
import { parseUnit, type Unit } from './unit.ts';
import { readHeaderCell } from './headerCell.ts';
import { titleYears } from './titleYears.ts';

/** What the lines above a table say about all of it; null where they do not, or say two things. */
export type TitleLines = {
  indicator: string | null;
  year: number | null;
  /** All whole years the lines name; `year` is set when it is one. */
  years: number[];
  /** The first statement about a part of a year only, such as 2024年1-11月; `row` counts from 1. */
  part: { year: number; text: string; row: number; column: number } | null;
  region: string | null;
  /** Of a line 单位：亿元、个: each figure takes the one that fits its indicator. */
  units: Unit[];
  /** The line itself; set without `units` when none of its words is a known unit. */
  unit_text: string | null;
  /** By index of the row: what it was used for. */
  uses: Map<number, Set<TitleUse>>;
};

/** What a title line can tell. */
export type TitleUse = 'indicator' | 'year' | 'region' | 'unit';

/** Of a table without any line above it. */
export function noTitle(): TitleLines {
  return {
    indicator: null,
    year: null,
    years: [],
    part: null,
    region: null,
    units: [],
    unit_text: null,
    uses: new Map(),
  };
}

const UNIT_LINE = /(?:计量单位|单位|unit)\s*[:：]\s*([^)）;；]+)/iu;
const UNIT_BRACKET = /\((?:计量)?单位:[^()]*\)$/u;
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
  const uses: TitleLines['uses'] = new Map();
  let part: TitleLines['part'] = null;
  rows.forEach((cells, row) => {
    const use = (what: TitleUse): unknown => uses.set(row, (uses.get(row) ?? new Set<TitleUse>()).add(what));
    cells.forEach((raw, column) => {
      if (isBlank(raw)) return;
      const unitText = UNIT_LINE.exec(raw)?.[1]?.trim();
      if (unitText !== undefined) {
        unitTexts.push(unitText);
        use('unit');
      }
      const region = regionOf(raw, names);
      if (region !== null) {
        regions.add(region);
        use('region');
      }
      const said = titleYears(raw);
      for (const year of said.years) {
        years.add(year);
        use('year');
      }
      const [ofYear] = said.parts;
      if (ofYear !== undefined) part ??= { ...ofYear, row: row + 1, column };
      const named = indicatorOf(raw, names.readIndicator);
      if (named === null) return;
      indicators.set(named.indicator, named.unit);
      use('indicator');
    });
  });
  const indicator = onlyOne(indicators.keys());
  const named = indicator === null ? null : (indicators.get(indicator) ?? null);
  const stated = unitTexts.flatMap((text) => parseUnits(text));
  return {
    indicator,
    year: onlyOne(years),
    years: [...years],
    part,
    region: onlyOne(regions),
    units: stated.length === 0 && unitTexts.length === 0 && named !== null ? [named] : stated,
    unit_text: unitTexts.length === 0 ? null : unitTexts.join('、'),
    uses,
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
  // A table number can look like the year before it is taken off.
  const dated = whole.replace(/^(?:19|20)\d{2}年(?:度)?/u, '').replace(FRAME, '');
  for (const text of [whole, bare, framed, framed.replace(TAIL, ''), dated, dated.replace(TAIL, '')]) {
    const cell = readHeaderCell(text, readIndicator);
    if (cell.indicator !== null && !cell.indicator.near)
      return { indicator: cell.indicator.indicator, unit: cell.unit };
  }
  return null;
}
