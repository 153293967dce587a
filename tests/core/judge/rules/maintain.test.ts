import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { Direction } from '../../../../core/indicator.ts';
import type { Bound } from '../../../../core/observation.ts';
import { anInput, type Years } from '../given.ts';

it.each<{ name: string; years: Years; state: string; bound?: Bound; direction?: Direction }>([
  { name: 'held', years: { 2020: '10.5', 2023: '10' }, state: 'on_track' },
  { name: 'nothing known since', years: { 2020: '10.5' }, state: 'on_track' },
  { name: 'the baseline equals the target', years: { 2020: '10', 2023: '11' }, state: 'on_track' },
  { name: 'lost', years: { 2020: '10.5', 2023: '9.9' }, state: 'moving_away' },
  { name: 'tolerance does not hold it', bound: 'approx', years: { 2020: '10.5', 2023: '9.9' }, state: 'moving_away' },
  { name: 'too close to call', bound: 'gt', years: { 2020: '10.5', 2023: '10.0' }, state: 'undetermined' },
  {
    name: 'less is better, held',
    bound: 'eq',
    direction: 'lower',
    years: { 2020: '9', 2023: '10' },
    state: 'on_track',
  },
  {
    name: 'less is better, lost',
    bound: 'eq',
    direction: 'lower',
    years: { 2020: '9', 2023: '11' },
    state: 'moving_away',
  },
])('a floor that was already held: $name', ({ years, state, bound = 'ge', direction = 'higher' }) => {
  const judgement = judge(anInput({ day: '2024-06-30', years, target: { bound }, indicator: { direction } }));
  expect(judgement).toMatchObject({ state, reason: 'maintain', progress: null, attainment: null, pace: null });
  expect(judgement).toMatchObject({ rule: 'maintain', path: null, projection: null });
});
