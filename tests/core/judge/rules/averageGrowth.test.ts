import { describe, expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { anInput, figuresOf, type Years } from '../given.ts';

const average = (levels: Years, day: string, years: Years = {}, value = '12') =>
  judge(
    anInput({
      day,
      years,
      levels: figuresOf(levels),
      target: { target_kind: 'average_growth', value, bound: 'ge' },
      indicator: { decimals: 1, kind: 'growth', formula: 'growth(revenue)' },
    }),
  );

describe('an average growth of 12 % a year from 2021 to 2025', () => {
  it.each<{ name: string; levels: Years; state: string }>([
    { name: 'on track', levels: { 2020: '100', 2023: '140' }, state: 'on_track' },
    { name: 'slightly behind', levels: { 2020: '100', 2023: '130' }, state: 'slightly_behind' },
    { name: 'far behind', levels: { 2020: '100', 2023: '110' }, state: 'far_behind' },
    { name: 'moving away', levels: { 2020: '100', 2023: '90' }, state: 'moving_away' },
    {
      name: 'the level of the deadline reached early is not met',
      levels: { 2020: '100', 2023: '200' },
      state: 'on_track',
    },
  ])('$name', ({ levels, state }) => {
    expect(average(levels, '2024-06-30').state).toBe(state);
  });

  it('is counted from the level, never from one year', () => {
    const judgement = average({ 2020: '100', 2023: '140.4928' }, '2024-06-30', { 2023: '2' });
    expect(judgement).toMatchObject({
      average: '12.0',
      figure: { year: 2023, indicator: 'share', value: '12.0' },
      level: { year: 2023, value: '140.4928' },
      rule: 'average_growth',
      baseline: { year: 2020 },
      progress: null,
    });
    expect(judgement.pace?.actual).toBeCloseTo(12, 6);
    expect(judgement.pace?.ratio).toBeCloseTo(1, 6);
    expect(judgement.pace?.needed_from_now).toBeCloseTo(12, 6);
  });

  it.each<{ name: string; levels: Years; expected: string }>([
    { name: 'no baseline', levels: { 2022: '100', 2023: '120' }, expected: 'no_baseline' },
    { name: 'only the baseline', levels: { 2020: '100' }, expected: 'fewer_than_two_points' },
    { name: 'a new series', levels: { 2020: '100', 2023: ['140', { break: true }] }, expected: 'break_in_series' },
    { name: 'a level of zero', levels: { 2020: '0', 2023: '140' }, expected: 'no_pace' },
  ])('cannot be judged with $name', ({ levels, expected }) => {
    expect(average(levels, '2024-06-30')).toMatchObject({ state: 'not_assessable', reason: expected });
  });

  it.each<{ name: string; levels: Years; state: string; reason: string | null }>([
    {
      name: 'met when the rounded average is 12.0',
      levels: { 2020: '100', 2025: '176.05' },
      state: 'met',
      reason: null,
    },
    { name: 'missed when it is 11.9', levels: { 2020: '100', 2025: '175.5' }, state: 'missed', reason: null },
    { name: 'awaiting its level', levels: { 2020: '100', 2024: '190' }, state: 'awaiting_figure', reason: null },
    { name: 'no baseline', levels: { 2025: '176' }, state: 'not_assessable', reason: 'no_baseline' },
    {
      name: 'a new series',
      levels: { 2020: '100', 2025: ['176.3', { break: true }] },
      state: 'not_assessable',
      reason: 'break_in_series',
    },
  ])('after the deadline: $name', ({ levels, state, reason }) => {
    expect(average(levels, '2026-06-30')).toMatchObject({ state, reason });
  });

  it('without levels a published growth of one year decides nothing', () => {
    expect(average({}, '2024-06-30', { 2023: '15' })).toMatchObject({ reason: 'no_baseline' });
    expect(average({}, '2026-06-30', { 2023: '15' }).state).toBe('awaiting_figure');
    expect(average({}, '2024-06-30').state).toBe('no_statistic');
  });
});
