import type { MissingAnswer } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf, seriesOf } from '../figures.ts';
import { compareText, firstDifference } from '../firstDifference.ts';
import { indicatorName } from '../indicator.ts';
import type { Lang } from '../region.ts';
import type { Target } from '../target.ts';
import { yearOfDay } from './defaultYear.ts';
import { checkRegion } from './observations.ts';
import { nameOf } from './rankingRow.ts';

type Asking = { target: Target; year: number };

/**
 * The year whose figure a target asks for: its deadline once that has passed; of a running target the last complete
 * year, and only while there is no figure at all. Null when nothing is asked for.
 */
function askedYear(dataset: Dataset, target: Target, lastComplete: number): number | null {
  if (target.year <= lastComplete) return target.year;
  if (target.period_from !== null && target.period_from > lastComplete) return null;
  return seriesOf(dataset, target.indicator, target.region).length === 0 ? lastComplete : null;
}

/**
 * The figures that published targets ask for and nobody has entered (待补数据), once per region, indicator and year,
 * each with the preferred target that asks. A figure that is stored as `missing` still counts as missing; one that
 * does not exist (`not_applicable`) does not. Throws `not_found` for an unknown region.
 */
export function missingAnswers(
  dataset: Dataset,
  { region, lang, day }: { region?: string | undefined; lang: Lang; day: string },
): MissingAnswer[] {
  checkRegion(dataset, region);
  const asking = new Map<string, Asking>();
  for (const target of [...dataset.targetsByIndicator.values()].flat()) {
    if (region !== undefined && target.region !== region) continue;
    const year = askedYear(dataset, target, yearOfDay(day) - 1);
    if (year === null) continue;
    const figure = figureOf(dataset, target.indicator, target.region, year);
    if (figure !== null && (figure.value !== null || figure.symbol !== 'missing')) continue;
    const key = `${target.region} ${target.indicator} ${String(year)}`;
    if (!asking.has(key)) asking.set(key, { target, year });
  }
  return [...asking.values()]
    .sort((a, b) => firstDifference(compareText(a.target.region, b.target.region), a.year - b.year))
    .map(({ target, year }) => answerOf(dataset, target, year, lang));
}

function answerOf(dataset: Dataset, target: Target, year: number, lang: Lang): MissingAnswer {
  const indicator = dataset.indicatorById.get(target.indicator);
  const source = dataset.sourceById.get(target.source);
  return {
    region: target.region,
    region_name: nameOf(dataset, target.region, lang),
    indicator: target.indicator,
    indicator_name: indicator === undefined ? target.indicator : indicatorName(indicator, lang),
    year,
    unit: indicator?.unit ?? '',
    asked_by: source?.title_zh ?? target.source,
    source: target.source,
    locator: target.locator,
    wording: target.wording_zh,
  };
}
