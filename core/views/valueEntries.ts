import { divideDecimals, multiplyDecimals, roundDecimal, subtractDecimals } from '../decimal.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { displayBelowSmallest, displayDecimal } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import { BELOW_SMALLEST } from '../rank.ts';
import type { Region } from '../region.ts';
import { measureUnit, type Entries, type Entry } from './entry.ts';

const fromFigure = (figure: Figure, part: Pick<Entry, 'shown' | 'value' | 'display'>): Entry => ({
  region: figure.region,
  ...part,
  bound: figure.bound,
  status: figure.status,
  year: figure.year,
  figure,
  target: null,
});

/** The figures of one year. */
export function valueEntries(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  year: number,
): Entries {
  const result: Entries = { entries: [], unranked: [] };
  for (const { region } of members) {
    const figure = figureOf(dataset, indicator.indicator, region, year);
    if (figure?.symbol === 'not_applicable') result.unranked.push({ region, reason: 'not_applicable' });
    else if (figure?.symbol === 'below_smallest_unit') {
      const display = displayBelowSmallest(indicator.decimals);
      result.entries.push(fromFigure(figure, { shown: BELOW_SMALLEST, value: null, display }));
    } else if (figure === null || figure.shown === null) result.unranked.push({ region, reason: 'no_statistic' });
    else {
      const display = displayDecimal(figure.shown, null);
      result.entries.push(fromFigure(figure, { shown: figure.shown, value: figure.value, display }));
    }
  }
  return result;
}

/**
 * Year on year: % for money, counts and per-head figures, percentage points for indicators in %; nothing for
 * indicators that are growth rates themselves, in the first year of a new series, and over a base that is not
 * positive. From the digits as published; only the result is rounded.
 */
export function growthEntries(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  year: number,
): Entries {
  const result: Entries = { entries: [], unranked: [] };
  const { decimals } = measureUnit('growth', indicator.unit, indicator.decimals);
  for (const { region } of members) {
    const now = figureOf(dataset, indicator.indicator, region, year);
    const before = figureOf(dataset, indicator.indicator, region, year - 1);
    const growth = indicator.kind === 'growth' || now?.break === true ? null : growthOf(indicator, before, now);
    if (now === null || growth === null) result.unranked.push({ region, reason: 'no_statistic' });
    else {
      const shown = roundDecimal(growth, decimals);
      result.entries.push(fromFigure(now, { shown, value: shown, display: displayDecimal(shown, null) }));
    }
  }
  return result;
}

function growthOf(indicator: Indicator, before: Figure | null, now: Figure | null): string | null {
  const [a, b] = [now?.value ?? null, before?.value ?? null];
  if (a === null || b === null) return null;
  if (indicator.unit === '%') return subtractDecimals(a, b);
  if (Number(b) <= 0) return null;
  const ratio = divideDecimals(a, b);
  return ratio === null ? null : multiplyDecimals(subtractDecimals(ratio, '1'), '100');
}
