import { roundDecimal } from '../../../core/decimal.ts';
import type { Indicator } from '../../../core/indicator.ts';
import type { JudgeInput } from '../../../core/judge/judgement.ts';
import type { Bound, Figure, FigureStatus } from '../../../core/observation.ts';
import type { Target } from '../../../core/target.ts';

/** Invented rows for tests about judging: a share in % of one region, to be at least 10 in 2025. */
export const aTarget = (fields: Partial<Target> = {}): Target => ({
  region: '320000',
  indicator: 'share',
  year: 2025,
  value: '10',
  value_to: null,
  bound: 'ge',
  target_kind: 'level',
  period_from: 2021,
  period_to: 2025,
  modality: null,
  wording_zh: '10%以上',
  source: 'plan',
  locator: '第1页',
  confidence: 'high',
  note: null,
  release: 1,
  valid_from: '1970-01-01T00:00:00Z',
  ...fields,
});

export const anIndicator = (fields: Partial<Indicator> = {}): Indicator => ({
  indicator: 'share',
  name_zh: '占比',
  name_en: 'Share',
  unit: '%',
  direction: 'higher',
  theme: 'digital-economy',
  kind: 'level',
  decimals: null,
  formula: null,
  additive: false,
  min: null,
  max: null,
  part_of: null,
  comparable: true,
  featured: false,
  definition_zh: '',
  ...fields,
});

export const aFigure = (year: number, value: string | null, fields: Partial<Figure> = {}): Figure => ({
  region: '320000',
  indicator: 'share',
  year,
  value,
  shown: value === null ? null : roundDecimal(value, null),
  symbol: value === null ? 'missing' : null,
  bound: 'eq',
  status: 'final',
  break: false,
  computed: false,
  source: 'statistics',
  locator: null,
  note: null,
  release: 1,
  valid_from: '1970-01-01T00:00:00Z',
  computed_value: null,
  provinces: null,
  inputs: [],
  ...fields,
});

/** `2020: '7.8'`, or `2020: ['7.8', 'gt']`, or with fields. */
export type Years = Record<number, string | null | [string, Bound] | [string, { status?: FigureStatus; break?: true }]>;

export function figuresOf(years: Years): Figure[] {
  return Object.entries(years).map(([year, given]) => {
    if (given === null || typeof given === 'string') return aFigure(Number(year), given);
    const [value, more] = given;
    return aFigure(Number(year), value, typeof more === 'string' ? { bound: more } : more);
  });
}

/** A judgement to be made of the target above on a day after its deadline, unless told otherwise. */
export const anInput = (
  fields: Partial<Omit<JudgeInput, 'figures' | 'target' | 'indicator'>> & {
    target?: Partial<Target>;
    indicator?: Partial<Indicator>;
    years?: Years;
    figures?: Figure[];
  } = {},
): JudgeInput => ({
  published: null,
  levels: [],
  milestones: [],
  day: '2026-06-30',
  ...fields,
  target: aTarget(fields.target),
  indicator: anIndicator(fields.indicator),
  figures: fields.figures ?? figuresOf(fields.years ?? {}),
});
