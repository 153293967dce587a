import type { Measure, RankingAnswer, RankingRow } from '../answers.ts';
import { subtractDecimals } from '../decimal.ts';
import type { Dataset } from '../dataset.ts';
import type { Direction, Indicator } from '../indicator.ts';
import { judgeTarget } from '../judge/targetView.ts';
import { median } from '../median.ts';
import { BELOW_SMALLEST, type Placed, type rankChanges } from '../rank.ts';
import { regionName, type Lang } from '../region.ts';
import type { Entry } from './entry.ts';
import { chosenTarget, deadlinesOf } from './targetEntries.ts';

export const nameOf = (dataset: Dataset, region: string, lang: Lang) => {
  const found = dataset.regionById.get(region);
  return found === undefined ? region : regionName(found, lang);
};

export type RowContext = {
  dataset: Dataset;
  indicator: Indicator;
  placed: Placed<Entry>[];
  changes: ReturnType<typeof rankChanges>;
  before: ReadonlySet<string>;
  benchmarks: RankingAnswer['benchmarks'];
  direction: Direction;
  day: string;
  year: number | null;
  measure: Measure;
  lang: Lang;
};

/** One line of the table: the figure, its place, its distances, the target beside it. */
export function rowOf(context: RowContext, entry: Placed<Entry>, at: number): RankingRow {
  const { dataset, indicator, placed, benchmarks, lang, measure } = context;
  const change = context.changes.get(entry.region) ?? null;
  const shown = entry.shown === BELOW_SMALLEST ? null : entry.shown;
  const numbers = placed.flatMap((other) => (other.shown === BELOW_SMALLEST ? [] : [other.shown]));
  const distance = (to: string | null | undefined) =>
    shown === null || to === null || to === undefined ? null : Number(subtractDecimals(shown, to));
  const next = placed.slice(0, at).findLast((other) => other.shown !== entry.shown && !sameNumber(other.shown, shown));
  const ranks = context.direction !== 'none';
  return {
    region: entry.region,
    name: nameOf(dataset, entry.region, lang),
    value: entry.value === null ? null : Number(entry.value),
    display: entry.display,
    bound: entry.bound,
    symbol: entry.figure?.symbol ?? null,
    status: entry.status,
    computed: entry.figure?.computed ?? false,
    year: entry.year,
    rank: entry.rank,
    tied: entry.tied,
    rank_previous: change?.previous ?? null,
    rank_common: change?.common ?? null,
    rank_change: change === null ? null : change.previous - change.common,
    newcomer: !context.before.has(entry.region),
    to_best: ranks ? distance(numbers[0]) : null,
    to_next: ranks
      ? at === 0
        ? distance(shown)
        : next === undefined
          ? distance(numbers[0])
          : distance(textOf(next))
      : null,
    to_median: distance(median(numbers)),
    to_national: indicator.additive || benchmarks.national === null ? null : distance(String(benchmarks.national)),
    target: targetOfRow(context, entry),
    source: measure === 'target' ? (entry.target?.source ?? null) : (entry.figure?.source ?? null),
    locator: measure === 'target' ? (entry.target?.locator ?? null) : (entry.figure?.locator ?? null),
    note: measure === 'target' ? (entry.target?.note ?? null) : (entry.figure?.note ?? null),
    release: (measure === 'target' ? entry.target?.release : entry.figure?.release) ?? null,
  };
}

const textOf = (entry: Entry) => (entry.shown === BELOW_SMALLEST ? null : entry.shown);
const sameNumber = (a: Entry['shown'], b: string | null) =>
  a !== BELOW_SMALLEST && b !== null && Number(subtractDecimals(a, b)) === 0;

function targetOfRow({ dataset, indicator, day }: RowContext, entry: Entry): RankingRow['target'] {
  const deadlines = deadlinesOf(dataset, indicator.indicator, entry.region);
  const target =
    entry.target ?? chosenTarget(deadlines, entry.year, entry.year) ?? chosenTarget(deadlines, null, entry.year);
  if (target === null) return null;
  const { state, reason } = judgeTarget(dataset, target, day);
  return {
    year: target.year,
    value: Number(target.value),
    value_to: target.value_to === null ? null : Number(target.value_to),
    bound: target.bound,
    target_kind: target.target_kind,
    wording: target.wording_zh,
    source: target.source,
    locator: target.locator,
    status: state,
    reason,
  };
}
