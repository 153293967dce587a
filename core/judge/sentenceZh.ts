import { toleranceText } from '../boundText.ts';
import { differenceText, quantityText } from '../quantityText.ts';
import type { TargetKind } from '../target.ts';
import { changeText, figureText, goalText, percentText, roughly, shortfallText, type Told } from './sentenceParts.ts';

const GOAL: Record<TargetKind, (goal: string, told: Told) => string> = {
  level: (goal) => goal,
  cumulative: (goal) => `累计${goal}`,
  plan_flow: (goal) => `规划期内累计${goal}`,
  yearly_flow: (goal) => goal,
  yearly_growth: (goal) => `增长${goal}`,
  average_growth: (goal) => `年均增长${goal}`,
  rise: (goal, { judgement }) => `比${String(judgement.start - 1)}年提高${goal}`,
};

/** 目标…, of a rise with the level it comes to. */
function goal(told: Told): string {
  const { target, judgement, indicator } = told;
  const text = GOAL[target.target_kind](goalText(told, 'zh'), told);
  const level = judgement.requirement?.value;
  return target.target_kind === 'rise' && level !== undefined
    ? `目标${text}（即${quantityText(level, indicator.unit, 'zh')}）`
    : `目标${text}`;
}

/** 2023年9.9%；of an average 2020—2023年年均增长12.0%, of its levels only the year. */
function at(told: Told, which: 'figure' | 'baseline' = 'figure'): string {
  const { judgement, target } = told;
  const figure = judgement[which] ?? judgement.level;
  if (figure === null) return '';
  const text = figureText(figure, told, 'zh');
  const year = String(figure.year);
  if (target.target_kind === 'average_growth') {
    return text === '' ? `${year}年` : `${String(judgement.baseline?.year)}—${year}年年均增长${text}`;
  }
  if (target.target_kind === 'plan_flow') return `${String(judgement.start)}—${year}年累计${text}`;
  return `${year}年${text}${figure.computed ? '（据统计数据计算）' : ''}`;
}

const SATISFIED = { ge: '不低于', gt: '超过', le: '不高于', lt: '低于', within: '符合' } as const;
const UNSATISFIED = { ge: '低于', gt: '未超过', le: '高于', lt: '不低于', within: '偏离' } as const;

/** 不低于目标3.2%: the relation says what the bound says, so the bare number follows. */
function relation(told: Told, words: Record<keyof typeof SATISFIED, string>): string {
  const { judgement, target, indicator } = told;
  const { requirement } = judgement;
  if (requirement === null) return goal(told);
  const kind = target.target_kind;
  const isPlain = target.bound !== 'approx' && target.bound !== 'range' && kind !== 'rise';
  const number = quantityText(target.value, indicator.unit, 'zh');
  return words[requirement.operator] + (isPlain ? `目标${number}` : goal(told));
}

function met(told: Told): string {
  const { judgement, indicator } = told;
  const upper = judgement.remarks.some((remark) => remark.code === 'upper_end_met') ? '（上限也已达到）' : '';
  if (judgement.tolerance !== null && judgement.remarks.some((remark) => remark.code === 'met_within_tolerance')) {
    const tolerance = differenceText(judgement.tolerance, indicator.unit, 'zh');
    const text = toleranceText(tolerance, judgement.requirement?.operator === 'within', 'zh');
    return `${at(told)}，在${goal(told)}的允许范围内（${text}），已完成`;
  }
  return `${at(told)}，${relation(told, SATISFIED)}${upper}，已完成`;
}

function missed(told: Told): string {
  const { judgement, indicator } = told;
  const short = shortfallText(told, 'zh');
  const tolerance =
    judgement.tolerance === null
      ? ''
      : `（${toleranceText(differenceText(judgement.tolerance, indicator.unit, 'zh'), judgement.requirement?.operator === 'within', 'zh')}）`;
  return `${at(told)}，${relation(told, UNSATISFIED)}${tolerance}${short === null ? '' : `，相差${short}`}，未完成`;
}

function undetermined(told: Told): string {
  const { figure, reason } = told.judgement;
  const why = figure?.bound === 'eq' || figure?.bound === 'approx' ? '按公布的精度' : '按公布的口径';
  const what = reason === 'maintain' ? '是否仍然保持' : '是否完成';
  return `${at(told)}，${goal(told)}，${why}无法判定${what}`;
}

function awaiting(told: Told): string {
  const { judgement, target } = told;
  const missing = judgement.remarks.find((remark) => remark.code === 'missing_years');
  const lacking = missing === undefined ? [target.year] : missing.years;
  const early = judgement.remarks.find((remark) => remark.code === 'met_in_earlier_year');
  const beside = judgement.neighbours.map(
    (figure) => `${String(figure.year)}年${figureText(figure, told, 'zh') || '数据'}`,
  );
  const known = beside.length === 0 ? '' : `（现有${beside.join('、')}，不能代替）`;
  const what = target.target_kind === 'average_growth' ? '总量数据' : '数据';
  const also = early === undefined ? '' : `；${String(early.year)}年数据已符合目标要求`;
  const years = lacking.map((year) => `${String(year)}年`).join('、');
  return `${String(target.year)}年${goal(told)}，期限已过，缺${years}${what}${known}，待补数据后判定${also}`;
}

