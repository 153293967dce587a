import { buildDataset } from '../buildDataset.ts';
import type { Dataset } from '../dataset.ts';
import { formulaInputs, parseFormula } from '../formula.ts';
import type { Indicator } from '../indicator.ts';
import { judgeTarget } from '../judge/judgeTarget.ts';
import { rank } from '../rank.ts';
import type { Target, TargetState } from '../target.ts';
import { valueEntries } from '../views/valueEntries.ts';
import type { EntryChange } from './diff.ts';
import { observationOf, writes } from './observationsOf.ts';

/** A rank or a target's state that would move. Ranks are of all provinces, for the year; states of the deadline's year. */
export type Consequence = {
  indicator: string;
  year: number;
  region: string;
  old_rank: number | null;
  new_rank: number | null;
  old_status: TargetState | null;
  new_status: TargetState | null;
};

/** A move of so many places is told; in the first places any move is. Source: workflows 3.3, step 8. */
const PLACES_TOLD = 2;
const FIRST_PLACES = 5;

/**
 * What else changes when `changes` are written: ranks that move by two places or at all among the first five, and states of
 * targets, also of indicators computed from the changed ones. `day` is the day of judging, YYYY-MM-DD.
 */
export function consequencesOf(changes: readonly EntryChange[], before: Dataset, day: string): Consequence[] {
  const telling = tellingChanges(changes, before);
  if (telling.length === 0) return [];
  const affected = affectedBy(telling, before);
  const after = datasetAfter(telling, affected, before);
  const found = new Map<string, Consequence>();
  const at = (indicator: string, year: number, region: string): Consequence => {
    const key = `${indicator}|${year}|${region}`;
    const known = found.get(key) ?? {
      indicator,
      year,
      region,
      old_rank: null,
      new_rank: null,
      old_status: null,
      new_status: null,
    };
    found.set(key, known);
    return known;
  };
  for (const { indicator, years } of affected.values()) {
    for (const year of years) {
      for (const { region, from, to } of rankMoves(indicator, year, before, after)) {
        Object.assign(at(indicator.indicator, year, region), { old_rank: from, new_rank: to });
      }
    }
    for (const target of preferredTargets(indicator, before)) {
      const from = judgeTarget(before, target, day).state;
      const to = judgeTarget(after, target, day).state;
      if (from === to) continue;
      Object.assign(at(indicator.indicator, target.year, target.region), { old_status: from, new_status: to });
    }
  }
  const place = ({ year, indicator, region }: Consequence): string => `${9_999 - year}|${indicator}|${region}`;
  return [...found.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/**
 * The changes that can move something: of an indicator with targets, or in a year that was ranked before, its own or that of
 * an indicator computed from it. Old years of a new series move nothing, and there can be very many of them.
 */
function tellingChanges(changes: readonly EntryChange[], before: Dataset): EntryChange[] {
  const families = new Map<string, string[]>();
  for (const { indicator } of before.indicators) families.set(indicator, [indicator]);
  for (const { indicator, formula } of before.indicators) {
    const parsed = formula === null ? null : parseFormula(formula);
    for (const input of parsed === null ? [] : formulaInputs(parsed)) families.get(input)?.push(indicator);
  }
  const telling = new Map<string, Set<number> | 'all'>();
  for (const [indicator, family] of families) {
    const targets = family.some((member) => (before.targetsByIndicator.get(member) ?? []).length > 0);
    const years = new Set<number>();
    for (const member of family) {
      for (const figures of before.figures.get(member)?.values() ?? [])
        for (const year of figures.keys()) years.add(year);
    }
    telling.set(indicator, targets ? 'all' : years);
  }
  return changes.filter((change) => {
    if (!writes(change)) return false;
    const years = telling.get(change.entry.indicator) ?? 'all';
    return years === 'all' || years.has(change.entry.year);
  });
}

type Affected = Map<string, { indicator: Indicator; years: Set<number> }>;

/** The changed indicators and those computed from them, with the years in which their figures can move. */
function affectedBy(written: readonly EntryChange[], dataset: Dataset): Affected {
  const affected: Affected = new Map();
  const add = (indicator: Indicator | undefined, years: Iterable<number>): void => {
    if (indicator === undefined) return;
    const known = affected.get(indicator.indicator) ?? { indicator, years: new Set<number>() };
    for (const year of years) known.years.add(year);
    affected.set(indicator.indicator, known);
  };
  for (const { entry } of written) add(dataset.indicatorById.get(entry.indicator), [entry.year]);
  const direct = new Map([...affected].map(([id, { years }]) => [id, [...years]]));
  for (const indicator of dataset.indicators) {
    const formula = indicator.formula === null ? null : parseFormula(indicator.formula);
    for (const input of formula === null ? [] : formulaInputs(formula)) {
      const years = direct.get(input) ?? [];
      if (years.length > 0)
        add(indicator, formula?.kind === 'growth' ? years.flatMap((year) => [year, year + 1]) : years);
    }
  }
  return affected;
}

/** The data with the changes in it, of the affected indicators and their inputs only. */
function datasetAfter(written: readonly EntryChange[], affected: Affected, before: Dataset): Dataset {
  const needed = new Set(affected.keys());
  for (const { indicator } of affected.values()) {
    const formula = indicator.formula === null ? null : parseFormula(indicator.formula);
    for (const input of formula === null ? [] : formulaInputs(formula)) needed.add(input);
  }
  const replaced = new Map(written.map((change) => [keyOf(change.entry), change]));
  const kept = before.observations.filter((row) => needed.has(row.indicator) && !replaced.has(keyOf(row)));
  const fresh = written.map((change) => observationOf(change, 0, ''));
  return buildDataset({ ...before, observations: [...kept, ...fresh] }, `${before.version}+`);
}

function keyOf({ indicator, region, year }: { indicator: string; region: string; year: number }): string {
  return `${indicator}|${region}|${year}`;
}

function rankMoves(
  indicator: Indicator,
  year: number,
  before: Dataset,
  after: Dataset,
): { region: string; from: number | null; to: number | null }[] {
  if (indicator.comparable !== true) return [];
  const old = ranksOf(indicator, year, before);
  // A year that was not ranked before has no places to lose; its first ranks are the change itself.
  if (old.size === 0) return [];
  const now = ranksOf(indicator, year, after);
  const moves: { region: string; from: number | null; to: number | null }[] = [];
  for (const { region } of before.provinces) {
    const from = old.get(region) ?? null;
    const to = now.get(region) ?? null;
    if (from !== to && isTold(from, to)) moves.push({ region, from, to });
  }
  return moves;
}

function isTold(from: number | null, to: number | null): boolean {
  if (from === null || to === null) return true;
  return Math.abs(from - to) >= PLACES_TOLD || Math.min(from, to) <= FIRST_PLACES;
}

function ranksOf(indicator: Indicator, year: number, dataset: Dataset): Map<string, number> {
  const { entries } = valueEntries(dataset, indicator, dataset.provinces, year);
  return new Map(
    rank(entries, indicator.direction).flatMap((placed) =>
      placed.rank === null ? [] : [[placed.region, placed.rank] as const],
    ),
  );
}

/** Of several targets for one region and year the first, which is the preferred one. */
function preferredTargets(indicator: Indicator, dataset: Dataset): Target[] {
  const seen = new Set<string>();
  return (dataset.targetsByIndicator.get(indicator.indicator) ?? []).filter(({ region, year }) => {
    const key = `${region}|${year}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
