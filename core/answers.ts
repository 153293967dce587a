/**
 * What the API answers with: types only, so that a page can import them without any code. Fields are those of the
 * public contract; numbers are finite or null, figures are in the indicator's unit.
 */
import type { Direction, IndicatorKind } from './indicator.ts';
import type { Bound, FigureStatus, FigureSymbol } from './observation.ts';
import type { SourceKind, StateReason, TargetKind, TargetState } from './target.ts';

export const MEASURES = ['value', 'target', 'gap', 'progress', 'attainment', 'growth'] as const;
export type Measure = (typeof MEASURES)[number];

/** Points a reader must be told; each has a sentence in `core/warningText.ts`. */
export const WARNING_CODES = [
  'definitions_differ',
  'mixed_years',
  'thin_coverage',
  'break_in_series',
  'total_not_ratio',
  'newer_vintage',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export const UNRANKED_REASONS = ['no_statistic', 'no_target', 'no_baseline', 'not_applicable', 'out_of_scope'] as const;
export type UnrankedReason = (typeof UNRANKED_REASONS)[number];

export type RegionAnswer = {
  region: string;
  name: string;
  short: string;
  name_en: string;
  level: 'country' | 'province';
  macro_region: string | null;
  economic_zone: string | null;
  has_data: boolean;
};

export type ThemeAnswer = { theme: string; name: string; name_zh: string; name_en: string };
export type GroupAnswer = { group: string; name: string; name_zh: string; name_en: string; members: string[] };

export type IndicatorAnswer = {
  indicator: string;
  name: string;
  name_zh: string;
  name_en: string;
  unit: string;
  direction: Direction;
  theme: string;
  kind: IndicatorKind;
  formula: string | null;
  comparable: boolean | null;
  additive: boolean;
  featured: boolean;
  decimals: number | null;
  part_of: string | null;
  /** Other names it is found by. */
  aliases: string[];
  /** Years with at least one figure (of a province or the nation), ascending. */
  years: number[];
  target_years: number[];
  /** Provinces with a figure, by year. */
  coverage: Record<string, number>;
  /** The year a view opens with, null without any figure. */
  default_year: number | null;
};

export type IndicatorDetail = IndicatorAnswer & {
  definition: string;
  min: number | null;
  max: number | null;
  sources: SourceAnswer[];
  /** Of figures that were revised after their first release: how many, mean, mean absolute and largest change. */
  revisions: { revised: number; mean: number | null; mean_absolute: number | null; largest: number | null };
};

export type ObservationAnswer = {
  region: string;
  indicator: string;
  year: number;
  value: number | null;
  /** The digits as published (or, computed, as shown), decimal text. */
  text: string | null;
  display: string | null;
  symbol: FigureSymbol | null;
  bound: Bound;
  status: FigureStatus;
  break: boolean;
  computed: boolean;
  /** Beside a released figure of a derived indicator: what the formula gives, as shown. */
  computed_value: number | null;
  source: string | null;
  locator: string | null;
  note: string | null;
  release: number | null;
  valid_from: string | null;
};

export type TargetAnswer = {
  region: string;
  region_name: string;
  indicator: string;
  indicator_name: string;
  unit: string;
  year: number;
  value: number;
  value_to: number | null;
  bound: Bound;
  target_kind: TargetKind;
  period_from: number | null;
  period_to: number | null;
  modality: string | null;
  wording: string;
  source: string;
  source_title: string;
  source_kind: SourceKind;
  locator: string | null;
  confidence: 'high' | 'medium' | 'low';
  note: string | null;
  release: number;
  valid_from: string;
  /** True for the one target a view uses when several sources state one for the same region, indicator and year. */
  preferred: boolean;
  status: TargetState;
  reason: StateReason | null;
  provisional: boolean;
  /** One sentence that explains the state to the province. */
  sentence: string;
  /** The figure the state rests on. */
  figure: { year: number; value: number | null; display: string | null; bound: Bound; status: FigureStatus } | null;
  baseline: { year: number; value: number | null; display: string | null } | null;
  /** Fraction of the way from the baseline, not clipped; null without a baseline. */
  progress: number | null;
  /** v / T (T / v if lower is better), only where progress has no baseline. */
  attainment: number | null;
  /** Change a year: percentage points or units (`linear`), or % a year (`growth`). */
  pace: {
    rule: 'linear' | 'growth';
    needed_from_start: number | null;
    needed_from_now: number | null;
    actual: number | null;
    ratio: number | null;
  } | null;
  /** With `derivation=1`. */
  derivation?: TargetDerivation;
};

export type TargetDerivation = {
  rule: string;
  formula: string;
  inputs: {
    role: 'baseline' | 'figure' | 'neighbour' | 'input';
    /** Whose figure it is: of a computed one the inputs are other indicators. */
    indicator?: string;
    year: number;
    value: number | null;
    display: string | null;
    bound: Bound;
    status: FigureStatus;
    computed: boolean;
    source: string | null;
    release: number | null;
    valid_from: string | null;
  }[];
  steps: { name: string; value: number | string | null }[];
  thresholds: { name: string; value: number }[];
  /** The two other published methods, where they can be computed. */
  other_methods: { method: 'path' | 'projection'; result: string; value: number | null }[];
};

export type RankingRow = {
  region: string;
  name: string;
  value: number | null;
  /** The number with the indicator's decimals, grouped, without unit. */
  display: string;
  bound: Bound;
  symbol: FigureSymbol | null;
  status: FigureStatus | null;
  computed: boolean;
  year: number;
  rank: number | null;
  tied: boolean;
  rank_previous: number | null;
  rank_common: number | null;
  /** rank_previous − rank_common; positive: better. */
  rank_change: number | null;
  newcomer: boolean;
  to_best: number | null;
  to_next: number | null;
  to_median: number | null;
  to_national: number | null;
  /** The preferred target for this indicator: of the row's year, else the next deadline, else the latest. */
  target: {
    year: number;
    value: number;
    value_to: number | null;
    bound: Bound;
    target_kind: TargetKind;
    wording: string;
    source: string;
    locator: string | null;
    status: TargetState;
    reason: StateReason | null;
  } | null;
  source: string | null;
  locator: string | null;
  note: string | null;
  release: number | null;
};

export type RankingAnswer = {
  indicator: string;
  name: string;
  unit: string;
  decimals: number | null;
  year: number | null;
  measure: Measure;
  direction: Direction;
  group: { id: string; name: string; n: number };
  data_version: string;
  as_of: string | null;
  comparable: boolean | null;
  additive: boolean;
  warnings: WarningCode[];
  n_ranked: number;
  rows: RankingRow[];
  unranked: { region: string; name: string; reason: UnrankedReason }[];
  benchmarks: {
    national: number | null;
    national_display: string | null;
    national_basis: string | null;
    median: number | null;
    mean: number | null;
    weighted_mean: number | null;
    best: number | null;
  };
};

export type SourceAnswer = {
  source: string;
  title: string;
  publisher: string;
  published: string | null;
  kind: SourceKind;
  via: string | null;
  note: string | null;
};

export type RoadmapAnswer = {
  region: string;
  region_name: string;
  year: number;
  headline: string;
  position: number;
  summary: string;
  themes: string[];
  source: string;
  locator: string | null;
};

export type MilestoneAnswer = {
  source: string;
  action_no: number;
  action: string;
  year: number;
  goal: string;
  figures: unknown[];
};

/** A figure that a published target asks for and nobody has entered. */
export type MissingAnswer = {
  region: string;
  region_name: string;
  indicator: string;
  indicator_name: string;
  year: number;
  unit: string;
  /** Which plan and page asks for it. */
  asked_by: string;
  source: string;
  locator: string | null;
  wording: string;
};

export type ReleaseAnswer = {
  release: number;
  label: string;
  reason: string | null;
  kind: 'seed' | 'import' | 'revert';
  state: 'committed' | 'reverted';
  reverts: number | null;
  reverted_by: number | null;
  file_name: string | null;
  sha256: string | null;
  encoding: string | null;
  created_by: string | null;
  created_at: string;
  counts: ReleaseCounts;
};

/** Of a file of targets `new` and `revised` count targets too; `targets` says how many targets were written. */
export type ReleaseCounts = { new: number; revised: number; unchanged: number; missing: number; targets: number };

export type ChangeKind = 'new' | 'revised' | 'unchanged' | 'becoming_missing' | 'withdrawn';

export type CellChange = {
  region: string;
  region_name: string;
  indicator: string;
  indicator_name: string;
  year: number;
  /** Decimal text, or the symbol's name; null: nothing stored. */
  old: string | null;
  new: string | null;
  delta: number | null;
  /** % of the old value. */
  delta_pct: number | null;
  kind: ChangeKind;
  /** Of a published target, not of a figure: `old` and `new` are words, and `source` is part of its key. */
  target?: true;
  source?: string;
  source_title?: string;
};

export type ReleaseDetail = ReleaseAnswer & { changes: CellChange[]; changes_total: number };