function yearly(told: Told): string {
  const { judgement, target } = told;
  const year = String(target.year);
  if (judgement.figure === null) return `${year}年${goal(told)}，要等${year}年数据公布后判断，其他年份的数据不能代替`;
  return `${at(told)}，${relation(told, UNSATISFIED)}，${year}年尚未结束，年度结束后判定`;
}

function maintain(told: Told): string {
  const { judgement, target } = told;
  const { state, figure, baseline } = judgement;
  const held = `基期${at(told, 'baseline')}已符合${String(target.year)}年${goal(told)}`;
  if (figure?.year === baseline?.year) return `${held}，须保持到期限`;
  if (state === 'undetermined') return `${held}；${undetermined(told)}`;
  return state === 'on_track' ? `${held}，${at(told)}，仍然保持` : `${held}，但${at(told)}，已不再符合`;
}

function notAssessable(told: Told): string {
  const { judgement, target } = told;
  const { reason, pace } = judgement;
  const needed = pace?.needed_from_now ?? null;
  const verb = pace?.rule === 'growth' ? '增长' : (needed ?? 0) < 0 ? '降低' : '提高';
  const from = needed === null ? '' : `，到${String(target.year)}年每年还需${verb}${changeText(needed, told, 'zh')}`;
  switch (reason) {
    case 'not_started':
      return `规划从${String(judgement.start)}年开始，${judgement.day.slice(0, 4)}年尚未开始，暂不判断`;
    case 'direction_none':
      return `这项指标没有越高越好或越低越好之分，${goal(told)}，只列示不判断`;
    case 'yearly':
      return yearly(told);
    case 'no_baseline': {
      if (judgement.rule === 'rise_base') {
        return `${goal(told)}，但没有${String(judgement.start - 1)}年数据，换算不出要达到的水平，无法判断`;
      }
      const share = judgement.attainment === null ? '' : `，目前相当于目标的${percentText(judgement.attainment)}`;
      const now = judgement.figure === null ? '' : `${at(told)}，${String(target.year)}年${goal(told)}${share}；`;
      return `${now}${String(judgement.start)}年规划开始前两年内没有可作基期的数据，无法判断进度`;
    }
    case 'fewer_than_two_points':
      if (target.target_kind === 'plan_flow')
        return `${goal(told)}，还没有从${String(judgement.start)}年起逐年的数据，无法判断进度`;
      return `只有基期${at(told, 'baseline')}，此后还没有数据，${String(target.year)}年${goal(told)}${from}，有新数据后判断进度`;
    case 'break_in_series': {
      const broken = judgement.remarks.find((remark) => remark.code === 'break_in_series');
      const since = broken === undefined ? '' : `${String(broken.year)}年起`;
      return `${since}统计口径有变动，${at(told)}与基期${at(told, 'baseline')}不可比，无法判断进度${from}`;
    }
    default:
      return `基期${at(told, 'baseline')}与${goal(told)}持平而未满足，没有可比的推进速度，满足后即为提前完成`;
  }
}

const PROGRESS: Record<string, string> = {
  on_track: '进展正常',
  slightly_behind: '略有滞后',
  far_behind: '明显滞后',
  moving_away: '背离目标方向',
};

function onTheWay(told: Told): string {
  const { judgement, target } = told;
  const { pace, state } = judgement;
  const word = PROGRESS[state] ?? '';
  const ratio = pace?.ratio ?? null;
  if (pace === null || pace.actual === null || pace.needed_from_start === null || ratio === null) return word;
  const share = `实际速度为所需速度的${roughly(ratio)}倍`;
  if (target.target_kind === 'average_growth') return `${at(told)}，${goal(told)}，${share}，${word}`;
  const verb = (change: number) => (pace.rule === 'growth' ? '增长' : change < 0 ? '降低' : '提高');
  const say = (change: number) =>
    pace.rule === 'growth' ? `${verb(change)}${roughly(change)}%` : `${verb(change)}${changeText(change, told, 'zh')}`;
  const since = `比基期${at(told, 'baseline')}每年${say(pace.actual)}`;
  const needed = `${String(target.year)}年${goal(told)}，每年需${say(pace.needed_from_start)}`;
  return `${at(told)}，${since}；${needed}，${share}，${word}`;
}

/** The body of the sentence, without its full stop. */
export function sentenceZh(told: Told): string {
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
      return `${at(told)}，已符合${String(target.year)}年${goal(told)}，提前完成`;
    case 'no_statistic':
      return `${String(target.year)}年${goal(told)}，尚无任何年份的数据，无法判断`;
    case 'not_assessable':
      return notAssessable(told);
    default:
      return onTheWay(told);
  }
}
