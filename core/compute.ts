import { divideDecimals, multiplyDecimals, roundDecimal, subtractDecimals, sumDecimals } from './decimal.ts';
import type { Formula } from './formula.ts';
import type { Indicator } from './indicator.ts';
import { FIGURE_STATUSES, type Bound, type Figure, type FigureStatus, type Observation } from './observation.ts';
import { NATION } from './region.ts';

/** The released figures of one indicator: region → year → figure. */
export type Released = ReadonlyMap<string, ReadonlyMap<number, Observation>>;
type ReleasedOf = (indicator: string) => Released | undefined;

/** A computed national figure needs this many provinces with all inputs. Source: methodology, "The nation". */
export const LEAST_PROVINCES = 25;

/** One input of a formula: a released figure, or the sum of the provinces' figures. */
type Input = { value: string; bound: Bound; status: FigureStatus; break: boolean; from: Observation[] };

const numberOf = (of: Released | undefined, region: string, year: number): Observation | null => {
  const found = of?.get(region)?.get(year);
  return found === undefined || found.value === null ? null : found;
};

/** The pairs (indicator, year) that a formula needs for one year, the numerator first. */
function needs(formula: Formula, year: number): [indicator: string, year: number][] {
  return formula.kind === 'ratio'
    ? [
        [formula.numerator, year],
        [formula.denominator, year],
      ]
    : [
        [formula.of, year],
        [formula.of, year - 1],
      ];
}

function result(formula: Formula, a: string, b: string): string | null {
  if (formula.kind === 'ratio') {
    return divideDecimals(multiplyDecimals(a, formula.factor), b);
  }
  if (Number(b) <= 0) return null;
  const ratio = divideDecimals(a, b);
  return ratio === null ? null : multiplyDecimals(subtractDecimals(ratio, '1'), '100');
}

const weakest = (inputs: readonly { status: FigureStatus }[]): FigureStatus =>
  FIGURE_STATUSES[Math.max(...inputs.map((input) => FIGURE_STATUSES.indexOf(input.status)))] ?? 'final';

function single(observation: Observation): Input {
  const { value, bound, status } = observation;
  return { value: value ?? '0', bound, status, break: observation.break, from: [observation] };
}

function sum(parts: Observation[]): Input {
  return {
    value: sumDecimals(parts.map((part) => part.value ?? '0')),
    bound: parts.every((part) => part.bound === 'eq') ? 'eq' : 'approx',
    status: weakest(parts),
    break: parts.some((part) => part.break),
    from: parts,
  };
}

function figure(
  indicator: Indicator,
  region: string,
  year: number,
  formula: Formula,
  [a, b]: readonly [Input, Input],
  provinces: number | null,
): Figure | null {
  const exact = result(formula, a.value, b.value);
  if (exact === null) return null;
  const shown = roundDecimal(exact, indicator.decimals ?? 2);
  const from = [...a.from, ...b.from];
  return {
    region,
    indicator: indicator.indicator,
    year,
    value: shown,
    shown,
    symbol: null,
    bound: b.bound === 'eq' ? a.bound : 'approx',
    status: weakest([a, b]),
    // growth(a) looks back over a break only in the year of the break itself
    break: formula.kind === 'growth' ? a.break : a.break || b.break,
    computed: true,
    computed_value: null,
    source: a.from[0]?.source ?? null,
    locator: null,
    note: null,
    release: Math.max(...from.map((part) => part.release)),
    valid_from: from.map((part) => part.valid_from).reduce((latest, at) => (at > latest ? at : latest), ''),
    provinces,
    inputs:
      provinces === null
        ? from.map((part) => ({
            region: part.region,
            indicator: part.indicator,
            year: part.year,
            value: part.value ?? '',
            source: part.source,
            release: part.release,
          }))
        : [],
  };
}

/**
 * The figure of a region and year by the indicator's formula, rounded to its decimals (2 where it has none), or null
 * when an input is missing, b = 0, or the base of a growth is not positive. For the nation the national inputs are
 * used; where one is not published, the inputs are summed over the provinces that have all of them, at least 25, and
 * only where the inputs may be added.
 * Source: methodology, "The nation" and "Growth"; data model, "Derived indicators".
 */
export function computeFigure(
  indicator: Indicator,
  formula: Formula,
  region: string,
  year: number,
  released: ReleasedOf,
  provinces: readonly string[],
  additive: (indicator: string) => boolean,
): Figure | null {
  const [needA, needB] = needs(formula, year);
  if (needA === undefined || needB === undefined) return null;
  const [ofA, ofB] = [released(needA[0]), released(needB[0])];
  const own = [numberOf(ofA, region, needA[1]), numberOf(ofB, region, needB[1])] as const;
  if (own[0] !== null && own[1] !== null) {
    return figure(indicator, region, year, formula, [single(own[0]), single(own[1])], null);
  }
  if (region !== NATION || !additive(needA[0]) || !additive(needB[0])) return null;
  const a: Observation[] = [];
  const b: Observation[] = [];
  for (const province of provinces) {
    const [partA, partB] = [numberOf(ofA, province, needA[1]), numberOf(ofB, province, needB[1])];
    if (partA === null || partB === null) continue;
    a.push(partA);
    b.push(partB);
  }
  if (a.length < LEAST_PROVINCES) return null;
  return figure(indicator, region, year, formula, [sum(a), sum(b)], a.length);
}
