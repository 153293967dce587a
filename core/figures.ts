import type { Dataset } from './dataset.ts';
import type { Figure } from './observation.ts';

/** The figure of a region and year, released or computed; null when there is none (not even a symbol). */
export function figureOf(dataset: Dataset, indicator: string, region: string, year: number): Figure | null {
  return dataset.figures.get(indicator)?.get(region)?.get(year) ?? null;
}

/** All figures of an indicator and region, years ascending, symbols included. */
export function seriesOf(dataset: Dataset, indicator: string, region: string): Figure[] {
  return [...(dataset.figures.get(indicator)?.get(region)?.values() ?? [])];
}
