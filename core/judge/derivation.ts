import type { TargetDerivation } from '../answers.ts';
import type { Figure } from '../observation.ts';
import type { Target } from '../target.ts';
import { displayDecimal } from '../format.ts';
import type { Judgement } from './judgement.ts';
import { RATIO_THRESHOLDS } from './rules/paceRatio.ts';

type Input = TargetDerivation['inputs'][number];

function inputOf(role: Input['role'], figure: Figure, decimals: number | null): Input {
  const { indicator, year, value, bound, status, computed, source, release, valid_from } = figure;
  return {
    role,
    indicator,
    year,
    value: value === null ? null : Number(value),
    display: value === null ? null : displayDecimal(value, decimals),
    bound,
    status,
    computed,
    source,
    release,
    valid_from,
  };
}

const FORMULAS = {
  linear: 'R = d · ((v − b) / (t − t₀)) / |(T − b) / (tₑ − t₀)|',
  growth: 'R = d · ((v/b)^(1/(t−t₀)) − 1) / |(T/b)^(1/(tₑ−t₀)) − 1|',
  average: 'R = ((v/b)^(1/(t−t₀)) − 1) / g',
  averageOutcome: '(v/b)^(1/(tₑ−t₀)) − 1',
} as const;

const OPERATORS = { gt: 'v > T', ge: 'v ≥ T', le: 'v ≤ T', lt: 'v < T', within: '|v − T| ≤ τ' } as const;
const TOLERANT = { ...OPERATORS, ge: 'v ≥ T − τ', le: 'v ≤ T + τ' } as const;

function formulaOf({ rule, requirement, tolerance, pace, start, state }: Judgement, target: Target): string {
  if (rule === 'pace_ratio') return FORMULAS[pace?.rule ?? 'linear'];
  if (requirement === null) return `T = b(${String(start - 1)}) + ${target.value}`;
  const comparison = (tolerance === null ? OPERATORS : TOLERANT)[requirement.operator];
  if (target.target_kind === 'average_growth') {
    const isOutcome = state === 'met' || state === 'missed' || state === 'undetermined' || state === 'awaiting_figure';
    return isOutcome ? comparison.replace('v', FORMULAS.averageOutcome).replace('T', 'g') : FORMULAS.average;
  }
  return rule === 'deadline' ? comparison : OPERATORS[requirement.operator];
}

function stepsOf(judgement: Judgement): TargetDerivation['steps'] {
  const { requirement, tolerance, pace, baseline, figure, level } = judgement;
  const all: TargetDerivation['steps'] = [
    { name: 'day', value: judgement.day },
    { name: 'plan_start', value: judgement.start },
    { name: 't0', value: baseline?.year ?? null },
    { name: 't', value: (level ?? figure)?.year ?? null },
    { name: 'T', value: requirement === null ? null : Number(requirement.value) },
    { name: 'tolerance', value: tolerance === null ? null : Number(tolerance) },
    { name: 'gap', value: judgement.gap === null ? null : Number(judgement.gap) },
    { name: 'average_growth', value: judgement.average === null ? null : Number(judgement.average) },
    { name: 'progress', value: judgement.progress },
    { name: 'attainment', value: judgement.attainment },
    { name: 'pace_rule', value: pace?.rule ?? null },
    { name: 'needed_from_start', value: pace?.needed_from_start ?? null },
    { name: 'needed_from_now', value: pace?.needed_from_now ?? null },
    { name: 'actual', value: pace?.actual ?? null },
    { name: 'recent_slope', value: pace?.recent ?? null },
    { name: 'pace_ratio', value: pace?.ratio ?? null },
    ...judgement.remarks.map((remark) => ({
      name: remark.code,
      value: 'year' in remark ? remark.year : 'years' in remark ? remark.years.join(', ') : 'yes',
    })),
  ];
  return all.filter((step) => step.value !== null);
}

/**
 * Inputs, formula, intermediate results and thresholds of a judgement, for a reader who wants to check it. Values are
 * in the unit of the indicator they name, changes a year as in `pace`. `inputs`: the released figures behind the
 * computed ones.
 */
export function derivationOf(
  judgement: Judgement,
  target: Target,
  known: { decimalsOf: (figure: Figure) => number | null; inputs: readonly Figure[] },
): TargetDerivation {
  const say = (role: Input['role']) => (used: Figure) => inputOf(role, used, known.decimalsOf(used));
  const { baseline, figure, level, neighbours, path, projection, rule } = judgement;
  const usesRatio = rule === 'pace_ratio' || (rule === 'average_growth' && judgement.figure !== null);
  const methods: TargetDerivation['other_methods'] = [];
  if (path !== null) methods.push({ method: 'path', result: path.status, value: path.value });
  if (projection !== null) methods.push({ method: 'projection', result: projection.status, value: projection.value });
  return {
    rule,
    formula: formulaOf(judgement, target),
    inputs: [
      ...(baseline === null ? [] : [say('baseline')(baseline)]),
      ...(figure === null ? [] : [say('figure')(figure)]),
      ...(level === null ? [] : [say('input')(level)]),
      ...neighbours.map(say('neighbour')),
      ...known.inputs.map(say('input')),
    ],
    steps: stepsOf(judgement),
    thresholds: usesRatio ? Object.entries(RATIO_THRESHOLDS).map(([name, value]) => ({ name, value })) : [],
    other_methods: methods,
  };
}
