import type { Measure, UnrankedReason } from '../answers.ts';
import { addDecimals, roundDecimal, subtractDecimals } from '../decimal.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { displayDecimal } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import { planStart } from '../judge/planStart.ts';
import { judgeTarget } from '../judge/targetView.ts';
import type { Region } from '../region.ts';
import type { Target } from '../target.ts';
import { yearOfDay } from './defaultYear.ts';
import { FRACTION_DECIMALS, type Entries, type Entry } from './entry.ts';

/** Targets that may stand in one ranking: growth rates only with rates of their own kind. */
const familyOf = (target: Target) =>
  target.target_kind === 'yearly_growth' || target.target_kind === 'average_growth' ? target.target_kind : 'level';

/** The preferred target of each deadline of a region, deadlines ascending. */
export function deadlinesOf(dataset: Dataset, indicator: string, region: string): Target[] {
  const seen = new Set<number>();
  return (dataset.targetsByIndicator.get(indicator) ?? []).filter((target) => {
    if (target.region !== region || seen.has(target.year)) return false;
    seen.add(target.year);
    return true;
  });
}

/** The target of a year, or (`year` null) the next deadline from `from` on, else the latest. */
export function chosenTarget(deadlines: readonly Target[], year: number | null, from: number): Target | null {
  if (year !== null) return deadlines.find((target) => target.year === year) ?? null;
  return deadlines.find((target) => target.year >= from) ?? deadlines.at(-1) ?? null;
}

/**
 * The level a target asks for: of a `rise` the figure of the year before the plan plus the rise, null when that
 * figure is not published.
 */
export function targetLevel(dataset: Dataset, target: Target): string | null {
  if (target.target_kind !== 'rise') return target.value;
  const published = dataset.sourceById.get(target.source)?.published ?? null;
  const base = figureOf(dataset, target.indicator, target.region, planStart(target, published) - 1);
  return base?.value == null ? null : addDecimals(base.value, target.value);
}

type Asked = { measure: Measure; year: number | null; day: string };

/** Targets and what is measured against them: `target`, `gap`, `progress`, `attainment`. */
export function targetEntries(
  dataset: Dataset,
  indicator: Indicator,
  members: readonly Region[],
  { measure, year, day }: Asked,
): Entries {
  const chosen = members.map(({ region }) => ({
    region,
    target: chosenTarget(deadlinesOf(dataset, indicator.indicator, region), year, yearOfDay(day)),
  }));
  const families = chosen.flatMap(({ target }) => (target === null ? [] : [familyOf(target)]));
  const count = (family: string) => families.filter((candidate) => candidate === family).length;
  const family = ['level', 'yearly_growth', 'average_growth'].reduce((a, b) => (count(b) > count(a) ? b : a));
  const result: Entries = { entries: [], unranked: [] };
  for (const { region, target } of chosen) {
    const found = target === null ? 'no_target' : oneEntry(dataset, indicator, target, family, { measure, year, day });
    if (typeof found === 'string') result.unranked.push({ region, reason: found });
    else result.entries.push(found);
  }
  return result;
}

function oneEntry(
  dataset: Dataset,
  indicator: Indicator,
  target: Target,
  family: string,
  { measure, day }: Asked,
): Entry | UnrankedReason {
  if (familyOf(target) !== family) return 'not_applicable';
  const level = targetLevel(dataset, target);
  if (level === null) return 'no_baseline';
  const base = { region: target.region, bound: target.bound, target, year: target.year };
  if (measure === 'target') {
    const display = displayDecimal(level, null);
    const end = target.value_to === null ? '' : `–${displayDecimal(target.value_to, null)}`;
    return { ...base, shown: level, value: level, display: display + end, status: null, figure: null };
  }
  const judged = judgeTarget(dataset, target, day);
  const figure = judged.figure;
  if (figure === null || figure.value === null) return 'no_statistic';
  const measured = { ...base, bound: figure.bound, status: figure.status, year: figure.year, figure };
  if (measure === 'gap') {
    const gap = subtractDecimals(figure.shown ?? figure.value, level);
    return { ...measured, shown: gap, value: gap, display: displayDecimal(gap, indicator.decimals) };
  }
  const fraction = measure === 'progress' ? judged.progress : judged.attainment;
  if (fraction === null) return measure === 'progress' ? 'no_baseline' : 'not_applicable';
  const shown = roundDecimal(plain(fraction), FRACTION_DECIMALS);
  return { ...measured, shown, value: plain(fraction), display: displayDecimal(shown, null) };
}

/** A fraction as plain decimal text, without an exponent. */
const plain = (fraction: number) => fraction.toFixed(12);
