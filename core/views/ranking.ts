import type { Measure, RankingAnswer, WarningCode } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { resolveGroup } from '../groups.ts';
import { indicatorName, type Direction, type Indicator } from '../indicator.ts';
import { AppError } from '../problem.ts';
import { rank, rankChanges, THIN_COVERAGE } from '../rank.ts';
import type { Lang, Region } from '../region.ts';
import { benchmarksOf } from './benchmarks.ts';
import { coverageByYear, defaultYear, yearOfDay } from './defaultYear.ts';
import { measureUnit, type Entries, type Entry } from './entry.ts';
import { nameOf, rowOf } from './rankingRow.ts';
import { targetEntries } from './targetEntries.ts';
import { growthEntries, valueEntries } from './valueEntries.ts';

export type RankingQuery = {
  indicator: string;
  year?: number | undefined;
  measure: Measure;
  group: string;
  lang: Lang;
  acknowledge?: 'definitions_differ' | undefined;
};

/** The indicator of a request. Throws `not_found`. */
export function indicatorOf(dataset: Dataset, id: string): Indicator {
  const found = dataset.indicatorById.get(id);
  if (found !== undefined) return found;
  throw new AppError('not_found', { zh: `没有这个指标：${id}`, en: `No such indicator: ${id}` }, { id });
}

/** Refuses to put figures of different definitions into one ranking unless the reader asks for it. */
function guardDefinitions(indicator: Indicator, acknowledge: string | undefined): void {
  if (indicator.comparable !== false || acknowledge === 'definitions_differ') return;
  throw new AppError(
    'definitions_differ',
    {
      zh: `“${indicator.name_zh}”由各地自行测算，口径不同，不宜排名。确需查看时请加参数 acknowledge=definitions_differ`,
      en: `“${indicator.name_en}” is measured by each region in its own way and should not be ranked. Add acknowledge=definitions_differ to see it all the same`,
    },
    { indicator: indicator.indicator, acknowledge: 'definitions_differ' },
  );
}

function entriesOf(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  { measure, year, day }: { measure: Measure; year: number | null; day: string },
): Entries {
  if (measure !== 'value' && measure !== 'growth') {
    return targetEntries(dataset, indicator, members, { measure, year, day });
  }
  if (year === null || year > yearOfDay(day)) {
    return { entries: [], unranked: members.map(({ region }) => ({ region, reason: 'no_statistic' })) };
  }
  return measure === 'value'
    ? valueEntries(dataset, indicator, members, year)
    : growthEntries(dataset, indicator, members, year);
}

/** A gap keeps the indicator's direction; a fraction of the way is better when larger; target levels rank like values. */
const directionOf = (indicator: Indicator, measure: Measure): Direction =>
  indicator.direction !== 'none' && (measure === 'progress' || measure === 'attainment')
    ? 'higher'
    : indicator.direction;

/** Ranks of the year before and of this year on the regions present in both and without a break in between. */
function changesOf(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  entries: readonly Entry[],
  asked: { measure: Measure; year: number | null; day: string },
): { changes: ReturnType<typeof rankChanges>; before: ReadonlySet<string> } {
  if (asked.year === null || (asked.measure !== 'value' && asked.measure !== 'growth')) {
    return { changes: new Map(), before: new Set(entries.map((entry) => entry.region)) };
  }
  const before = entriesOf(dataset, indicator, members, { ...asked, year: asked.year - 1 }).entries;
  const unbroken = entries.filter((entry) => entry.figure?.break !== true);
  return {
    changes: rankChanges(before, unbroken, directionOf(indicator, asked.measure)),
    before: new Set(before.map((entry) => entry.region)),
  };
}

/**
 * The ranking of a group of regions by one measure of one indicator, with those that cannot be ranked and why.
 * Without `year`: values open with the default year, targets with each region's next deadline. Figures of years after
 * the day are not known. Throws `not_found`, `bad_parameter` (group) and `definitions_differ`.
 * Source: API contract, "Ranking answer"; methodology, "Ranks", "Rank change", "Distances".
 */
export function rankingAnswer(
  dataset: Dataset,
  query: RankingQuery,
  { day, asOf }: { day: string; asOf: string | null },
): RankingAnswer {
  const indicator = indicatorOf(dataset, query.indicator);
  guardDefinitions(indicator, query.acknowledge);
  const { measure, lang } = query;
  const group = resolveGroup(dataset, query.group, lang);
  const isValue = measure === 'value';
  const year =
    query.year ??
    (isValue || measure === 'growth'
      ? defaultYear(coverageByYear(dataset, indicator.indicator), yearOfDay(day))
      : null);
  const asked = { measure, year, day };
  const { entries, unranked } = entriesOf(dataset, indicator, group.members, asked);
  const direction = directionOf(indicator, measure);
  const isMixed = (years: readonly (number | undefined)[]) => new Set(years).size > 1;
  const mixed = isMixed(entries.map((entry) => entry.year)) || isMixed(entries.map((entry) => entry.target?.year));
  const placed = rank(entries, direction).map((entry) => (mixed ? { ...entry, rank: null, tied: false } : entry));
  const { changes, before } = changesOf(dataset, indicator, group.members, entries, asked);
  const benchmarks = benchmarksOf(dataset, indicator, entries, { isValue, year, lang });
  const context = { dataset, indicator, placed, changes, before, benchmarks, direction, day, year, measure, lang };
  return {
    indicator: indicator.indicator,
    name: indicatorName(indicator, lang),
    ...measureUnit(measure, indicator.unit, indicator.decimals),
    year: year ?? (mixed ? null : (entries[0]?.year ?? null)),
    measure,
    direction: indicator.direction,
    group: { id: group.id, name: group.name, n: group.members.length },
    data_version: dataset.version,
    as_of: asOf,
    comparable: indicator.comparable,
    additive: indicator.additive,
    warnings: warningsOf(indicator, group.id, entries, {
      mixed,
      broken: isBroken(dataset, indicator, group.members, asked),
    }),
    n_ranked: entries.length,
    rows: placed.map((entry, at) => rowOf(context, entry, at)),
    unranked: [...unranked, ...group.outOfScope.map(({ region }) => ({ region, reason: 'out_of_scope' as const }))]
      .sort((a, b) => (a.region < b.region ? -1 : 1))
      .map(({ region, reason }) => ({ region, name: nameOf(dataset, region, lang), reason })),
    benchmarks,
  };
}

/** True in the first year of a new series of any member, whether or not it can be ranked by the measure. */
function isBroken(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  { measure, year }: { measure: Measure; year: number | null },
): boolean {
  if (year === null || (measure !== 'value' && measure !== 'growth')) return false;
  return members.some(({ region }) => figureOf(dataset, indicator.indicator, region, year)?.break === true);
}

function warningsOf(
  indicator: Indicator,
  group: string,
  entries: readonly Entry[],
  { mixed, broken }: { mixed: boolean; broken: boolean },
): WarningCode[] {
  const warnings: WarningCode[] = [];
  if (indicator.comparable === false) warnings.push('definitions_differ');
  if (mixed) warnings.push('mixed_years');
  if (group === 'all' && entries.length < THIN_COVERAGE) warnings.push('thin_coverage');
  if (broken) warnings.push('break_in_series');
  return warnings;
}
