import { divideDecimals, subtractDecimals, type Decimal } from '../decimal.ts';
import { slope } from './at.ts';

/**
 * P = (v − b) / (T − b), a fraction, not clipped: below 0 the region moved away, above 1 it passed the target. Serves
 * both directions, since both differences change sign. null when T = b.
 * Source: methodology, "Progress to target".
 */
export function progressOf(baseline: Decimal, value: Decimal, target: Decimal): number | null {
  return slope(baseline, value, subtractDecimals(target, baseline));
}

/** v / T, or T / v where less is better; null when the divisor is 0. Source: methodology, "Bounds". */
export function attainmentOf(value: Decimal, target: Decimal, sign: 1 | -1): number | null {
  const quotient = sign === 1 ? divideDecimals(value, target) : divideDecimals(target, value);
  return quotient === null ? null : Number(quotient);
}
