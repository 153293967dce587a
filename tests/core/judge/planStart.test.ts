import { expect, it } from 'vitest';
import { planStart } from '../../../core/judge/planStart.ts';

it.each([
  { name: 'the period says so', year: 2025, period_from: 2021, published: '2022', expected: 2021 },
  { name: 'else the year of publication', year: 2025, period_from: null, published: '2022-04-22', expected: 2022 },
  { name: 'published in the target year', year: 2022, period_from: null, published: '2022', expected: 2022 },
  { name: 'published after it: the five-year plan', year: 2022, period_from: null, published: '2023', expected: 2021 },
  { name: 'unknown, first year of a five-year plan', year: 2021, period_from: null, published: null, expected: 2021 },
  { name: 'unknown, last year of a five-year plan', year: 2025, period_from: null, published: null, expected: 2021 },
  { name: 'unknown, the 13th plan', year: 2020, period_from: null, published: null, expected: 2016 },
  { name: 'unknown, the 15th plan', year: 2027, period_from: null, published: '', expected: 2026 },
])('the plan starts: $name', ({ year, period_from, published, expected }) => {
  expect(planStart({ year, period_from }, published)).toBe(expected);
});
