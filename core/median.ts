import { addDecimals, compareDecimals, divideDecimals, sumDecimals, type Decimal } from './decimal.ts';

/** The middle value; of an even number the mean of the two middle ones; null for none. */
export function median(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted(compareDecimals);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return Number.isInteger(middle) && lower !== undefined ? divideDecimals(addDecimals(lower, upper), '2') : upper;
}

/** The arithmetic mean; null for none. */
export function mean(values: readonly Decimal[]): Decimal | null {
  return values.length === 0 ? null : divideDecimals(sumDecimals(values), String(values.length));
}
