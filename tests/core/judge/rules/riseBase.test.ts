import { describe, expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput, type Years } from '../given.ts';

const rise = (years: Years, day = '2026-06-30') =>
  judge(anInput({ day, years, target: { target_kind: 'rise', value: '3', bound: 'eq' } }));

describe('a rise of 3 points from 2021 to 2025', () => {
  it('is counted from the year before the plan, exactly', () => {
    expect(rise({ 2019: '7', 2020: '7.8', 2025: '10.8' })).toMatchObject({
      state: 'met',
      requirement: { operator: 'ge', value: '10.8' },
      baseline: { year: 2020 },
      gap: '0',
      progress: 1,
    });
  });

  it.each<{ name: string; years: Years; day: string }>([
    { name: 'during the plan', years: { 2019: '7', 2023: '9' }, day: '2024-01-01' },
    { name: 'after the deadline', years: { 2019: '7', 2025: '12' }, day: '2026-06-30' },
  ])('cannot be judged without that figure $name', ({ years, day }) => {
    expect(rise(years, day)).toMatchObject({
      state: 'not_assessable',
      reason: 'no_baseline',
      rule: 'rise_base',
      requirement: null,
      attainment: null,
    });
  });

  it('is missed by what lacks', () => {
    expect(rise({ 2020: '7.8', 2025: '10.7' })).toMatchObject({ state: 'missed', gap: '-0.1' });
  });

  it('is not decided across a new series', () => {
    const years: Years = { 2020: '7.8', 2024: ['9', { break: true }], 2025: '11' };
    expect(rise(years)).toMatchObject({ state: 'not_assessable', reason: 'break_in_series', progress: null });
  });

  it('has a pace before the deadline', () => {
    expect(rise({ 2020: '7', 2022: '8.2' }, '2024-01-01')).toMatchObject({
      state: 'on_track',
      pace: { needed_from_start: 0.6, actual: 0.6, ratio: 1 },
    });
  });
});
