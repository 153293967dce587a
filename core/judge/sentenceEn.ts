import { toleranceText } from '../boundText.ts';
import { differenceText, quantityText } from '../quantityText.ts';
import type { TargetKind } from '../target.ts';
import { changeText, figureText, goalText, percentText, roughly, shortfallText, type Told } from './sentenceParts.ts';

const GOAL: Record<TargetKind, (goal: string, told: Told) => string> = {
  level: (goal) => goal,
  cumulative: (goal) => `${goal} in all`,
  plan_flow: (goal) => `${goal} over the plan`,
  yearly_flow: (goal) => `${goal} in the year`,
  yearly_growth: (goal) => `growth of ${goal} in the year`,
  average_growth: (goal) => `average growth of ${goal} a year`,
  rise: (goal, { judgement }) => `${goal} above ${String(judgement.start - 1)}`,
};

/** `the target of …`, of a rise with the level it comes to. */
function goal(told: Told): string {
  const { target, judgement, indicator } = told;
  const text = GOAL[target.target_kind](goalText(told, 'en'), told);
  const level = judgement.requirement?.value;
  return target.target_kind === 'rise' && level !== undefined
    ? `the target of ${text} (that is ${quantityText(level, indicator.unit, 'en')})`
    : `the target of ${text}`;
}

/** `9.9% in 2023`; of an average `12.0% a year on average in 2020–2023`, of its levels only the year. */
function at(told: Told, which: 'figure' | 'baseline' = 'figure'): string {
  const { judgement, target } = told;
  const figure = judgement[which] ?? judgement.level;
  if (figure === null) return '';
  const text = figureText(figure, told, 'en');
  const year = String(figure.year);
  if (target.target_kind === 'average_growth') {
    if (text === '') return `the level of ${year}`;
    return `${text} a year on average in ${String(judgement.baseline?.year)}–${year}`;
  }
  if (target.target_kind === 'plan_flow') return `${text} in ${String(judgement.start)}–${year}`;
  return `${text} in ${year}${figure.computed ? ' (computed from statistics)' : ''}`;
}

const SATISFIED = {
  ge: 'reaches',
  gt: 'is above',
  le: 'stays within',
  lt: 'is below',
  within: 'agrees with',
} as const;
const UNSATISFIED = {
  ge: 'is below',
  gt: 'is not above',
  le: 'is above',
  lt: 'is not below',
  within: 'departs from',
} as const;

/** `reaches the target of 3.2%`: the verb says what the bound says, so the bare number follows. */
function relation(told: Told, words: Record<keyof typeof SATISFIED, string>): string {
  const { judgement, target, indicator } = told;
  const { requirement } = judgement;
  if (requirement === null) return goal(told);
  const isPlain = target.bound !== 'approx' && target.bound !== 'range' && target.target_kind !== 'rise';
  const number = quantityText(target.value, indicator.unit, 'en');
  return `${words[requirement.operator]} ${isPlain ? `the target of ${number}` : goal(told)}`;
}

function tolerance({ judgement, indicator }: Told): string | null {
  if (judgement.tolerance === null) return null;
  const amount = differenceText(judgement.tolerance, indicator.unit, 'en');
  return toleranceText(amount, judgement.requirement?.operator === 'within', 'en');
}

const hasRemark = ({ judgement }: Told, code: string) => judgement.remarks.some((remark) => remark.code === code);

function met(told: Told): string {
  const allowed = tolerance(told);
  if (allowed !== null && hasRemark(told, 'met_within_tolerance')) {
    return `${at(told)} is within the ${allowed} of ${goal(told)}: met`;
  }
  const upper = hasRemark(told, 'upper_end_met') ? ' and its upper end too' : '';
  return `${at(told)} ${relation(told, SATISFIED)}${upper}: met`;
}

function missed(told: Told): string {
  const short = shortfallText(told, 'en');
  const allowed = tolerance(told);
  const by = short === null ? '' : ` by ${short}`;
  const words = short === null ? UNSATISFIED : { ...UNSATISFIED, gt: UNSATISFIED.ge, lt: UNSATISFIED.le };
  return `${at(told)} ${relation(told, words)}${by}${allowed === null ? '' : ` (${allowed})`}: missed`;
}

function undetermined(told: Told): string {
  const { figure } = told.judgement;
  const isPlain = figure?.bound === 'eq' || figure?.bound === 'approx';
  const why = isPlain ? 'at the published precision' : 'as it was worded';
  return `${at(told)} does not tell, ${why}, whether ${goal(told)} is met`;
}

function awaiting(told: Told): string {
  const { judgement, target } = told;
  const missing = judgement.remarks.find((remark) => remark.code === 'missing_years');
  const lacking = missing === undefined ? [target.year] : missing.years;
  const early = judgement.remarks.find((remark) => remark.code === 'met_in_earlier_year');
  const beside = judgement.neighbours.map((figure) => {
    const text = figureText(figure, told, 'en');
    return text === '' ? `that of ${String(figure.year)}` : `${text} in ${String(figure.year)}`;
  });
  const known = beside.length === 0 ? '' : ` (${beside.join(' and ')} cannot replace it)`;
  const also = early === undefined ? '' : `; the figure of ${String(early.year)} satisfied the target`;
  const what = lacking.length > 1 ? 'the figures of' : 'the figure of';
  return `The deadline has passed and ${what} ${lacking.map(String).join(', ')} ${lacking.length > 1 ? 'are' : 'is'} awaited${known} for ${goal(told)}${also}`;
}

