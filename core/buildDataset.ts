import { computeFigure, type Released } from './compute.ts';
import type { Dataset, DatasetRows, FigureIndex } from './dataset.ts';
import { roundDecimal } from './decimal.ts';
import { compareText, firstDifference } from './firstDifference.ts';
import { formulaInputs, parseFormula } from './formula.ts';
import type { Indicator } from './indicator.ts';
import { comparePrecedence } from './judge/preferred.ts';
import type { Figure, Observation } from './observation.ts';
import { NATION } from './region.ts';
import type { Target } from './target.ts';

const byId = <T>(rows: readonly T[], id: (row: T) => string) => new Map(rows.map((row) => [id(row), row]));

function releasedFigure(observation: Observation, decimals: number | null): Figure {
  const { value } = observation;
  return {
    ...observation,
    shown: value === null ? null : roundDecimal(value, decimals),
    computed: false,
    computed_value: null,
    provinces: null,
    inputs: [],
  };
}

function indexReleased(observations: readonly Observation[]): Map<string, Map<string, Map<number, Observation>>> {
  const index = new Map<string, Map<string, Map<number, Observation>>>();
  for (const observation of observations) {
    if (observation.symbol === 'withdrawn') continue;
    let regions = index.get(observation.indicator);
    if (regions === undefined) index.set(observation.indicator, (regions = new Map()));
    let years = regions.get(observation.region);
    if (years === undefined) regions.set(observation.region, (years = new Map()));
    years.set(observation.year, observation);
  }
  return index;
}

/** Years for which a formula may have a value: those of its inputs. */
function yearsOf(of: Released | undefined): Set<number> {
  return new Set([...(of?.values() ?? [])].flatMap((years) => [...years.keys()]));
}

function figuresOf(
  indicator: Indicator,
  released: ReadonlyMap<string, Released>,
  provinces: readonly string[],
  additive: (indicator: string) => boolean,
): Map<string, Map<number, Figure>> {
  const figures = new Map<string, Map<number, Figure>>();
  const set = (found: Figure) => {
    const years = figures.get(found.region) ?? new Map<number, Figure>();
    figures.set(found.region, years.set(found.year, found));
  };
  const formula = indicator.formula === null ? null : parseFormula(indicator.formula);
  if (formula !== null) {
    const years = new Set(formulaInputs(formula).flatMap((input) => [...yearsOf(released.get(input))]));
    for (const region of [NATION, ...provinces]) {
      for (const year of years) {
        const found = computeFigure(
          indicator,
          formula,
          region,
          year,
          (input) => released.get(input),
          provinces,
          additive,
        );
        if (found !== null) set(found);
      }
    }
  }
  // A released figure takes precedence over a computed one; a blank does not.
  for (const [region, years] of released.get(indicator.indicator) ?? []) {
    for (const [year, observation] of years) {
      if (observation.symbol === 'missing' && figures.get(region)?.has(year)) continue;
      const computed = figures.get(region)?.get(year);
      set({ ...releasedFigure(observation, indicator.decimals), computed_value: computed?.shown ?? null });
    }
  }
  for (const [region, years] of figures) {
    figures.set(region, new Map([...years].sort(([a], [b]) => a - b)));
  }
  return figures;
}

/** Targets by indicator, the preferred one of a region and year first. */
export function groupTargets(
  rows: Pick<DatasetRows, 'targets'>,
  sourceById: Dataset['sourceById'],
): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of rows.targets) {
    const list = groups.get(target.indicator);
    if (list === undefined) groups.set(target.indicator, [target]);
    else list.push(target);
  }
  const sourceOf = (target: Target) => sourceById.get(target.source) ?? null;
  for (const list of groups.values()) {
    list.sort((a, b) =>
      firstDifference(
        compareText(a.region, b.region),
        a.year - b.year,
        comparePrecedence({ target: a, source: sourceOf(a) }, { target: b, source: sourceOf(b) }),
      ),
    );
  }
  return groups;
}

/** Rows with their look-ups and computed figures. `version` must differ whenever a row does. */
export function buildDataset(rows: DatasetRows, version: string): Dataset {
  const indicatorById = byId(rows.indicators, (row) => row.indicator);
  const sourceById = byId(rows.sources, (row) => row.source);
  const provinces = rows.regions.filter((region) => region.level === 'province' && region.has_data);
  const codes = provinces.map((region) => region.region);
  const released = indexReleased(rows.observations);
  const additive = (indicator: string) => indicatorById.get(indicator)?.additive ?? false;
  const figures: FigureIndex = new Map(
    rows.indicators.map((indicator) => [indicator.indicator, figuresOf(indicator, released, codes, additive)]),
  );
  return {
    ...rows,
    version,
    regionById: byId(rows.regions, (row) => row.region),
    provinces,
    indicatorById,
    sourceById,
    released,
    figures,
    targetsByIndicator: groupTargets(rows, sourceById),
  };
}
