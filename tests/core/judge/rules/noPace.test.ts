import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput, type Years } from '../given.ts';

it.each<{ name: string; years: Years; expected: string }>([
  { name: 'nothing known since', years: { 2020: '10' }, expected: 'no_pace' },
  { name: 'not passed yet', years: { 2020: '10', 2023: '9.5' }, expected: 'no_pace' },
  { name: 'passed', years: { 2020: '10', 2023: '10.6' }, expected: 'met_early' },
  { name: 'passed by less than the digits can tell', years: { 2020: '10', 2023: '10.0' }, expected: 'no_pace' },
])('10 against 超过10: $name', ({ years, expected }) => {
  const { state, reason, progress, pace } = judge(anInput({ day: '2024-06-30', years, target: { bound: 'gt' } }));
  expect(reason ?? state).toBe(expected);
  expect([progress, pace]).toEqual([null, null]);
});
