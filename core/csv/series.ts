import type { Dataset } from '../dataset.ts';
import type { Entry } from './entry.ts';

/** One point of a series: a float is enough here, because it only serves checks for plausibility. */
export type Point = { value: number; break: boolean };
export type Series = ReadonlyMap<number, Point>;

/** The figures of a region over the years as they would be after the import: the file's over the stored ones. */
export class SeriesAfter {
  readonly #dataset: Dataset;
  readonly #ofFile = new Map<string, Map<string, Entry[]>>();
  readonly #known = new Map<string, Map<string, Series>>();

  constructor(dataset: Dataset, entries: readonly Entry[]) {
    this.#dataset = dataset;
    for (const entry of entries) {
      const regions = this.#ofFile.get(entry.indicator) ?? new Map<string, Entry[]>();
      const list = regions.get(entry.region) ?? [];
      list.push(entry);
      this.#ofFile.set(entry.indicator, regions.set(entry.region, list));
    }
  }

  of(indicator: string, region: string): Series {
    const regions = this.#known.get(indicator) ?? new Map<string, Series>();
    this.#known.set(indicator, regions);
    const known = regions.get(region);
    if (known !== undefined) return known;
    const series = new Map<number, Point>();
    for (const [year, stored] of this.#dataset.released.get(indicator)?.get(region) ?? []) {
      if (stored.value !== null) series.set(year, { value: Number(stored.value), break: stored.break });
    }
    for (const entry of this.#ofFile.get(indicator)?.get(region) ?? []) {
      if (entry.value === null) continue;
      const before = series.get(entry.year);
      series.set(entry.year, { value: Number(entry.value), break: entry.break ?? before?.break ?? false });
    }
    regions.set(region, series);
    return series;
  }
}
