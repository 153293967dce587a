import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput } from '../given.ts';

it.each([
  { name: 'the plan begins next year', day: '2020-12-31', from: 2021, published: null, expected: 'not_started' },
  { name: 'the plan begins on the day', day: '2021-01-01', from: 2021, published: null, expected: 'no_statistic' },
  {
    name: 'the document is published next year',
    day: '2021-06-01',
    from: null,
    published: '2022-03',
    expected: 'not_started',
  },
  {
    name: 'neither is known: the five-year plan',
    day: '2020-12-31',
    from: null,
    published: null,
    expected: 'not_started',
  },
  {
    name: 'published after the deadline says nothing',
    day: '2021-01-01',
    from: null,
    published: '2026',
    expected: 'no_statistic',
  },
])('$name', ({ day, from, published, expected }) => {
  const { state, reason } = judge(anInput({ day, published, target: { period_from: from } }));
  expect(reason ?? state).toBe(expected);
});

it('comes before everything else, even a figure that would satisfy the target', () => {
  const judgement = judge(anInput({ day: '2020-12-31', years: { 2020: '12' } }));
  expect(judgement).toMatchObject({ state: 'not_assessable', reason: 'not_started', rule: 'not_started' });
  expect(judgement).toMatchObject({ figure: null, baseline: null, progress: null, pace: null, gap: null });
});
