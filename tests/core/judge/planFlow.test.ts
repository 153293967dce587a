import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/judge/judge.ts';
import { anInput, type Years } from './given.ts';

const flow = (years: Years, day: string) =>
  judge(
    anInput({
      day,
      years,
      target: { target_kind: 'plan_flow', value: '100' },
      indicator: { unit: '个', kind: 'plan-flow' },
    }),
  );

describe('100 new ones from 2021 to 2025', () => {
  it.each<{ name: string; years: Years; day: string; expected: string }>([
    { name: 'on track', years: { 2021: '20', 2022: '20' }, day: '2023-06-30', expected: 'on_track' },
    { name: 'slightly behind', years: { 2021: '10', 2022: '15' }, day: '2023-06-30', expected: 'slightly_behind' },
    { name: 'met early', years: { 2021: '60', 2022: '40' }, day: '2023-06-30', expected: 'met_early' },
    {
      name: 'a year is missing: counted up to it',
      years: { 2021: '20', 2023: '90' },
      day: '2024-06-30',
      expected: 'on_track',
    },
    { name: 'the first year is missing', years: { 2022: '20' }, day: '2024-06-30', expected: 'fewer_than_two_points' },
    { name: 'only years before the plan', years: { 2020: '20' }, day: '2024-06-30', expected: 'fewer_than_two_points' },
    { name: 'zero is a flow', years: { 2021: '0', 2022: '0' }, day: '2023-06-30', expected: 'far_behind' },
    { name: 'none at all', years: {}, day: '2023-06-30', expected: 'no_statistic' },
  ])('$name', ({ years, day, expected }) => {
    const { state, reason } = judge(
      anInput({ day, years, target: { target_kind: 'plan_flow', value: '100' }, indicator: { unit: '个' } }),
    );
    expect(reason ?? state).toBe(expected);
  });

  it('adds up the years and counts progress from nothing', () => {
    const judgement = flow({ 2021: '20', 2022: '15.0' }, '2023-06-30');
    expect(judgement).toMatchObject({
      progress: 0.35,
      figure: { year: 2022, value: '35', computed: true },
      baseline: { year: 2020, value: '0' },
      pace: { rule: 'linear', needed_from_start: 20, actual: 17.5, ratio: 0.875 },
      gap: '-65',
    });
  });

  it('needs every year after the deadline, and says which are missing', () => {
    expect(flow({ 2021: '50', 2023: '50', 2025: '50' }, '2026-06-30')).toMatchObject({
      state: 'awaiting_figure',
      remarks: [{ code: 'missing_years', years: [2022, 2024] }],
    });
    const all = { 2021: '20', 2022: '20', 2023: '20', 2024: '20', 2025: '19' };
    expect(flow(all, '2026-06-30')).toMatchObject({ state: 'missed', gap: '-1', progress: 0.99 });
  });

  it('is as uncertain as its parts', () => {
    const years: Years = { 2021: ['30', 'gt'], 2022: '20', 2023: '20', 2024: '20', 2025: '5' };
    expect(flow(years, '2026-06-30')).toMatchObject({ state: 'undetermined', figure: { bound: 'gt', value: '95' } });
  });
});
