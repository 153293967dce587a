import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { Bound } from '../../../../core/observation.ts';
import { anInput, type Years } from '../given.ts';

it.each<{ name: string; bound: Bound; years: Years; expected: string }>([
  { name: 'reached', bound: 'ge', years: { 2020: '8', 2023: '10' }, expected: 'met_early' },
  { name: 'reached without a baseline', bound: 'ge', years: { 2023: '10' }, expected: 'met_early' },
  { name: 'lost again', bound: 'ge', years: { 2020: '8', 2022: '10', 2023: '9.5' }, expected: 'on_track' },
  { name: 'tolerance is no help', bound: 'approx', years: { 2020: '8', 2023: '9.9' }, expected: 'on_track' },
  { name: 'too close to call', bound: 'gt', years: { 2020: '8', 2023: '10.0' }, expected: 'on_track' },
  { name: 'reached in the target year itself', bound: 'ge', years: { 2020: '8', 2025: '10' }, expected: 'met_early' },
  {
    name: 'reached after a break',
    bound: 'ge',
    years: { 2020: '8', 2023: ['10', { break: true }] },
    expected: 'met_early',
  },
])('before the deadline: $name', ({ bound, years, expected }) => {
  expect(judge(anInput({ day: '2025-06-30', years, target: { bound } })).state).toBe(expected);
});

it('needs nothing more from now on', () => {
  const { pace, progress } = judge(anInput({ day: '2024-06-30', years: { 2020: '8', 2023: '10.5' } }));
  expect(pace).toMatchObject({ needed_from_now: null, needed_from_start: 0.4 });
  expect(progress).toBe(1.25);
});
