import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput, type Years } from '../given.ts';

const cases: { name: string; years: Years; expected: string }[] = [
  { name: 'nothing', years: {}, expected: 'no_statistic' },
  { name: 'only a symbol', years: { 2023: null }, expected: 'no_statistic' },
  { name: 'only a figure of a year after the day', years: { 2027: '9' }, expected: 'no_statistic' },
  { name: 'zero is a figure', years: { 2025: '0' }, expected: 'missed' },
  { name: 'a figure of another year', years: { 2019: '9' }, expected: 'awaiting_figure' },
];

it.each(cases)('$name', ({ years, expected }) => {
  expect(judge(anInput({ years })).state).toBe(expected);
});
