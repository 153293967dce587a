import type { Measure, UnrankedReason } from '../answers.ts';
import type { Decimal } from '../decimal.ts';
import type { Bound, Figure, FigureStatus } from '../observation.ts';
import { BELOW_SMALLEST } from '../rank.ts';
import type { Target } from '../target.ts';

/** One region with something to rank, whatever the measure. */
export type Entry = {
  region: string;
  /** What is ranked: decimal text, or below the table's smallest unit. */
  shown: Decimal | typeof BELOW_SMALLEST;
  /** The digits behind it: stored ones of a released figure. */
  value: Decimal | null;
  display: string;
  bound: Bound;
  status: FigureStatus | null;
  year: number;
  figure: Figure | null;
  target: Target | null;
};

export type Entries = { entries: Entry[]; unranked: { region: string; reason: UnrankedReason }[] };

/** Decimals of a fraction (progress, attainment): a tenth of a percent. */
export const FRACTION_DECIMALS = 3;

/** The unit and decimals in which a measure of an indicator is given. Fractions have no unit. */
export function measureUnit(
  measure: Measure,
  unit: string,
  decimals: number | null,
): { unit: string; decimals: number | null } {
  if (measure === 'progress' || measure === 'attainment') return { unit: '', decimals: FRACTION_DECIMALS };
  if (measure === 'growth') {
    return unit === '%' ? { unit: '百分点', decimals: decimals ?? 2 } : { unit: '%', decimals: 1 };
  }
  if (measure === 'gap' && unit === '%') return { unit: '百分点', decimals };
  return { unit, decimals };
}
