import type { Measure, WarningCode } from '../answers.ts';
import type { Lang } from '../region.ts';
import type { Palette, Theme } from './palette.ts';

export const CLASS_METHODS = ['pretty', 'equal', 'quantile', 'natural', 'stddev', 'manual'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export const LABEL_MODES = ['none', 'name', 'value', 'both'] as const;
export type LabelMode = (typeof LABEL_MODES)[number];

/** One class of the legend. Limits are decimal text rounded like shown values; [from, to), the last one closed. */
export type MapClass = { from: string; to: string; fill: string; n: number; label: string };

/** One of the 34 province-level units of the map. */
export type MapRegion = {
  region: string;
  name: string;
  value: number | null;
  display: string | null;
  /** Index into `classes`; null without a value. */
  class: number | null;
  /** Fill of its class; null without a value (hatched). */
  fill: string | null;
  /** Text beside the value that must be seen: 〈超过〉 …; null for a plain number. */
  bound_text: string | null;
  /** Where the figure comes from; null without one. */
  source: string | null;
  locator: string | null;
  release: number | null;
  /** The source's remark on the figure. */
  remark: string | null;
  /** A province outside of the group that is shown: drawn plain, neither coloured nor hatched. */
  outside: boolean;
};

/**
 * What a map shows, before anything is placed: the same for the page, the picture and the `.json` beside it. Every
 * sentence is ready to print in the language asked for.
 */
export type MapView = {
  indicator: string;
  measure: Measure;
  year: number | null;
  unit: string;
  lang: Lang;
  theme: Theme;
  palette: Palette | null;
  /** Indicator and year, whatever headline stands above: heads the legend of a plain picture. */
  heading: string;
  title: string;
  subtitle: string;
  note: string | null;
  method: ClassMethod | null;
  classes: MapClass[];
  /** The value about which diverging classes lie, and what it is. */
  pivot: { value: string; name: string } | null;
  regions: MapRegion[];
  no_data: { region: string; name: string }[];
  /** Which units have no figure and why: the line on Taiwan, Hong Kong and Macao first. */
  missing_line: string;
  warnings: { code: WarningCode; text: string }[];
  source_line: string;
  data_date: string;
  data_version: string;
  /** 底图审图号 of the map pack, and the operator's own number or null (本图未送审). */
  review: { base_map: string; picture: string | null };
  /** Source and approval number of the base map, and whether this picture was reviewed. */
  review_line: string;
  /** Provinces outside of the group. */
  n_outside: number;
  labels: LabelMode;
  highlight: string | null;
  alt_text: string;
};
