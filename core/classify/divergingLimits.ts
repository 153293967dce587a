import { Big } from 'big.js';
import type { Decimal } from '../decimal.ts';
import { roundDecimal } from '../decimal.ts';
import { smallestPrettyStep } from './prettySteps.ts';

/**
 * Limits pivot + i·w for i = −k/2 … k/2, w the smallest round step that covers all values. The pivot is rounded like
 * shown values; it belongs to the class above it. `k` even. Source: methodology, "Diverging classes".
 */
export function divergingLimits(
  values: readonly Decimal[],
  pivot: Decimal,
  k: number,
  decimals: number | null,
): Decimal[] {
  if (k % 2 !== 0 || k < 2) throw new RangeError('k must be even');
  const centre = new Big(roundDecimal(pivot, decimals));
  const far = values.reduce((most, value) => {
    const distance = new Big(value).minus(centre).abs();
    return distance.gt(most) ? distance : most;
  }, new Big(0));
  const half = k / 2;
  // All values on the pivot: the smallest unit that is shown.
  const least = far.eq(0) ? new Big(10).pow(-(decimals ?? 0)) : far.div(half);
  const step = smallestPrettyStep(least, decimals, (s) => s.times(half).gte(far));
  return Array.from({ length: k + 1 }, (_, i) => {
    const limit = centre.plus(step.times(i - half));
    return decimals === null ? limit.toFixed() : roundDecimal(limit.toFixed(), decimals);
  });
}
