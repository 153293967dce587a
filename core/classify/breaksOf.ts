import { Big } from 'big.js';
import { decimalsOf, type Decimal } from '../decimal.ts';
import { naturalBreaks } from './naturalBreaks.ts';

/** Inner limits before rounding and dropping; `sorted` ascending, not empty. */
export type Breaks = (sorted: readonly Decimal[], k: number) => Decimal[];

const upTo = (k: number) => Array.from({ length: k - 1 }, (_, i) => i + 1);

/** min + i·(max − min)/k. Source, for all four: methodology, "Exact rules: Classes". */
export const equalBreaks: Breaks = (sorted, k) => {
  const min = new Big(sorted[0]!);
  const width = new Big(sorted.at(-1)!).minus(min);
  return upTo(k).map((i) => min.plus(width.times(i).div(k)).toFixed());
};

/** The value at position ⌈i·(n − 1)/k⌉, so that equal values go up together. */
export const quantileBreaks: Breaks = (sorted, k) =>
  upTo(k).map((i) => sorted[Math.ceil((i * (sorted.length - 1)) / k)]!);

/** Smallest values of the upper classes. */
export const naturalBreakValues: Breaks = (sorted, k) => naturalBreaks(sorted.map(Number), k).map((i) => sorted[i]!);

/** mean + (i − k/2)·SD, population SD. */
export const stddevBreaks: Breaks = (sorted, k) => {
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum.plus(value), new Big(0)).div(n);
  const variance = sorted.reduce((sum, value) => sum.plus(new Big(value).minus(mean).pow(2)), new Big(0)).div(n);
  // Without decimals of its own an indicator shows what was published: no break is finer than the finest figure.
  const places = Math.max(...sorted.map(decimalsOf)) + 2;
  return upTo(k).map((i) =>
    mean
      .plus(variance.sqrt().times(i - k / 2))
      .round(places + 8)
      .toFixed(),
  );
};
