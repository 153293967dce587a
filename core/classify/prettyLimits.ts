import { Big } from 'big.js';
import type { Decimal } from '../decimal.ts';
import { smallestPrettyStep } from './prettySteps.ts';

function floorTo(value: Big, step: Big): Big {
  const quotient = value.div(step).round(0, Big.roundDown);
  const down = quotient.times(step).gt(value) ? quotient.minus(1) : quotient;
  return down.times(step);
}

/**
 * Round limits that hold [min, max] in at most k classes of one round width: `20 40 60 80 100` for 24 … 81 at k = 5.
 * `min` must be below `max`. Source: methodology, "Exact rules: Classes, Pretty".
 */
export function prettyLimits(min: Decimal, max: Decimal, k: number, decimals: number | null): Decimal[] {
  const [low, high] = [new Big(min), new Big(max)];
  // k classes of one width that start at or below min cannot be narrower than this.
  const least = high.minus(low).div(k);
  const step = smallestPrettyStep(least, decimals, (s) => floorTo(low, s).plus(s.times(k)).gte(high));
  const limits = [floorTo(low, step)];
  while (limits.at(-1)!.lt(high)) limits.push(limits.at(-1)!.plus(step));
  return limits.map((limit) => (decimals === null ? limit.toFixed() : limit.toFixed(decimals)));
}
