import type { IndicatorKind } from '../../indicator.ts';
import { TARGET_KINDS, type TargetKind } from '../../target.ts';
import { normalizeName } from '../normalizeName.ts';

const WORDS: Record<TargetKind, string> = {
  level: '水平 存量 达到水平',
  plan_flow: '规划期新增 期内新增 规划期内新增',
  yearly_flow: '每年新增 当年新增 年度新增 每年',
  yearly_growth: '增速 年度增速 当年增速 同比增速',
  cumulative: '累计',
  rise: '提高 提高百分点 上升百分点',
  average_growth: '年均增速 年均增长',
};

const KIND_OF = new Map<string, TargetKind>();
for (const kind of TARGET_KINDS) {
  KIND_OF.set(kind, kind);
  for (const word of WORDS[kind].split(' ')) KIND_OF.set(word, kind);
}

/** The kind that a cell of a 目标类型 column names by a closed list; null for other words. */
export function parseTargetKind(raw: string): TargetKind | null {
  return KIND_OF.get(normalizeName(raw)) ?? null;
}

const OF_INDICATOR: Record<IndicatorKind, TargetKind> = {
  level: 'level',
  growth: 'yearly_growth',
  'annual-flow': 'yearly_flow',
  'plan-flow': 'plan_flow',
  cumulative: 'cumulative',
};

/** The kind of a target that says nothing about it, from what its indicator counts. */
export function usualKind(indicator: IndicatorKind): TargetKind {
  return OF_INDICATOR[indicator];
}
