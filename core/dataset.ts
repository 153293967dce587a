import type { Indicator } from './indicator.ts';
import type { Figure, Observation } from './observation.ts';
import type { Region } from './region.ts';
import type { Source, Target } from './target.ts';

export type Theme = { theme: string; name_zh: string; name_en: string };
export type Group = { group: string; name_zh: string; name_en: string; members: string[] };
export type RoadmapMeasure = {
  region: string;
  year: number;
  headline: string;
  position: number;
  summary_zh: string;
  themes: string[];
  source: string;
  locator: string | null;
};
export type Milestone = {
  source: string;
  action_no: number;
  action_zh: string;
  year: number;
  goal_zh: string;
  figures: unknown[];
};

/** All that is valid at one moment, as rows. */
export type DatasetRows = {
  regions: Region[];
  region_aliases: { region: string; alias: string; kind: string }[];
  groups: Group[];
  themes: Theme[];
  indicators: Indicator[];
  indicator_aliases: { indicator: string; alias: string }[];
  sources: Source[];
  observations: Observation[];
  targets: Target[];
  roadmaps: RoadmapMeasure[];
  milestones: Milestone[];
};

export type FigureIndex = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Figure>>>;

/** The same with the look-ups that every view needs. Built once for each data version, never changed afterwards. */
export type Dataset = DatasetRows & {
  /** Opaque: differs whenever any figure, target or dictionary differs. */
  version: string;
  regionById: ReadonlyMap<string, Region>;
  /** The 31 provinces with statistics, in code order. */
  provinces: readonly Region[];
  indicatorById: ReadonlyMap<string, Indicator>;
  sourceById: ReadonlyMap<string, Source>;
  /** indicator → region → year → what is stored: what an import is compared with. */
  released: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Observation>>>;
  /** indicator → region → year → the figure, released or computed by the indicator's formula. */
  figures: FigureIndex;
  /** indicator → its targets, in (region, year, precedence) order: the preferred one of a key comes first. */
  targetsByIndicator: ReadonlyMap<string, readonly Target[]>;
};
