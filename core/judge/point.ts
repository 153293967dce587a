import { addReadings, readFigure, type Reading } from '../bounds.ts';
import { FIGURE_STATUSES, type Bound, type Figure } from '../observation.ts';

/** A figure with a number, ready to be judged. */
export type Point = { year: number; figure: Figure; reading: Reading };

/**
 * The figures that have a number and are known in `year`, oldest first. A computed figure is judged by its shown
 * value, a released one by all its published digits. Source: methodology, "Shown value" and "Days".
 */
export function knownPoints(figures: readonly Figure[], year: number): Point[] {
  return figures
    .filter((figure) => figure.year <= year)
    .flatMap((figure) => {
      const value = figure.computed ? figure.shown : figure.value;
      return value === null ? [] : [{ year: figure.year, figure, reading: readFigure(value, figure.bound) }];
    })
    .sort((a, b) => a.year - b.year);
}

function sumBound(a: Bound, b: Bound): Bound {
  if (a === b || b === 'eq') return a;
  return a === 'eq' ? b : 'approx';
}

const weaker = (a: Figure, b: Figure) =>
  FIGURE_STATUSES.indexOf(a.status) >= FIGURE_STATUSES.indexOf(b.status) ? a.status : b.status;

function addPoints(sum: Point, flow: Point): Point {
  const reading = addReadings(sum.reading, flow.reading);
  const { region, indicator, year, source, release } = flow.figure;
  const input = { region, indicator, year, value: flow.reading.value, source, release: release ?? 0 };
  return {
    year: flow.year,
    reading,
    figure: {
      ...flow.figure,
      value: reading.value,
      shown: reading.value,
      bound: sumBound(sum.figure.bound, flow.figure.bound),
      status: weaker(sum.figure, flow.figure),
      computed: true,
      locator: null,
      note: null,
      inputs: [...sum.figure.inputs, input],
    },
  };
}

/** Zero at the end of the year before the plan, then the sums of the yearly flows for as long as no year is missing. */
export function runningSum(flows: readonly Point[], start: number): Point[] {
  const [any] = flows;
  if (any === undefined) return [];
  const zero: Figure = {
    ...any.figure,
    year: start - 1,
    value: '0',
    shown: '0',
    bound: 'eq',
    status: 'final',
    break: false,
    computed: true,
    source: null,
    locator: null,
    note: null,
    inputs: [],
  };
  const byYear = new Map(flows.map((flow) => [flow.year, flow]));
  let sum: Point = { year: start - 1, figure: zero, reading: { ...readFigure('0', 'eq'), unit: '0' } };
  const sums = [sum];
  for (let year = start, flow = byYear.get(year); flow !== undefined; flow = byYear.get(++year)) {
    sums.push((sum = addPoints(sum, flow)));
  }
  return sums;
}
