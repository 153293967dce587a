import type { RankingAnswer } from '../answers.ts';
import { divideDecimals, multiplyDecimals, roundDecimal, sumDecimals } from '../decimal.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { parseFormula } from '../formula.ts';
import { displayDecimal } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import { mean, median } from '../median.ts';
import type { Figure } from '../observation.ts';
import { BELOW_SMALLEST, inRankOrder } from '../rank.ts';
import { NATION, type Lang } from '../region.ts';
import type { Entry } from './entry.ts';

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** The figure of the nation for a year, null without a number. */
export function nationalFigure(dataset: Dataset, indicator: string, year: number): Figure | null {
  const figure = figureOf(dataset, indicator, NATION, year);
  return figure === null || figure.shown === null ? null : figure;
}

function basisOf(national: Figure, lang: Lang): string {
  if (!national.computed) return lang === 'en' ? 'published figure' : '公布数';
  if (national.provinces === null) return lang === 'en' ? 'computed from national figures' : '由全国数据计算';
  const n = String(national.provinces);
  return lang === 'en' ? `computed from ${n} provinces` : `由${n}个省份合计计算`;
}

/** Σ numerator / Σ denominator over the ranked provinces of a ratio, as shown; null for everything else. */
function weightedMean(dataset: Dataset, indicator: Indicator, entries: readonly Entry[], year: number): string | null {
  const formula = indicator.formula === null ? null : parseFormula(indicator.formula);
  if (formula?.kind !== 'ratio') return null;
  const inputs = entries.map((entry) => [
    figureOf(dataset, formula.numerator, entry.region, year)?.value ?? null,
    figureOf(dataset, formula.denominator, entry.region, year)?.value ?? null,
  ]);
  const complete = inputs.filter((pair): pair is [string, string] => pair.every((value) => value !== null));
  if (complete.length === 0 || complete.length < entries.length) return null;
  const total = divideDecimals(
    multiplyDecimals(sumDecimals(complete.map(([a]) => a)), formula.factor),
    sumDecimals(complete.map(([, b]) => b)),
  );
  return total === null ? null : roundDecimal(total, indicator.decimals ?? 2);
}

/** What the ranked regions are compared with. Nation, median, mean and weighted mean are four different things. */
export function benchmarksOf(
  dataset: Dataset,
  indicator: Indicator,
  entries: readonly Entry[],
  asked: { isValue: boolean; year: number | null; lang: Lang },
): RankingAnswer['benchmarks'] {
  const values = entries.flatMap((entry) => (entry.shown === BELOW_SMALLEST ? [] : [entry.shown]));
  const national =
    asked.isValue && asked.year !== null ? nationalFigure(dataset, indicator.indicator, asked.year) : null;
  const [best] = indicator.direction === 'none' ? [] : inRankOrder(entries, indicator.direction);
  return {
    national: numberOf(national?.shown ?? null),
    national_display: national?.shown == null ? null : displayDecimal(national.shown, null),
    national_basis: national === null ? null : basisOf(national, asked.lang),
    median: numberOf(median(values)),
    mean: numberOf(mean(values)),
    weighted_mean:
      asked.isValue && asked.year !== null ? numberOf(weightedMean(dataset, indicator, entries, asked.year)) : null,
    best: best === undefined || best.shown === BELOW_SMALLEST ? null : Number(best.shown),
  };
}
