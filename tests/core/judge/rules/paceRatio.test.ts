import { describe, expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import { stateOfRatio } from '../../../../core/judge/rules/paceRatio.ts';
import { anInput } from '../given.ts';

it.each([
  [2, 'on_track'],
  [0.95, 'on_track'],
  [0.95 - 1e-10, 'on_track'],
  [0.949, 'slightly_behind'],
  [0.6, 'slightly_behind'],
  [0.599, 'far_behind'],
  [0, 'far_behind'],
  [-1e-10, 'far_behind'],
  [-0.001, 'moving_away'],
])('a ratio of %d is %s', (ratio, state) => {
  expect(stateOfRatio(ratio)).toBe(state);
});

describe('the worked examples', () => {
  const core = { value: '10', bound: 'eq' } as const;

  it('national core share: on track in all three ways', () => {
    const judgement = judge(anInput({ day: '2024-06-30', target: core, years: { 2020: '7.8', 2023: '9.9' } }));
    expect(judgement).toMatchObject({ state: 'on_track', reason: null, rule: 'pace_ratio' });
    expect(judgement.progress).toBeCloseTo(0.9545, 4);
    expect(judgement.pace).toMatchObject({
      rule: 'linear',
      needed_from_start: 0.44,
      actual: 0.7,
      needed_from_now: 0.05,
    });
    expect(judgement.pace?.ratio).toBeCloseTo(1.59, 2);
    expect(judgement.path?.status).toBe('on_track');
    expect(judgement.path?.value).toBeCloseTo(9.12, 10);
    expect(judgement.projection?.status).toBe('on_track');
  });

  it('the same figures as an amount: constant growth', () => {
    const indicator = { unit: '亿元' };
    const judgement = judge(
      anInput({ day: '2024-06-30', target: core, indicator, years: { 2020: '7.8', 2023: '9.9' } }),
    );
    expect(judgement.pace?.rule).toBe('growth');
    expect(judgement.pace?.needed_from_start).toBeCloseTo(5.09, 2);
    expect(judgement.pace?.actual).toBeCloseTo(8.27, 2);
    expect(judgement.pace?.ratio).toBeCloseTo(1.62, 2);
    expect(judgement.path?.value).toBeCloseTo(9.05, 2);
  });

  it('the national row of today awaits its figure', () => {
    expect(judge(anInput({ target: core, years: { 2020: '7.8', 2023: '9.9' } })).state).toBe('awaiting_figure');
  });

  it('lower is better: slightly behind', () => {
    const input = anInput({
      day: '2024-06-30',
      target: { value: '10', bound: 'le' },
      indicator: { direction: 'lower' },
      years: { 2020: '20', 2023: '16' },
    });
    const judgement = judge(input);
    expect(judgement).toMatchObject({ state: 'slightly_behind', progress: 0.4 });
    expect(judgement.pace?.ratio).toBeCloseTo(0.667, 3);
    expect(judgement.path).toEqual({ status: 'behind', value: 14 });
  });
});

it.each([
  ['9', 'far_behind'],
  ['8', 'far_behind'],
  ['7.9', 'moving_away'],
])('from 8 to 12 by 2025, %s in 2023 is %s', (value, state) => {
  expect(judge(anInput({ day: '2024-06-30', target: { value: '12' }, years: { 2020: '8', 2023: value } })).state).toBe(
    state,
  );
});

it('an amount from zero is measured by a straight line', () => {
  const judgement = judge(anInput({ day: '2024-06-30', indicator: { unit: '亿元' }, years: { 2020: '0', 2023: '6' } }));
  expect(judgement).toMatchObject({ state: 'on_track', pace: { rule: 'linear', needed_from_start: 2, ratio: 1 } });
});

it.each(['provisional', 'estimated', 'forecast'] as const)(
  'a figure that is %s makes the state provisional',
  (status) => {
    expect(judge(anInput({ day: '2024-06-30', years: { 2020: '8', 2023: ['9.5', { status }] } })).provisional).toBe(
      true,
    );
  },
);

it.each(['final', 'reported'] as const)('a figure that is %s does not', (status) => {
  expect(judge(anInput({ day: '2024-06-30', years: { 2020: '8', 2023: ['9.5', { status }] } })).provisional).toBe(
    false,
  );
});

it('a provisional baseline does too', () => {
  expect(
    judge(anInput({ day: '2024-06-30', years: { 2020: ['8', { status: 'estimated' }], 2023: '9.5' } })).provisional,
  ).toBe(true);
});

it('a figure within the target year that does not reach T is a pace, not an outcome', () => {
  expect(judge(anInput({ day: '2025-12-31', years: { 2020: '8', 2025: '9' } }))).toMatchObject({
    state: 'far_behind',
    path: { status: 'behind', value: 10 },
    projection: null,
    pace: { needed_from_now: null, ratio: 0.5 },
  });
});
