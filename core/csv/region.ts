import type { DatasetRows } from '../dataset.ts';
import { isOneEditApart } from './editDistance.ts';
import { isBlank, normalizeName } from './normalizeName.ts';
import { outOfScopeClass, type OutOfScopeClass } from './outOfScope.ts';

/** What a region cell names. `near`: only after punctuation is left out, and so to be confirmed by a person. */
export type RegionMatch =
  | { kind: 'region'; region: string; near: boolean }
  | { kind: 'out_of_scope'; class: OutOfScopeClass }
  | { kind: 'unknown'; candidates: readonly string[] };

export type RegionReader = (raw: string) => RegionMatch;

/** These two differ by one stroke for a reader and must never be told apart by a guess. */
const TWINS = ['140000', '610000'];

/**
 * A reader of region names over the closed alias list. Only exact aliases count (after `normalizeName`); for an unknown
 * name the provinces one character away are suggested, never taken.
 */
export function regionReader(rows: Pick<DatasetRows, 'regions' | 'region_aliases'>): RegionReader {
  const exact = new Map<string, string>();
  const folded = new Map<string, string | null>();
  const withData = new Set(rows.regions.filter((region) => region.has_data).map((region) => region.region));
  for (const { region, alias } of rows.region_aliases) {
    exact.set(normalizeName(alias), region);
    const key = fold(alias);
    const other = folded.get(key);
    folded.set(key, other === undefined || other === region ? region : null);
  }
  const read = (raw: string): RegionMatch => {
    if (isBlank(raw)) return { kind: 'unknown', candidates: [] };
    const name = normalizeName(raw).replace(/^(\d{6})\.0+$/, '$1');
    const region = exact.get(name);
    if (region !== undefined) return inScope(region, false);
    const outside = outOfScopeClass(name);
    if (outside !== null) return { kind: 'out_of_scope', class: outside };
    const near = folded.get(fold(raw)) ?? null;
    if (near !== null) return inScope(near, true);
    return { kind: 'unknown', candidates: candidatesFor(name, exact) };
  };
  const inScope = (region: string, near: boolean): RegionMatch =>
    withData.has(region) ? { kind: 'region', region, near } : { kind: 'out_of_scope', class: 'no_statistics' };
  return remember(read);
}

function fold(name: string): string {
  return normalizeName(name).replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function candidatesFor(name: string, exact: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  if (name.length < 2) return [];
  for (const [alias, region] of exact) if (alias.length > 1 && isOneEditApart(alias, name)) found.add(region);
  if (TWINS.some((twin) => found.has(twin))) for (const twin of TWINS) found.add(twin);
  return [...found].sort();
}

function remember(read: RegionReader): RegionReader {
  const known = new Map<string, RegionMatch>();
  return (raw) => {
    let match = known.get(raw);
    if (match === undefined) {
      match = read(raw);
      known.set(raw, match);
    }
    return match;
  };
}
