/** How a number was worded. Source: methodology, "Bounds"; `range` occurs in targets only. */
export const BOUNDS = ['eq', 'gt', 'ge', 'approx', 'le', 'lt', 'range'] as const;
export type Bound = (typeof BOUNDS)[number];

/** How firm a figure is, weakest last. */
export const FIGURE_STATUSES = ['final', 'reported', 'provisional', 'estimated', 'forecast'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

/**
 * Why a figure has no number. `withdrawn` is written by a revert over a figure that had no earlier value: readers
 * never see it.
 */
export const FIGURE_SYMBOLS = ['missing', 'not_applicable', 'below_smallest_unit', 'withdrawn'] as const;
export type FigureSymbol = (typeof FIGURE_SYMBOLS)[number];

/** One released figure: indicator × region × year, in one vintage. */
export type Observation = {
  region: string;
  indicator: string;
  year: number;
  /** Decimal text with the digits of the source, in the indicator's unit; null exactly when `symbol` is set. */
  value: string | null;
  symbol: FigureSymbol | null;
  bound: Bound;
  status: FigureStatus;
  /** First year of a new series: not comparable with the years before. */
  break: boolean;
  source: string | null;
  locator: string | null;
  note: string | null;
  release: number;
  /** ISO instant from which this revision was valid. */
  valid_from: string;
};

/** A figure as views use it: released, or computed from released ones by the indicator's formula. */
export type Figure = {
  region: string;
  indicator: string;
  year: number;
  /** Decimal text: the stored digits of a released figure, the shown value of a computed one. */
  value: string | null;
  /** `value` rounded half away from zero to the indicator's decimals. Ranks, classes and distances use this one. */
  shown: string | null;
  symbol: FigureSymbol | null;
  bound: Bound;
  status: FigureStatus;
  break: boolean;
  computed: boolean;
  source: string | null;
  locator: string | null;
  note: string | null;
  release: number | null;
  valid_from: string | null;
  /** The computed value beside a released one of a derived indicator, as shown; else null. */
  computed_value: string | null;
  /** For a computed national figure: from how many provinces; null when national inputs were used or not national. */
  provinces: number | null;
  /** The released inputs of a computed provincial or national figure. */
  inputs: { region: string; indicator: string; year: number; value: string; source: string | null; release: number }[];
};
