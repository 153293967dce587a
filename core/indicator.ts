import type { Lang } from './region.ts';

export const DIRECTIONS = ['higher', 'lower', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const INDICATOR_KINDS = ['level', 'growth', 'annual-flow', 'plan-flow', 'cumulative'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** What is measured. A changed definition (统计口径) is a new indicator. */
export type Indicator = {
  indicator: string;
  name_zh: string;
  name_en: string;
  unit: string;
  direction: Direction;
  theme: string;
  kind: IndicatorKind;
  /** Decimals a figure is shown, ranked and classed with; null: as published. */
  decimals: number | null;
  /** `a / b`, `a / b * k` or `growth(a)` over indicator ids; null for an indicator that is only released. */
  formula: string | null;
  /** Provinces may be added up to the nation. */
  additive: boolean;
  /** Plausible range, decimal text; null: open. */
  min: string | null;
  max: string | null;
  /** The indicator this one is a part of, and can therefore not exceed. */
  part_of: string | null;
  /** May provinces be ranked against each other? null: a national indicator, provinces publish none. */
  comparable: boolean | null;
  featured: boolean;
  definition_zh: string;
};

export function indicatorName(indicator: Indicator, lang: Lang): string {
  return lang === 'en' ? indicator.name_en : indicator.name_zh;
}
