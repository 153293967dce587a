import type { Requirement } from '../bounds.ts';
import type { Decimal } from '../decimal.ts';
import type { Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import type { StateReason, Target, TargetState } from '../target.ts';
import type { Pace } from './pace.ts';
import type { PathStatus } from './path.ts';
import type { Projection } from './projection.ts';

/** All that a target is judged from. Figures and levels may come in any order. */
export type JudgeInput = {
  target: Target;
  indicator: Indicator;
  /** When the target's document was published (`2025`, `2025-09` …); null when it does not say. */
  published: string | null;
  /** All figures of the indicator and region. */
  figures: readonly Figure[];
  /** Of an `average_growth` target: the figures of the series inside `growth(…)`; else empty. */
  levels: readonly Figure[];
  /** Targets of the same region, indicator and source with an earlier year: the milestones of the path. */
  milestones: readonly Target[];
  /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
  day: string;
};

/** The rules in the order in which they are asked. Source: methodology, "From a target to a state". */
export const JUDGING_RULES = [
  'not_started',
  'no_statistic',
  'direction_none',
  'rise_base',
  'average_growth',
  'deadline',
  'yearly',
  'maintain',
  'met_early',
  'no_baseline',
  'no_pace',
  'fewer_than_two_points',
  'break_in_series',
  'pace_ratio',
] as const;
export type JudgingRule = (typeof JUDGING_RULES)[number];

/** What a reader must be told beside the state. */
export type Remark =
  /** Awaiting the figure of the deadline, but the figure of this earlier year satisfied the target. */
  | { code: 'met_in_earlier_year'; year: number }
  /** Met only because of the tolerance of 左右. */
  | { code: 'met_within_tolerance' }
  /** The other end of a range is reached too. */
  | { code: 'upper_end_met' }
  /** The series begins anew in this year: figures before and after are not compared. */
  | { code: 'break_in_series'; year: number }
  /** Of the yearly figures that must be added up, these are missing. */
  | { code: 'missing_years'; years: number[] }
  /** A pace or progress rests on the number of a figure that was published with a bound. */
  | { code: 'bounded_figures' };

export type Judgement = {
  state: TargetState;
  reason: StateReason | null;
  /** The baseline or the figure is provisional, estimated or a forecast. */
  provisional: boolean;
  /** The rule that decided. */
  rule: JudgingRule;
  day: string;
  /** First year of the plan. */
  start: number;
  /** What the figure must satisfy, with T as used (of a rise: base + value); null without the base of a rise. */
  requirement: Requirement | null;
  /** τ of a 左右 target in the unit of T; null for the other bounds. */
  tolerance: Decimal | null;
  /**
   * The figure the state rests on: v, or the figure of the deadline. Of a plan flow the running sum, of an average
   * growth the average.
   */
  figure: Figure | null;
  /** Of an average growth the level that the average was computed up to; else null. */
  level: Figure | null;
  /** b with its year t₀. Of a plan flow zero, at the end of the year before the plan; of an average growth a level. */
  baseline: Figure | null;
  /** v − T, exact; null without a figure. */
  gap: Decimal | null;
  /** (v − b) / (T − b), not clipped; of flows Σ / T. */
  progress: number | null;
  /** v / T (T / v if less is better), where progress has no baseline. */
  attainment: number | null;
  pace: Pace | null;
  path: PathStatus | null;
  projection: Projection | null;
  /** Of an average growth target: the average since t₀, % a year, rounded to the indicator's decimals. */
  average: Decimal | null;
  /** Of a target that awaits its figure: the nearest figures before and after. */
  neighbours: Figure[];
  remarks: Remark[];
};
