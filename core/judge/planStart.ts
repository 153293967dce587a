import type { Target } from '../target.ts';

/** Five-year plans begin in 2016, 2021, 2026 …: the year after a multiple of five. */
function firstYearOfFiveYearPlan(year: number): number {
  return Math.floor((year - 1) / 5) * 5 + 1;
}

/**
 * First year of the plan a target belongs to: `period_from`; if blank, the year its document was published, if known
 * and not after the target year; else the first year of the five-year plan with the target year.
 * Source: methodology, "Plan start and baseline".
 */
export function planStart(target: Pick<Target, 'year' | 'period_from'>, published: string | null): number {
  if (target.period_from !== null) return target.period_from;
  const publishedIn = /^\d{4}/.exec(published ?? '')?.[0];
  if (publishedIn !== undefined && Number(publishedIn) <= target.year) return Number(publishedIn);
  return firstYearOfFiveYearPlan(target.year);
}
