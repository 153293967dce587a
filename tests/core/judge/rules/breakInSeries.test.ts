import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput, type Years } from '../given.ts';

it.each<{ name: string; years: Years; expected: string }>([
  { name: 'in the latest year', years: { 2020: '7.8', 2023: ['9.9', { break: true }] }, expected: 'break_in_series' },
  {
    name: 'in a year between',
    years: { 2020: '7.8', 2022: ['9', { break: true }], 2023: '9.9' },
    expected: 'break_in_series',
  },
  { name: 'in the year of the baseline', years: { 2020: ['7.8', { break: true }], 2023: '9.9' }, expected: 'on_track' },
  {
    name: 'before the baseline',
    years: { 2018: ['7', { break: true }], 2020: '7.8', 2023: '9.9' },
    expected: 'on_track',
  },
  { name: 'after the deadline', years: { 2020: '7.8', 2025: '9.9', 2026: ['9', { break: true }] }, expected: 'missed' },
])('a new series $name', ({ years, expected }) => {
  const day = '2026' in years ? '2026-06-30' : '2024-06-30';
  const { state, reason } = judge(anInput({ day, years }));
  expect(reason ?? state).toBe(expected);
});

it('leaves only the pace that is needed within the new series', () => {
  const judgement = judge(anInput({ day: '2024-06-30', years: { 2020: '7.8', 2023: ['9.9', { break: true }] } }));
  expect(judgement).toMatchObject({ progress: null, path: null, projection: null });
  expect(judgement.pace).toMatchObject({ needed_from_start: null, needed_from_now: 0.05, actual: null, ratio: null });
});
