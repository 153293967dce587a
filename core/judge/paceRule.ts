import type { Indicator } from '../indicator.ts';
import type { TargetKind } from '../target.ts';

export type PaceRule = 'linear' | 'growth';

const LINEAR_UNITS: ReadonlySet<string> = new Set(['%', '百分点', '指数', '', '位', '个月', '年']);

const isRatio = (indicator: Indicator) => indicator.formula?.includes(' / ') ?? false;

/** 每百人 …, 人均 …: also where the figure is published and not computed. */
const isPerHead = (indicator: Indicator) => /^(每|人均)/.test(indicator.name_zh);

/**
 * How the way to a target is measured: shares, rates, scores, ratios and per-head figures in units a year, flows on
 * their running sum, money and counts (stocks included) in % a year.
 * Source: methodology, "Unit rule".
 */
export function paceRule(indicator: Indicator, kind: TargetKind): PaceRule {
  if (kind === 'plan_flow' || LINEAR_UNITS.has(indicator.unit)) return 'linear';
  return isRatio(indicator) || isPerHead(indicator) ? 'linear' : 'growth';
}
