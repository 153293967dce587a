import type { Dataset } from '../dataset.ts';
import type { Target } from '../target.ts';

/** The targets of a region for an indicator, by year, the preferred one of each year first. */
export function targetsOf(dataset: Dataset, indicator: string, region: string): Target[] {
  return (dataset.targetsByIndicator.get(indicator) ?? []).filter((target) => target.region === region);
}

/** The one target a view uses for a deadline, when several sources state one; null without any. */
export function preferredTarget(dataset: Dataset, indicator: string, region: string, year: number): Target | null {
  return targetsOf(dataset, indicator, region).find((target) => target.year === year) ?? null;
}
