import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/judge/judge.ts';
import { pathStatus, pathValue } from '../../../core/judge/path.ts';
import { projectionOf } from '../../../core/judge/projection.ts';
import { anInput, aTarget } from './given.ts';

const b = { year: 2020, value: '8' };
const goal = { year: 2025, value: '12' };

describe('the path', () => {
  it.each([
    { name: 'at the baseline', year: 2020, expected: 8 },
    { name: 'half way', year: 2023, expected: 10.4 },
    { name: 'at the target', year: 2025, expected: 12 },
  ])('is straight: $name', ({ year, expected }) => {
    expect(pathValue('linear', b, goal, [], year)).toBeCloseTo(expected, 10);
  });

  it('grows constantly for amounts, but not from zero', () => {
    expect(pathValue('growth', b, goal, [], 2022)).toBeCloseTo(8 * 1.5 ** 0.4, 10);
    expect(pathValue('growth', { year: 2020, value: '0' }, goal, [], 2022)).toBeCloseTo(4.8, 10);
  });

  it.each([
    [2021, 8.5],
    [2022, 9],
    [2023, 10],
    [2024, 11],
  ])('leads through milestones: %d', (year, expected) => {
    const milestones = [
      { year: 2024, value: '11' },
      { year: 2022, value: '9' },
    ];
    expect(pathValue('growth', b, goal, milestones, year)).toBe(expected);
  });

  it('ignores milestones before the baseline or after the target', () => {
    const milestones = [
      { year: 2020, value: '1' },
      { year: 2025, value: '1' },
      { year: 2019, value: '1' },
    ];
    expect(pathValue('linear', b, goal, milestones, 2023)).toBeCloseTo(10.4, 10);
  });

  it.each([
    [1, '10.4', 'on_track'],
    [1, '10.3', 'behind'],
    [-1, '10.4', 'on_track'],
    [-1, '10.5', 'behind'],
  ] as const)('with sign %d, %s against 10.4 is %s', (sign, value, status) => {
    expect(pathStatus(sign, { year: 2023, value }, 10.4 + 1e-12).status).toBe(status);
  });

  it('takes milestones from targets of the same kind, of a rise on top of its base', () => {
    const milestones = [aTarget({ year: 2023, target_kind: 'rise', value: '1' }), aTarget({ year: 2022, value: '99' })];
    const target = { target_kind: 'rise', value: '4' } as const;
    const judgement = judge(anInput({ day: '2024-06-30', target, milestones, years: { 2020: '8', 2023: '9' } }));
    expect(judgement.path).toEqual({ status: 'on_track', value: 9 });
    expect(judgement.state).toBe('far_behind');
  });
});

describe('the projection', () => {
  it.each([
    { name: 'reaches the target', v: '10.4', status: 'on_track' },
    { name: 'must accelerate', v: '8.5', status: 'accelerate' },
    { name: 'stagnates', v: '8.1', status: 'stagnant_or_worse' },
    { name: 'goes back', v: '7', status: 'stagnant_or_worse' },
  ])('$name', ({ v, status }) => {
    expect(projectionOf(b, { year: 2023, value: v }, goal)?.status).toBe(status);
  });

  it('goes on with constant growth, so that it can disagree', () => {
    expect(projectionOf(b, { year: 2023, value: '10' }, goal)?.value).toBeCloseTo(10 * 1.25 ** (2 / 3), 10);
  });

  it('goes straight on from zero', () => {
    expect(projectionOf({ year: 2020, value: '0' }, { year: 2023, value: '6' }, goal)?.value).toBe(10);
  });

  it.each([
    { name: 'no time has passed', v: { year: 2020, value: '8' }, to: goal },
    { name: 'none remains', v: { year: 2025, value: '9' }, to: goal },
    { name: 'there is no way to go', v: { year: 2023, value: '9' }, to: { year: 2025, value: '8' } },
  ])('does not exist where $name', ({ v, to }) => {
    expect(projectionOf(b, v, to)).toBeNull();
  });
});