function yearly(told: Told): string {
  const { judgement, target } = told;
  const year = String(target.year);
  if (judgement.figure === null) {
    return `Only the figure of ${year} can judge ${goal(told)}, and it does not exist yet`;
  }
  return `${at(told)} ${relation(told, UNSATISFIED)}, but ${year} is not over yet`;
}

function maintain(told: Told): string {
  const { judgement, target } = told;
  const { state, figure, baseline } = judgement;
  const held = `The baseline of ${at(told, 'baseline')} already satisfied ${goal(told)} for ${String(target.year)}`;
  if (figure?.year === baseline?.year) return `${held}, which is to be held`;
  if (state === 'undetermined') return `${held}; whether ${at(told)} still does cannot be told as published`;
  return state === 'on_track' ? `${held}, and ${at(told)} still does` : `${held}, but ${at(told)} no longer does`;
}

function neededFromNow(told: Told): string {
  const { pace } = told.judgement;
  const needed = pace?.needed_from_now ?? null;
  if (needed === null) return '';
  const change = `${changeText(needed, told, 'en')} a year`;
  return `; ${needed < 0 ? 'minus ' : ''}${change} ${pace?.rule === 'growth' ? 'of growth ' : ''}is needed until ${String(told.target.year)}`;
}

function notAssessable(told: Told): string {
  const { judgement, target } = told;
  const start = String(judgement.start);
  switch (judgement.reason) {
    case 'not_started':
      return `The plan begins in ${start} and had not started in ${judgement.day.slice(0, 4)}`;
    case 'direction_none':
      return `Neither more nor less is better here, so that ${goal(told)} is shown and not judged`;
    case 'yearly':
      return yearly(told);
    case 'no_baseline': {
      if (judgement.rule === 'rise_base') {
        return `There is no figure of ${String(judgement.start - 1)}, the base of ${goal(told)}, so that the level to reach is unknown`;
      }
      const share = judgement.attainment === null ? '' : `, ${percentText(judgement.attainment)} of the target`;
      const now =
        judgement.figure === null ? '' : `${at(told)} against ${goal(told)} for ${String(target.year)}${share}; `;
      return `${now}there is no baseline in the two years before ${start}, so that progress cannot be judged`;
    }
    case 'fewer_than_two_points':
      if (target.target_kind === 'plan_flow') return `No yearly figures from ${start} on are known for ${goal(told)}`;
      return `Only the baseline of ${at(told, 'baseline')} is known towards ${goal(told)} for ${String(target.year)}${neededFromNow(told)}`;
    case 'break_in_series': {
      const broken = judgement.remarks.find((remark) => remark.code === 'break_in_series');
      const since = broken === undefined ? '' : ` in ${String(broken.year)}`;
      return `A new series began${since}, so that ${at(told)} cannot be compared with the baseline of ${at(told, 'baseline')}${neededFromNow(told)}`;
    }
    default:
      return `The baseline of ${at(told, 'baseline')} is at ${goal(told)} without satisfying it, so that there is no pace to compare`;
  }
}

const PROGRESS: Record<string, string> = {
  on_track: 'on track',
  slightly_behind: 'slightly behind',
  far_behind: 'far behind',
  moving_away: 'moving away from the target',
};

function onTheWay(told: Told): string {
  const { judgement, target } = told;
  const { pace, state } = judgement;
  const word = PROGRESS[state] ?? state;
  const ratio = pace?.ratio ?? null;
  if (pace === null || pace.actual === null || pace.needed_from_start === null || ratio === null) return word;
  const share = `${roughly(ratio)} times the needed pace`;
  if (target.target_kind === 'average_growth') return `${at(told)} against ${goal(told)}, ${share}: ${word}`;
  const say = (change: number) => `${change < 0 ? 'minus ' : ''}${changeText(change, told, 'en')} a year`;
  const since = `${at(told)}, ${say(pace.actual)} since the baseline of ${at(told, 'baseline')}`;
  return `${since}; ${say(pace.needed_from_start)} is needed for ${goal(told)} in ${String(target.year)}, so that this is ${share}: ${word}`;
}

function body(told: Told): string {
  const { judgement, target } = told;
  if (judgement.reason === 'maintain') return maintain(told);
  switch (judgement.state) {
    case 'met':
      return met(told);
    case 'missed':
      return missed(told);
    case 'undetermined':
      return undetermined(told);
    case 'awaiting_figure':
      return awaiting(told);
    case 'met_early':
      return `${at(told)} already satisfies ${goal(told)} for ${String(target.year)}: met early`;
    case 'no_statistic':
      return `There is no figure of any year for ${goal(told)} in ${String(target.year)}`;
    case 'not_assessable':
      return notAssessable(told);
    default:
      return onTheWay(told);
  }
}

/** The sentence without its full stop. */
export function sentenceEn(told: Told): string {
  const text = body(told);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
