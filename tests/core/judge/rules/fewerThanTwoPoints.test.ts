import { expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput } from '../given.ts';

it('with the baseline alone there is a needed pace and no actual one', () => {
  const input = anInput({
    day: '2026-06-30',
    target: { value: '3.5', year: 2030, period_from: 2026 },
    years: { 2023: '3.08', 2024: '3.22', 2025: ['3.3', 'approx'] },
  });
  expect(judge(input)).toMatchObject({
    state: 'not_assessable',
    reason: 'fewer_than_two_points',
    baseline: { year: 2025, value: '3.3', bound: 'approx' },
    progress: 0,
    attainment: null,
    pace: { rule: 'linear', needed_from_start: 0.04, needed_from_now: 0.04, actual: null, ratio: null },
    remarks: [{ code: 'bounded_figures' }],
  });
});

it('becomes a pace as soon as there is a figure after the baseline', () => {
  const input = anInput({
    day: '2027-03-01',
    target: { value: '3.5', year: 2030, period_from: 2026 },
    years: { 2025: ['3.3', 'approx'], 2026: '3.34' },
  });
  expect(judge(input)).toMatchObject({ state: 'on_track', reason: null, pace: { actual: 0.04, ratio: 1 } });
});

it('a baseline of two years before counts, and its year is told', () => {
  const judgement = judge(anInput({ day: '2024-06-30', years: { 2019: '7' } }));
  expect(judgement).toMatchObject({ reason: 'fewer_than_two_points', baseline: { year: 2019 } });
  expect(judgement.pace?.needed_from_start).toBe(0.5);
});
