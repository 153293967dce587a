import type { Dataset } from '../dataset.ts';

/** A year with this many provinces is full enough to open a view with. Source: API contract, "Default year". */
const FULL_ENOUGH = 20;

/** Provinces with a number (or a value below the smallest unit), by year. */
export function coverageByYear(dataset: Dataset, indicator: string): Map<number, number> {
  const coverage = new Map<number, number>();
  for (const { region } of dataset.provinces) {
    for (const figure of dataset.figures.get(indicator)?.get(region)?.values() ?? []) {
      if (figure.shown === null && figure.symbol !== 'below_smallest_unit') continue;
      coverage.set(figure.year, (coverage.get(figure.year) ?? 0) + 1);
    }
  }
  return coverage;
}

/**
 * The latest year with at least 20 provinces; else the year with most provinces, the latest on a tie; null without
 * any figure. Years after `lastYear` do not count: they are not known yet.
 */
export function defaultYear(coverage: ReadonlyMap<number, number>, lastYear: number): number | null {
  const years = [...coverage].filter(([year]) => year <= lastYear);
  const full = years.filter(([, n]) => n >= FULL_ENOUGH).map(([year]) => year);
  if (full.length > 0) return Math.max(...full);
  const most = Math.max(0, ...years.map(([, n]) => n));
  const best = years.filter(([, n]) => n === most).map(([year]) => year);
  return best.length === 0 ? null : Math.max(...best);
}

export const yearOfDay = (day: string): number => Number(day.slice(0, 4));
