import type { IndicatorAnswer, ObservationAnswer, TargetAnswer, ThemeAnswer } from '../../../core/answers.ts';
import type { TargetState } from '../../../core/target.ts';
import { byText, firstDifference } from './firstDifference.ts';
import { groupBy } from './groupBy.ts';

/** States in the order of the strip: first line judged, second line not judged yet. Source: product, point 6. */
export const JUDGED_STATES = [
  'met',
  'met_early',
  'on_track',
  'slightly_behind',
  'far_behind',
  'moving_away',
  'missed',
  'undetermined',
] as const satisfies readonly TargetState[];
export const UNJUDGED_STATES = [
  'awaiting_figure',
  'no_statistic',
  'not_assessable',
] as const satisfies readonly TargetState[];

export type StateCount = { state: TargetState; n: number };

/** How many of the targets are in each of the states, states without a target left out. */
export function countStates(targets: readonly TargetAnswer[], states: readonly TargetState[]): StateCount[] {
  return states
    .map((state) => ({ state, n: targets.filter((target) => target.status === state).length }))
    .filter(({ n }) => n > 0);
}

const isJudged = (state: TargetState) => (JUDGED_STATES as readonly TargetState[]).includes(state);

/**
 * Targets as a province's page lists them: judged before not judged, a later deadline first, then by indicator. Statements
 * of other sources for the same indicator and year stand beside the preferred one.
 */
export function targetEntries(targets: readonly TargetAnswer[]): { target: TargetAnswer; others: TargetAnswer[] }[] {
  return targets
    .filter((target) => target.preferred)
    .toSorted((a, b) =>
      firstDifference(
        Number(isJudged(b.status)) - Number(isJudged(a.status)),
        b.year - a.year,
        byText(a.indicator, b.indicator),
      ),
    )
    .map((target) => ({
      target,
      others: targets.filter(
        (other) => !other.preferred && other.indicator === target.indicator && other.year === target.year,
      ),
    }));
}

export type StatisticsRow = {
  indicator: IndicatorAnswer;
  latest: ObservationAnswer;
  before: ObservationAnswer | null;
  national: ObservationAnswer | null;
  series: { year: number; value: number | null; display: string | null }[];
};

/** A row for each indicator the province has a figure of, by theme: latest year, the year before it, the nation. */
export function statisticsByTheme(
  observations: readonly ObservationAnswer[],
  national: readonly ObservationAnswer[],
  indicators: readonly IndicatorAnswer[],
  themes: readonly ThemeAnswer[],
): { theme: ThemeAnswer; rows: StatisticsRow[] }[] {
  const byIndicator = groupBy(
    observations.filter((observation) => observation.display !== null),
    (observation) => observation.indicator,
  );
  const ofNation = new Map(
    national.map((observation) => [`${observation.indicator} ${observation.year}`, observation]),
  );
  const rowOf = (indicator: IndicatorAnswer): StatisticsRow[] => {
    const all = (byIndicator.get(indicator.indicator) ?? []).toSorted((a, b) => a.year - b.year);
    const latest = all.at(-1);
    if (latest === undefined) return [];
    return [
      {
        indicator,
        latest,
        before: all.find((observation) => observation.year === latest.year - 1) ?? null,
        national: ofNation.get(`${indicator.indicator} ${latest.year}`) ?? null,
        series: all.map(({ year, value, display }) => ({ year, value, display })),
      },
    ];
  };
  return themes
    .map((theme) => ({
      theme,
      rows: indicators.filter((indicator) => indicator.theme === theme.theme).flatMap(rowOf),
    }))
    .filter((group) => group.rows.length > 0);
}
