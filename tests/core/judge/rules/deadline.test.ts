import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../../core/judge/judge.ts';
import type { Bound } from '../../../../core/observation.ts';
import type { Target } from '../../../../core/target.ts';
import { aFigure, anInput, type Years } from '../given.ts';

const cases: { name: string; target?: Partial<Target>; years: Years; day?: string; expected: string }[] = [
  { name: 'met by the figure of the year', years: { 2025: '10' }, expected: 'met' },
  { name: 'missed by the figure of the year', years: { 2025: '9.9' }, expected: 'missed' },
  { name: 'no figure of the year', years: { 2024: '12' }, expected: 'awaiting_figure' },
  { name: 'a later figure does not replace it', years: { 2026: '12' }, expected: 'awaiting_figure' },
  { name: 'a symbol is no figure', years: { 2024: '12', 2025: null }, expected: 'awaiting_figure' },
  { name: '10.0 against 超过10', target: { bound: 'gt' }, years: { 2025: '10.0' }, expected: 'undetermined' },
  { name: '10.1 against 超过10', target: { bound: 'gt' }, years: { 2025: '10.1' }, expected: 'met' },
  { name: '超6000 against 7000', target: { value: '7000' }, years: { 2025: ['6000', 'gt'] }, expected: 'missed' },
  { name: '超6000 against 6500', target: { value: '6500' }, years: { 2025: ['6000', 'gt'] }, expected: 'undetermined' },
  { name: '超50 against 超50', target: { value: '50', bound: 'gt' }, years: { 2025: ['50', 'gt'] }, expected: 'met' },
  { name: '6.7 against 7左右', target: { value: '7', bound: 'approx' }, years: { 2025: '6.7' }, expected: 'met' },
  { name: '6.6 against 7左右', target: { value: '7', bound: 'approx' }, years: { 2025: '6.6' }, expected: 'missed' },
  {
    name: '6.7 against 7左右 from 6.5: tolerance is half of the way',
    target: { value: '7', bound: 'approx' },
    years: { 2020: '6.5', 2025: '6.7' },
    expected: 'missed',
  },
  { name: '3 of 3—4', target: { value: '3', value_to: '4', bound: 'range' }, years: { 2025: '3' }, expected: 'met' },
  {
    name: 'the last day of the year has not passed it',
    years: { 2025: '9' },
    day: '2025-12-31',
    expected: 'not_assessable',
  },
  { name: 'the first day of the next year has', years: { 2025: '9' }, day: '2026-01-01', expected: 'missed' },
  { name: 'zero is a figure', target: { value: '0' }, years: { 2025: '0' }, expected: 'met' },
  { name: 'negative', target: { value: '-1' }, years: { 2025: '-2' }, expected: 'missed' },
];

describe('after the deadline', () => {
  it.each(cases)('$name', ({ target, years, day, expected }) => {
    expect(judge(anInput({ years, ...(target && { target }), ...(day !== undefined && { day }) })).state).toBe(
      expected,
    );
  });

  it('awaits its figure with what is known beside it, and the remark that an earlier year satisfied it', () => {
    const judgement = judge(anInput({ years: { 2020: '8', 2022: '9', 2023: '10.2', 2026: '9' } }));
    expect(judgement).toMatchObject({ state: 'awaiting_figure', figure: null, progress: null, gap: null });
    expect(judgement.neighbours.map((figure) => figure.year)).toEqual([2023, 2026]);
    expect(judgement.remarks).toEqual([{ code: 'met_in_earlier_year', year: 2023 }]);
    expect(judgement.pace).toMatchObject({ needed_from_start: 0.4, needed_from_now: null, actual: null, ratio: null });
  });

  it('awaits without a remark when no earlier year satisfied it', () => {
    expect(judge(anInput({ years: { 2023: '9' } })).remarks).toEqual([]);
  });

  it('says that only the tolerance made it', () => {
    const target = { value: '7', bound: 'approx' } as const;
    expect(judge(anInput({ target, years: { 2025: '6.7' } }))).toMatchObject({
      tolerance: '0.35',
      remarks: [{ code: 'met_within_tolerance' }],
    });
    expect(judge(anInput({ target, years: { 2025: '7' } })).remarks).toEqual([]);
  });

  it.each([
    ['3', []],
    ['4', [{ code: 'upper_end_met' }]],
  ])('of a range, %s gives the remarks %o', (value, remarks) => {
    const target = { value: '3', value_to: '4', bound: 'range' } as const;
    expect(judge(anInput({ target, years: { 2025: value } })).remarks).toEqual(remarks);
  });

  it('never shows a path or a projection', () => {
    const judgement = judge(anInput({ years: { 2020: '8', 2025: '9' } }));
    expect(judgement).toMatchObject({ path: null, projection: null, progress: 0.5, state: 'missed' });
  });

  it('leaves progress out across a new series and says so', () => {
    const judgement = judge(anInput({ years: { 2020: '8', 2023: ['9', { break: true }], 2025: '11' } }));
    expect(judgement).toMatchObject({ state: 'met', progress: null, attainment: null });
    expect(judgement.remarks).toEqual([{ code: 'break_in_series', year: 2023 }]);
  });

  it('is never decided by figures of other years', () => {
    const year = fc.integer({ min: 2015, max: 2030 }).filter((y) => y !== 2025);
    const value = fc.integer({ min: -20, max: 200 }).map((n) => String(n / 10));
    const bound = fc.constantFrom<Bound>('eq', 'gt', 'ge', 'approx', 'le', 'lt');
    const figures = fc.array(fc.tuple(year, value, bound), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(figures, bound, (rows, asked) => {
        const others = rows.map(([y, v, b]) => aFigure(y, v, { bound: b }));
        const { state } = judge(anInput({ target: { bound: asked }, figures: others, day: '2031-01-01' }));
        expect(state).toBe('awaiting_figure');
      }),
    );
  });
});
