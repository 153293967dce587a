import type { TargetAnswer } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { displayDecimal } from '../format.ts';
import { indicatorName, type Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import { regionName, type Lang } from '../region.ts';
import type { Target } from '../target.ts';
import { derivationOf } from './derivation.ts';
import type { Judgement } from './judgement.ts';
import { judgeTarget } from './judgeTarget.ts';
import { judgementSentence } from './sentence.ts';
import { preferredTarget } from './targetsOf.ts';

export { judgeTarget } from './judgeTarget.ts';
export { preferredTarget, targetsOf } from './targetsOf.ts';

export type TargetQuery = {
  indicator?: string | undefined;
  region?: string | undefined;
  year?: number | undefined;
  lang: Lang;
  /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
  day: string;
  derivation?: boolean | undefined;
};

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** The released figures behind a computed one. */
function releasedInputs(dataset: Dataset, figures: readonly (Figure | null)[]): Figure[] {
  return figures.flatMap((figure) =>
    (figure?.inputs ?? []).flatMap((input) => figureOf(dataset, input.indicator, input.region, input.year) ?? []),
  );
}

/** The baseline of an average growth is a level in another unit: only its year is told here. */
function figuresIn({ figure, baseline }: Judgement, { indicator, decimals }: Indicator) {
  const shown = (used: Figure) => {
    const value = used.indicator === indicator ? used.value : null;
    return {
      year: used.year,
      value: numberOf(value),
      display: value === null ? null : displayDecimal(value, decimals),
    };
  };
  return {
    figure: figure === null ? null : { ...shown(figure), bound: figure.bound, status: figure.status },
    baseline: baseline === null ? null : shown(baseline),
  };
}

function paceIn({ pace }: Judgement): TargetAnswer['pace'] {
  if (pace === null) return null;
  const { rule, needed_from_start, needed_from_now, actual, ratio } = pace;
  return { rule, needed_from_start, needed_from_now, actual, ratio };
}

function answerOf(dataset: Dataset, target: Target, query: TargetQuery): TargetAnswer[] {
  const indicator = dataset.indicatorById.get(target.indicator);
  const region = dataset.regionById.get(target.region);
  const source = dataset.sourceById.get(target.source);
  if (indicator === undefined || region === undefined || source === undefined) return [];
  const judgement = judgeTarget(dataset, target, query.day);
  const { wording_zh, value, value_to, ...published } = target;
  return [
    {
      ...published,
      region_name: regionName(region, query.lang),
      indicator_name: indicatorName(indicator, query.lang),
      unit: indicator.unit,
      value: Number(value),
      value_to: numberOf(value_to),
      wording: wording_zh,
      source_title: source.title_zh,
      source_kind: source.kind,
      preferred: preferredTarget(dataset, target.indicator, target.region, target.year) === target,
      status: judgement.state,
      reason: judgement.reason,
      provisional: judgement.provisional,
      sentence: judgementSentence(judgement, target, indicator, query.lang),
      ...figuresIn(judgement, indicator),
      progress: judgement.progress,
      attainment: judgement.attainment,
      pace: paceIn(judgement),
      ...(query.derivation === true && {
        derivation: derivationOf(judgement, target, {
          decimalsOf: (figure) => (dataset.indicatorById.get(figure.indicator) ?? indicator).decimals,
          inputs: releasedInputs(dataset, [judgement.baseline, judgement.figure]),
        }),
      }),
    },
  ];
}

/**
 * The published targets that match, each with its state on the day, ordered by region, indicator, year and
 * precedence of the source. Without a filter all of them; unknown ids match nothing.
 */
export function targetAnswers(dataset: Dataset, query: TargetQuery): TargetAnswer[] {
  const ids = query.indicator === undefined ? [...dataset.targetsByIndicator.keys()].sort() : [query.indicator];
  return ids
    .flatMap((id) => dataset.targetsByIndicator.get(id) ?? [])
    .filter(({ region, year }) => region === (query.region ?? region) && year === (query.year ?? year))
    .sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0))
    .flatMap((target) => answerOf(dataset, target, query));
}
