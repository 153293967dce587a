import { sumDecimals } from '../decimal.ts';
import { FIGURE_STATUSES, type Figure } from '../observation.ts';

/** A sum over provinces stands for the nation from this many on. Source: methodology, "The nation". */
const LEAST_PROVINCES = 25;

const at = (figures: readonly Figure[], year: number) =>
  figures.find((figure) => figure.year === year && figure.value !== null) ?? null;

function sumOf(parts: readonly Figure[], template: Figure, isBroken: boolean): Figure {
  const value = sumDecimals(parts.map((part) => part.value ?? '0'));
  const weakest = Math.max(...parts.map((part) => FIGURE_STATUSES.indexOf(part.status)));
  return {
    ...template,
    value,
    shown: value,
    symbol: null,
    bound: parts.every((part) => part.bound === 'eq') ? 'eq' : 'approx',
    status: FIGURE_STATUSES[weakest] ?? 'final',
    break: isBroken,
    computed: true,
    locator: null,
    note: null,
    provinces: parts.length,
    inputs: [],
  };
}

/** Sums of both years over the provinces that have both; empty with fewer than 25 of them. */
function sumsOf(nation: string, provinces: readonly (readonly Figure[])[], from: number, to: number): Figure[] {
  const both = provinces.filter((series) => at(series, from) !== null && at(series, to) !== null);
  if (both.length < LEAST_PROVINCES) return [];
  const isBroken = both.some((series) => series.some((f) => f.break && f.year > from && f.year <= to));
  return [from, to].flatMap((year) => {
    const parts = both.flatMap((series) => at(series, year) ?? []);
    const [first] = parts;
    return first === undefined ? [] : [sumOf(parts, { ...first, region: nation }, isBroken && year === to)];
  });
}

/**
 * The national levels from which an average growth is computed: the published ones where there is one both for a base
 * (one or two years before `start`) and for the latest year up to `end`; where one of the two is missing, sums over
 * the provinces that have both years, at least 25. Without such a pair the published ones are all there is.
 * Source: methodology, "Average growth".
 */
export function nationalLevels(
  nation: { region: string; figures: readonly Figure[] },
  provinces: readonly (readonly Figure[])[],
  start: number,
  end: number,
): Figure[] {
  const bases = [start - 1, start - 2];
  for (let to = end; to >= start; to--) {
    for (const from of bases) {
      if (at(nation.figures, from) !== null && at(nation.figures, to) !== null) return [...nation.figures];
      const sums = sumsOf(nation.region, provinces, from, to);
      if (sums.length > 0) return sums;
    }
  }
  return [...nation.figures];
}
