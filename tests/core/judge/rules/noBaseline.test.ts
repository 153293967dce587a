import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { Direction } from '../../../../core/indicator.ts';
import { anInput, type Years } from '../given.ts';

it.each<{ name: string; years: Years; direction?: Direction; attainment: number | null }>([
  { name: 'attainment is shown instead', years: { 2023: '9' }, attainment: 0.9 },
  { name: 'less is better: T / v', years: { 2023: '16' }, direction: 'lower', attainment: 0.625 },
  { name: 'a figure three years before the plan is too old', years: { 2018: '8' }, attainment: 0.8 },
  { name: 'a figure of the plan period is no baseline', years: { 2021: '8', 2023: '9' }, attainment: 0.9 },
  { name: 'zero', years: { 2023: '0' }, attainment: 0 },
])('no baseline: $name', ({ years, direction = 'higher', attainment }) => {
  const judgement = judge(anInput({ day: '2024-06-30', years, target: { bound: 'eq' }, indicator: { direction } }));
  expect(judgement).toMatchObject({ state: 'not_assessable', reason: 'no_baseline', progress: null, attainment });
});

it('still says what is needed from now', () => {
  const judgement = judge(anInput({ day: '2024-06-30', years: { 2023: '9' } }));
  expect(judgement.pace).toEqual({
    rule: 'linear',
    needed_from_start: null,
    needed_from_now: 0.5,
    actual: null,
    recent: null,
    ratio: null,
  });
});
