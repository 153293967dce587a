import { expect, it } from 'vitest';
import { paceRule } from '../../../core/judge/paceRule.ts';
import type { Indicator } from '../../../core/indicator.ts';
import type { TargetKind } from '../../../core/target.ts';
import { anIndicator } from './given.ts';

it.each<{ name: string; indicator: Partial<Indicator>; kind?: TargetKind; expected: string }>([
  { name: 'a share', indicator: { unit: '%' }, expected: 'linear' },
  { name: 'a score', indicator: { unit: '指数' }, expected: 'linear' },
  { name: 'no unit', indicator: { unit: '' }, expected: 'linear' },
  { name: 'a rank', indicator: { unit: '位' }, expected: 'linear' },
  { name: 'months', indicator: { unit: '个月' }, expected: 'linear' },
  { name: 'years', indicator: { unit: '年' }, expected: 'linear' },
  { name: 'a computed ratio', indicator: { unit: '户', formula: 'a / b * 100' }, expected: 'linear' },
  { name: 'a published per-head figure', indicator: { unit: '件', name_zh: '每万人专利' }, expected: 'linear' },
  { name: 'money', indicator: { unit: '亿元' }, expected: 'growth' },
  { name: 'a count', indicator: { unit: '个' }, expected: 'growth' },
  { name: 'a cumulative stock', indicator: { unit: '家' }, kind: 'cumulative', expected: 'growth' },
  { name: 'a flow, on its running sum', indicator: { unit: '家' }, kind: 'plan_flow', expected: 'linear' },
])('$name is $expected', ({ indicator, kind = 'level', expected }) => {
  expect(paceRule(anIndicator(indicator), kind)).toBe(expected);
});
