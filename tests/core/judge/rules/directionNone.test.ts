import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { Bound } from '../../../../core/observation.ts';
import { anInput } from '../given.ts';

it.each<[Bound, string, string]>([
  ['eq', '12', 'direction_none'],
  ['approx', '12', 'direction_none'],
  ['gt', '12', 'met'],
  ['ge', '9', 'missed'],
  ['le', '9', 'met'],
  ['lt', '12', 'missed'],
  ['range', '12', 'met'],
])('%s with %s where neither more nor less is better: %s', (bound, value, expected) => {
  const input = anInput({
    target: { bound, value_to: '14' },
    indicator: { direction: 'none' },
    years: { 2025: value },
  });
  const { state, reason } = judge(input);
  expect(reason ?? state).toBe(expected);
});

it('says first that there is no figure at all', () => {
  expect(judge(anInput({ target: { bound: 'eq' }, indicator: { direction: 'none' } })).state).toBe('no_statistic');
});
