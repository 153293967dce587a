import type { Measure, WarningCode } from '../answers.ts';
import type { Lang } from '../region.ts';

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
  title: string;
  subtitle: string;
  note: string | null;
  method: ClassMethod | null;
  classes: MapClass[];
  regions: MapRegion[];
  no_data: { region: string; name: string }[];
  warnings: { code: WarningCode; text: string }[];
  source_line: string;
  data_date: string;
  data_version: string;
  /** 底图审图号 of the map pack, and the operator's own number or null (本图未送审). */
  review: { base_map: string; picture: string | null };
  labels: LabelMode;
  highlight: string | null;
  alt_text: string;
};
