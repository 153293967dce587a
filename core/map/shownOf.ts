import type { Measure, RankingRow } from '../answers.ts';
import { decimalsOf, isDecimal, shiftDecimal, type Decimal } from '../decimal.ts';
import { figureBoundText, targetBoundText } from '../boundText.ts';
import { groupDigits } from '../format.ts';
import type { Bound } from '../observation.ts';
import type { Lang } from '../region.ts';

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

/** Decimals of limits: those of the indicator; of targets, and where figures are shown as published, the most in use. */
export function drawnDecimals(
  ranking: { measure: Measure; unit: string; decimals: number | null },
  values: readonly Decimal[],
): number {
  const { decimals } = drawnUnit(ranking);
  return decimals === null || ranking.measure === 'target' ? Math.max(0, ...values.map(decimalsOf)) : decimals;
}

/** A finite number as plain decimal text, without an exponent and without the dust of binary fractions. */
export function plainDecimal(value: number): Decimal {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : value.toFixed(10).replace(/\.?0+$/, '');
}

/** A figure, or a target, in the words of its bound: 约3.38, 超过10, 7左右. */
export function worded(display: string, bound: Bound, measure: Measure, lang: Lang): string {
  return measure === 'target' ? targetBoundText(display, bound, lang) : figureBoundText(display, bound, lang);
}
