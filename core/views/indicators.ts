import type { IndicatorAnswer, IndicatorDetail } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { indicatorName, type Indicator } from '../indicator.ts';
import { NATION, type Lang } from '../region.ts';
import { coverageByYear, defaultYear, yearOfDay } from './defaultYear.ts';
import { sourceAnswer } from './dictionaries.ts';
import { indicatorOf } from './ranking.ts';

type Asked = { lang: Lang; day: string };

function answerOf(
  dataset: Dataset,
  indicator: Indicator,
  aliases: readonly string[],
  { lang, day }: Asked,
): IndicatorAnswer {
  const id = indicator.indicator;
  const coverage = coverageByYear(dataset, id);
  const national = [...(dataset.figures.get(id)?.get(NATION)?.keys() ?? [])];
  const ascending = (years: Iterable<number>) => [...new Set(years)].sort((a, b) => a - b);
  return {
    indicator: id,
    name: indicatorName(indicator, lang),
    name_zh: indicator.name_zh,
    name_en: indicator.name_en,
    unit: indicator.unit,
    direction: indicator.direction,
    theme: indicator.theme,
    kind: indicator.kind,
    formula: indicator.formula,
    comparable: indicator.comparable,
    additive: indicator.additive,
    featured: indicator.featured,
    decimals: indicator.decimals,
    part_of: indicator.part_of,
    aliases: [...aliases],
    years: ascending([...coverage.keys(), ...national]),
    target_years: ascending((dataset.targetsByIndicator.get(id) ?? []).map((target) => target.year)),
    coverage: Object.fromEntries([...coverage].sort(([a], [b]) => a - b)),
    default_year: defaultYear(coverage, yearOfDay(day)),
  };
}

function aliasesByIndicator(dataset: Dataset): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  for (const { indicator, alias } of dataset.indicator_aliases) {
    aliases.set(indicator, [...(aliases.get(indicator) ?? []), alias]);
  }
  return aliases;
}

const holds = (indicator: Indicator, aliases: readonly string[], q: string) =>
  [indicator.indicator, indicator.name_zh, indicator.name_en, indicator.definition_zh, ...aliases].some((text) =>
    text.toLowerCase().includes(q.toLowerCase()),
  );

/** Indicators in the order of the catalogue, filtered by theme, featured and a word of their names, aliases or definition. */
export function indicatorAnswers(
  dataset: Dataset,
  query: { theme?: string | undefined; featured?: boolean | undefined; q?: string | undefined } & Asked,
): IndicatorAnswer[] {
  const aliases = aliasesByIndicator(dataset);
  return dataset.indicators
    .filter((indicator) => query.theme === undefined || indicator.theme === query.theme)
    .filter((indicator) => query.featured !== true || indicator.featured)
    .filter((indicator) => {
      return query.q === undefined || holds(indicator, aliases.get(indicator.indicator) ?? [], query.q);
    })
    .map((indicator) => answerOf(dataset, indicator, aliases.get(indicator.indicator) ?? [], query));
}

/** One indicator with its definition, aliases and documents. Throws `not_found`. */
export function indicatorDetail(
  dataset: Dataset,
  id: string,
  asked: Asked,
  revisions: IndicatorDetail['revisions'],
): IndicatorDetail {
  const indicator = indicatorOf(dataset, id);
  const documents = new Set([
    ...[...(dataset.figures.get(id)?.values() ?? [])].flatMap((years) => [...years.values()].map((f) => f.source)),
    ...(dataset.targetsByIndicator.get(id) ?? []).map((target) => target.source),
  ]);
  return {
    ...answerOf(dataset, indicator, aliasesByIndicator(dataset).get(id) ?? [], asked),
    definition: indicator.definition_zh,
    min: indicator.min === null ? null : Number(indicator.min),
    max: indicator.max === null ? null : Number(indicator.max),
    sources: dataset.sources.filter((source) => documents.has(source.source)).map(sourceAnswer),
    revisions,
  };
}
