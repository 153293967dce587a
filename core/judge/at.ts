import { divideDecimals, subtractDecimals, type Decimal } from '../decimal.ts';

/** A value at a year. */
export type At = { year: number; value: Decimal };

/** Comparisons with thresholds and with the path allow this much. Source: methodology, "Bounds". */
export const EPSILON = 1e-9;

/** (to − from) / divisor in exact decimals, then as a number; null when the divisor is 0. */
export function slope(from: Decimal, to: Decimal, divisor: Decimal): number | null {
  const quotient = divideDecimals(subtractDecimals(to, from), divisor);
  return quotient === null ? null : Number(quotient);
}

/** Growth a year in % that leads from one level to another; null unless both are positive and time has passed. */
export function growthRate(from: number, to: number, years: number): number | null {
  if (from <= 0 || to <= 0 || years <= 0) return null;
  return ((to / from) ** (1 / years) - 1) * 100;
}
