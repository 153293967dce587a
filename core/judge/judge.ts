import type { Reading } from '../bounds.ts';
import type { Bound, Figure } from '../observation.ts';
import { averagePace, averageSince } from './average.ts';
import { breakAfterBaseline, factsOf, gapOf, isFloorHeld, type Facts } from './facts.ts';
import type { JudgeInput, Judgement } from './judgement.ts';
import { otherMethods } from './methods.ts';
import { paceTo } from './paceTo.ts';
import type { Point } from './point.ts';
import { attainmentOf, progressOf } from './progress.ts';
import { remarksOn } from './remarks.ts';
import { averageGrowth } from './rules/averageGrowth.ts';
import { breakInSeries } from './rules/breakInSeries.ts';
import { deadline } from './rules/deadline.ts';
import { directionNone } from './rules/directionNone.ts';
import { fewerThanTwoPoints } from './rules/fewerThanTwoPoints.ts';
import { maintain } from './rules/maintain.ts';
import { metEarly } from './rules/metEarly.ts';
import { noBaseline } from './rules/noBaseline.ts';
import { noPace } from './rules/noPace.ts';
import { noStatistic } from './rules/noStatistic.ts';
import { notStarted } from './rules/notStarted.ts';
import { paceRatio } from './rules/paceRatio.ts';
import { riseBase } from './rules/riseBase.ts';
import type { Rule, Verdict } from './rules/rule.ts';
import { yearly } from './rules/yearly.ts';

/** In the order of the methodology; the first that decides is the judgement, and the last always does. */
const RULES: readonly Rule[] = [
  notStarted,
  noStatistic,
  directionNone,
  riseBase,
  averageGrowth,
  deadline,
  yearly,
  maintain,
  metEarly,
  noBaseline,
  noPace,
  fewerThanTwoPoints,
  breakInSeries,
  paceRatio,
];

function decide(facts: Facts): Verdict {
  for (const rule of RULES) {
    const verdict = rule(facts);
    if (verdict !== null) return verdict;
  }
  throw new RangeError('The last rule of judging always decides');
}

/** Rules after which there is nothing to measure. */
const WITHOUT_MEASURES: ReadonlySet<string> = new Set(['not_started', 'no_statistic', 'direction_none']);

function progressAt(facts: Facts, point: Point): number | null {
  const { baseline, requirement, input } = facts;
  if (requirement === null) return null;
  if (input.target.target_kind === 'yearly_flow') return progressOf('0', point.reading.value, requirement.value);
  if (baseline === null || input.target.target_kind === 'average_growth') return null;
  if (isFloorHeld(facts) || breakAfterBaseline(facts, point.year) !== null) return null;
  return progressOf(baseline.reading.value, point.reading.value, requirement.value);
}

function attainmentAt({ baseline, requirement, input, sign }: Facts, reading: Reading): number | null {
  const kind = input.target.target_kind;
  if (requirement === null || kind === 'yearly_flow') return null;
  if (baseline !== null && kind !== 'average_growth') return null;
  return attainmentOf(reading.value, requirement.value, sign);
}

function neighboursOf({ known, series, input }: Facts): Figure[] {
  const { year, target_kind } = input.target;
  const all = target_kind === 'average_growth' ? series : known;
  const nearest = [all.findLast((point) => point.year < year), all.find((point) => point.year > year)];
  return nearest.flatMap((point) => (point === undefined ? [] : [point.figure]));
}

/** The average as a figure of the target's own indicator. */
function averageFigure(
  { target }: JudgeInput,
  level: Point | null,
  average: (Reading & { bound: Bound }) | null,
): Figure | null {
  if (level === null || average === null) return null;
  const { value, bound } = average;
  const { indicator } = target;
  return {
    ...level.figure,
    indicator,
    value,
    shown: value,
    bound,
    computed: true,
    locator: null,
    note: null,
    inputs: [],
  };
}

const WEAK: ReadonlySet<string> = new Set(['provisional', 'estimated', 'forecast']);

/**
 * The state of a target on a day, with all that leads to it. Pure: the same input gives the same judgement.
 * Source: methodology, "From a target to a state" and "Exact rules".
 */
export function judge(input: JudgeInput): Judgement {
  const facts = factsOf(input);
  const { rule, state, reason, point } = decide(facts);
  const isAverage = input.target.target_kind === 'average_growth';
  const isMeasured = !WITHOUT_MEASURES.has(rule);
  const average = isMeasured && isAverage && point !== null ? averageSince(facts, point) : null;
  const reading = isAverage ? average : (point?.reading ?? null);
  const baseline = isMeasured ? facts.baseline : null;
  const judgement: Judgement = {
    state,
    reason,
    provisional: point !== null && [point, baseline].some((used) => used !== null && WEAK.has(used.figure.status)),
    rule,
    day: input.day,
    start: facts.start,
    requirement: facts.requirement,
    tolerance: facts.tolerance,
    figure: isAverage ? averageFigure(input, point, average) : (point?.figure ?? null),
    level: isAverage ? (point?.figure ?? null) : null,
    baseline: baseline?.figure ?? null,
    gap: reading !== null && facts.requirement !== null && isMeasured ? gapOf(reading, facts.requirement) : null,
    progress: isMeasured && point !== null ? progressAt(facts, point) : null,
    attainment: isMeasured && reading !== null ? attainmentAt(facts, reading) : null,
    pace: isMeasured ? (isAverage ? averagePace : paceTo)(facts, point) : null,
    ...(isMeasured ? otherMethods(facts) : { path: null, projection: null }),
    average: average?.value ?? null,
    neighbours: state === 'awaiting_figure' ? neighboursOf(facts) : [],
    remarks: [],
  };
  return { ...judgement, remarks: remarksOn(facts, judgement, reading) };
}
