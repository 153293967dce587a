import { equalBreaks, naturalBreakValues, quantileBreaks, stddevBreaks, type Breaks } from './classify/breaksOf.ts';
import { classOf } from './classify/classOf.ts';
import { divergingLimits } from './classify/divergingLimits.ts';
import { prettyLimits } from './classify/prettyLimits.ts';
import { compareDecimals, decimalsOf, roundDecimal, type Decimal } from './decimal.ts';
import type { ClassMethod } from './map/view.ts';

export { classOf };

export type ClassRequest = {
  /** Left out: pretty, or natural when a pretty class would hold more than two thirds of the values. */
  method?: ClassMethod | undefined;
  /** Classes at most, 3 … 7; even with a pivot. */
  k: number;
  /** Decimals of shown values; null: as published. */
  decimals: number | null;
  /** Inner limits for `manual`, any order. */
  breaks?: readonly Decimal[] | undefined;
  /** Diverging classes about this value, in place of a method. */
  pivot?: Decimal | undefined;
  /** The value farthest from the median gets a class of its own; without effect on manual breaks. */
  isolate?: boolean | undefined;
};

export type Classes = {
  /** The method used; null for diverging classes and without values. */
  method: ClassMethod | null;
  /** Outer and inner limits, ascending, rounded like shown values: one more than there are classes. */
  limits: Decimal[];
  /** The inner limits as numbers, for `classOf`. */
  breaks: number[];
  pivot: Decimal | null;
};

const NONE: Classes = { method: null, limits: [], breaks: [], pivot: null };

/**
 * Class limits from shown values (decimal text; missing ones left out). Nothing to class: no classes. Fewer distinct
 * values than k: fewer classes; one distinct value: one class. Inner limits that are equal, not above the minimum or
 * above the maximum after rounding are dropped. Source: methodology, "Map classes" and "Exact rules: Classes".
 */
export function classify(values: readonly Decimal[], request: ClassRequest): Classes {
  if (values.length === 0) return NONE;
  const sorted = values.toSorted(compareDecimals);
  if (request.pivot !== undefined) {
    const limits = divergingLimits(sorted, request.pivot, request.k, request.decimals);
    return { ...asClasses(null, limits), pivot: limits[request.k / 2]! };
  }
  if (request.isolate === true && request.method !== 'manual') return isolated(sorted, request);
  return methodical(sorted, request);
}

/** How many of the values fall into each class. */
export function countByClass(classes: Pick<Classes, 'breaks' | 'limits'>, values: readonly number[]): number[] {
  const counts = Array.from({ length: Math.max(0, classes.limits.length - 1) }, () => 0);
  for (const value of values) counts[classOf(classes.breaks, value)]! += 1;
  return counts;
}

function methodical(sorted: readonly Decimal[], request: ClassRequest): Classes {
  const { decimals } = request;
  const k = Math.min(request.k, distinct(sorted).length);
  if (request.method === 'manual') return between(sorted, 'manual', request.breaks ?? [], decimals);
  if (request.method !== undefined && request.method !== 'pretty') {
    return between(sorted, request.method, BREAKS[request.method](sorted, k), decimals);
  }
  const min = sorted[0]!;
  if (k === 1) return asClasses('pretty', [padded(min, decimals), padded(min, decimals)]);
  const pretty = asClasses('pretty', prettyLimits(min, sorted.at(-1)!, k, decimals));
  const fullest = Math.max(...countByClass(pretty, sorted.map(Number)));
  if (request.method === 'pretty' || fullest * 3 <= sorted.length * 2) return pretty;
  return between(sorted, 'natural', naturalBreakValues(sorted, k), decimals);
}

const BREAKS: Record<'equal' | 'quantile' | 'natural' | 'stddev', Breaks> = {
  equal: equalBreaks,
  quantile: quantileBreaks,
  natural: naturalBreakValues,
  stddev: stddevBreaks,
};

/** Minimum, the usable breaks, maximum. */
function between(
  sorted: readonly Decimal[],
  method: ClassMethod,
  breaks: readonly Decimal[],
  decimals: number | null,
): Classes {
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  const inner = breaks
    .map((b) => roundDecimal(b, decimals))
    .filter((b) => compareDecimals(b, min) > 0 && compareDecimals(b, max) <= 0);
  return asClasses(method, [
    padded(min, decimals),
    ...distinct(inner.toSorted(compareDecimals)),
    padded(max, decimals),
  ]);
}

/** The farthest value apart, the others by the method with one class less. */
function isolated(sorted: readonly Decimal[], request: ClassRequest): Classes {
  const different = distinct(sorted);
  if (different.length < 3) return methodical(sorted, request);
  const numbers = sorted.map(Number);
  const median = (numbers[Math.floor((numbers.length - 1) / 2)]! + numbers[Math.ceil((numbers.length - 1) / 2)]!) / 2;
  const top = numbers.at(-1)! - median >= median - numbers[0]!;
  const alone = top ? different.at(-1)! : different[0]!;
  const others = sorted.filter((value) => compareDecimals(value, alone) !== 0);
  const rest = methodical(others, { ...request, k: Math.max(1, request.k - 1) });
  const inner = rest.limits.slice(1, -1);
  const limits = top ? [rest.limits[0]!, ...inner, alone, alone] : [alone, others[0]!, ...inner, rest.limits.at(-1)!];
  return asClasses(rest.method, limits);
}

/** A minimum or maximum written with as many decimals as the breaks; one that has more keeps them. */
function padded(value: Decimal, decimals: number | null): Decimal {
  return decimals !== null && decimalsOf(value) > decimals ? value : roundDecimal(value, decimals);
}

function asClasses(method: ClassMethod | null, limits: Decimal[]): Classes {
  return { method, limits, breaks: limits.slice(1, -1).map(Number), pivot: null };
}

function distinct(sorted: readonly Decimal[]): Decimal[] {
  return sorted.filter((value, i) => i === 0 || compareDecimals(value, sorted[i - 1]!) !== 0);
}
