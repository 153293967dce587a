import type { ObservationAnswer } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { displayBelowSmallest, displayDecimal } from '../format.ts';
import type { Figure } from '../observation.ts';
import { AppError } from '../problem.ts';
import { indicatorOf } from './ranking.ts';

export type ObservationsQuery = {
  indicator?: string | undefined;
  region?: string | undefined;
  year?: number | undefined;
  from?: number | undefined;
  to?: number | undefined;
};

/** Throws `not_found` for a region that is not in the dictionary. */
export function checkRegion(dataset: Dataset, region: string | undefined): void {
  if (region === undefined || dataset.regionById.has(region)) return;
  throw new AppError('not_found', { zh: `没有这个地区：${region}`, en: `No such region: ${region}` }, { id: region });
}

function displayOf(figure: Figure, decimals: number | null): string | null {
  if (figure.symbol === 'below_smallest_unit') return displayBelowSmallest(decimals);
  return figure.shown === null ? null : displayDecimal(figure.shown, null);
}

export function observationAnswer(figure: Figure, decimals: number | null): ObservationAnswer {
  return {
    region: figure.region,
    indicator: figure.indicator,
    year: figure.year,
    value: figure.value === null ? null : Number(figure.value),
    text: figure.value,
    display: displayOf(figure, decimals),
    symbol: figure.symbol,
    bound: figure.bound,
    status: figure.status,
    break: figure.break,
    computed: figure.computed,
    computed_value: figure.computed_value === null ? null : Number(figure.computed_value),
    source: figure.source,
    locator: figure.locator,
    note: figure.note,
    release: figure.release,
    valid_from: figure.valid_from,
  };
}

/** Figures, released and computed, in the order indicator, region, year. Throws `not_found`. */
export function observationAnswers(dataset: Dataset, query: ObservationsQuery): ObservationAnswer[] {
  checkRegion(dataset, query.region);
  const indicators = query.indicator === undefined ? dataset.indicators : [indicatorOf(dataset, query.indicator)];
  const from = query.year ?? query.from ?? -Infinity;
  const to = query.year ?? query.to ?? Infinity;
  const regions = query.region === undefined ? dataset.regions.map((region) => region.region) : [query.region];
  return indicators.flatMap((indicator) => {
    const byRegion = dataset.figures.get(indicator.indicator);
    return regions.flatMap((region) =>
      [...(byRegion?.get(region)?.values() ?? [])]
        .filter((figure) => figure.year >= from && figure.year <= to)
        .map((figure) => observationAnswer(figure, indicator.decimals)),
    );
  });
}
