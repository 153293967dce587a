import { describe, expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { TargetKind } from '../../../../core/target.ts';
import { anInput, type Years } from '../given.ts';

const yearly = (target_kind: TargetKind, years: Years, day: string) =>
  judge(anInput({ day, years, target: { target_kind, year: 2025, period_from: 2025, value: '30' } }));

describe.each(['yearly_flow', 'yearly_growth'] as const)('a target for one year (%s)', (kind) => {
  it.each<{ name: string; years: Years; day: string; state: string; reason: string | null }>([
    {
      name: 'before its figure exists',
      years: { 2024: '40' },
      day: '2025-06-30',
      state: 'not_assessable',
      reason: 'yearly',
    },
    { name: 'reached within its year', years: { 2025: '30' }, day: '2025-12-31', state: 'met_early', reason: null },
    {
      name: 'not yet reached within its year',
      years: { 2025: '29' },
      day: '2025-12-31',
      state: 'not_assessable',
      reason: 'yearly',
    },
    { name: 'reached when the year is over', years: { 2025: '30' }, day: '2026-01-01', state: 'met', reason: null },
    {
      name: 'not reached when the year is over',
      years: { 2025: '28' },
      day: '2026-01-01',
      state: 'missed',
      reason: null,
    },
    {
      name: 'over, with the figure of another year',
      years: { 2024: '40' },
      day: '2026-01-01',
      state: 'awaiting_figure',
      reason: null,
    },
  ])('$name', ({ years, day, state, reason }) => {
    expect(yearly(kind, years, day)).toMatchObject({ state, reason, pace: null, baseline: null });
  });
});

it('a flow has progress from nothing: 28 of 30 is missed by 2', () => {
  const judgement = yearly('yearly_flow', { 2025: '28' }, '2026-01-01');
  expect(judgement).toMatchObject({ state: 'missed', gap: '-2', attainment: null });
  expect(judgement.progress).toBeCloseTo(0.933, 3);
});

it('a growth rate has attainment and no progress', () => {
  expect(yearly('yearly_growth', { 2025: '33' }, '2026-01-01')).toMatchObject({ progress: null, attainment: 1.1 });
});
