import type { Bound } from './observation.ts';

export const TARGET_KINDS = [
  'level',
  'plan_flow',
  'yearly_flow',
  'yearly_growth',
  'cumulative',
  'rise',
  'average_growth',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Source of a document: precedence from left to right (methodology, "preferred target"). */
export const SOURCE_KINDS = ['plan', 'work-report', 'statistics', 'white-paper', 'index', 'press'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A published target: words with a number, a plan, a page and a deadline. */
export type Target = {
  region: string;
  indicator: string;
  /** The year it is to be reached by. */
  year: number;
  /** Decimal text in the indicator's unit (percentage points for a `rise`, % a year for the growth kinds). */
  value: string;
  /** Upper end of a `range`, else null. */
  value_to: string | null;
  bound: Bound;
  target_kind: TargetKind;
  period_from: number | null;
  period_to: number | null;
  /** 力争 … as the document says. */
  modality: string | null;
  wording_zh: string;
  source: string;
  locator: string | null;
  confidence: 'high' | 'medium' | 'low';
  note: string | null;
  release: number;
  valid_from: string;
};

export type Source = {
  source: string;
  title_zh: string;
  publisher: string;
  /** `2025`, `2025-09` or `2025-09-29`; null when the document does not say. */
  published: string | null;
  kind: SourceKind;
  via: string | null;
  note: string | null;
};

/** The states of a target. Source: methodology, "From a target to a state". */
export const TARGET_STATES = [
  'met',
  'met_early',
  'on_track',
  'slightly_behind',
  'far_behind',
  'moving_away',
  'missed',
  'awaiting_figure',
  'undetermined',
  'not_assessable',
  'no_statistic',
] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export const STATE_REASONS = [
  'no_baseline',
  'fewer_than_two_points',
  'break_in_series',
  'yearly',
  'direction_none',
  'maintain',
  'no_pace',
  'not_started',
  'words_only',
] as const;
export type StateReason = (typeof STATE_REASONS)[number];
