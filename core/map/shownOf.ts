import type { Measure, RankingRow } from '../answers.ts';
import { isDecimal, shiftDecimal, type Decimal } from '../decimal.ts';
import { groupDigits } from '../format.ts';

/** Fractions are drawn in percent. */
export const isFraction = (measure: Measure) => measure === 'progress' || measure === 'attainment';

export type Shown = {
  /** The shown number, decimal text; of a range its lower end; null below the smallest unit. */
  value: Decimal | null;
  display: string;
};

/** The shown value of a row, from its display text: the number that ranks, classes and legends use. */
export function shownOf(row: Pick<RankingRow, 'display'>, measure: Measure): Shown {
  const [lower = ''] = row.display.replaceAll(',', '').split('–');
  if (!isDecimal(lower)) return { value: null, display: row.display };
  if (!isFraction(measure)) return { value: lower, display: row.display };
  const percent = shiftDecimal(lower, 2);
  return { value: percent, display: groupDigits(percent) };
}

/** Unit and decimals of what is drawn. */
export function drawnUnit(ranking: { measure: Measure; unit: string; decimals: number | null }): {
  unit: string;
  decimals: number | null;
} {
  return isFraction(ranking.measure) ? { unit: '%', decimals: 1 } : { unit: ranking.unit, decimals: ranking.decimals };
}
