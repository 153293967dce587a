import { compareDecimals, type Decimal } from './decimal.ts';
import type { Direction } from './indicator.ts';

/** Ranks are given from this many ranked members on. Source: methodology, "Ranks". */
export const LEAST_RANKED = 3;

/** Under this many ranked provinces the group `all` carries the warning `thin_coverage`. */
export const THIN_COVERAGE = 8;

/** Below the table's smallest unit: present, and last. */
export const BELOW_SMALLEST = 'below';
export type Ranked = { region: string; shown: Decimal | typeof BELOW_SMALLEST };
export type Placed<T extends Ranked> = T & { rank: number | null; tied: boolean };

/**
 * Best first: by shown value in the direction of the indicator (`none`: largest first), values below the smallest
 * unit last, inside a tie by region code.
 */
export function inRankOrder<T extends Ranked>(entries: readonly T[], direction: Direction): T[] {
  const sign = direction === 'lower' ? 1 : -1;
  return entries.toSorted((a, b) => {
    if (a.shown === BELOW_SMALLEST || b.shown === BELOW_SMALLEST) {
      if (a.shown !== b.shown) return a.shown === BELOW_SMALLEST ? 1 : -1;
    } else {
      const order = sign * compareDecimals(a.shown, b.shown);
      if (order !== 0) return order;
    }
    return a.region < b.region ? -1 : 1;
  });
}

const equal = (a: Ranked, b: Ranked) =>
  a.shown === BELOW_SMALLEST || b.shown === BELOW_SMALLEST
    ? a.shown === b.shown
    : compareDecimals(a.shown, b.shown) === 0;

/**
 * Entries in rank order with their rank: ties share the better one and leave a gap (1, 2, 2, 4). `rank` is null for
 * every entry when the direction is `none` or fewer than three are ranked.
 * Source: methodology, "Ranks".
 */
export function rank<T extends Ranked>(entries: readonly T[], direction: Direction): Placed<T>[] {
  const order = inRankOrder(entries, direction);
  const given = direction !== 'none' && order.length >= LEAST_RANKED;
  let best = 1;
  return order.map((entry, at) => {
    const before = order[at - 1];
    const after = order[at + 1];
    const sameAsBefore = before !== undefined && equal(before, entry);
    if (!sameAsBefore) best = at + 1;
    const tied = sameAsBefore || (after !== undefined && equal(after, entry));
    return { ...entry, rank: given ? best : null, tied: given && tied };
  });
}

/**
 * Ranks of two years on the regions present in both; empty when fewer than three are. A region missing from the
 * result is a newcomer or has left.
 * Source: methodology, "Rank change".
 */
export function rankChanges(
  before: readonly Ranked[],
  now: readonly Ranked[],
  direction: Direction,
): Map<string, { previous: number; common: number }> {
  const earlier = new Set(before.map((entry) => entry.region));
  const common = now.filter((entry) => earlier.has(entry.region));
  const kept = new Set(common.map((entry) => entry.region));
  const ranksNow = new Map(rank(common, direction).map((entry) => [entry.region, entry.rank]));
  const changes = new Map<string, { previous: number; common: number }>();
  for (const entry of rank(
    before.filter((candidate) => kept.has(candidate.region)),
    direction,
  )) {
    const rankNow = ranksNow.get(entry.region);
    if (entry.rank === null || rankNow === undefined || rankNow === null) continue;
    changes.set(entry.region, { previous: entry.rank, common: rankNow });
  }
  return changes;
}

/**
 * (number strictly worse + half the number of equal values, itself included) / n × 100.
 * Source: methodology, "Percentile". Throws `RangeError` when the region is not among the entries.
 */
export function percentile(entries: readonly Ranked[], direction: Direction, region: string): number {
  const self = entries.find((entry) => entry.region === region);
  if (self === undefined) throw new RangeError(`${region} is not ranked`);
  const order = inRankOrder(entries, direction);
  const equals = order.filter((entry) => equal(entry, self)).length;
  const lastEqual = order.findLastIndex((entry) => equal(entry, self));
  const worse = order.length - 1 - lastEqual;
  return ((worse + equals / 2) / order.length) * 100;
}
