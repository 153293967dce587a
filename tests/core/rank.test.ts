import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BELOW_SMALLEST, percentile, rank, rankChanges, type Ranked } from '../../core/rank.ts';

const entries = (values: (string | null)[]): Ranked[] =>
  values.flatMap((shown, at) => (shown === null ? [] : [{ region: String.fromCharCode(65 + at), shown }]));

const ranks = (values: (string | null)[], direction: 'higher' | 'lower' | 'none' = 'higher') =>
  rank(entries(values), direction).map((entry) => `${entry.region}${entry.tied ? '=' : ''}${String(entry.rank)}`);

describe('rank', () => {
  it.each([
    { name: 'nothing', values: [], expected: [] },
    { name: 'one is shown without a rank', values: ['1'], expected: ['Anull'] },
    { name: 'two are shown without a rank', values: ['1', '2'], expected: ['Bnull', 'Anull'] },
    {
      name: 'the worked example: ties share the better rank and leave a gap',
      values: ['12.1', '11.0', '11.0', '9.8', null],
      expected: ['A1', 'B=2', 'C=2', 'D4'],
    },
    { name: 'zero is a value, null is not', values: [null, '0', '2', '-1'], expected: ['C1', 'B2', 'D3'] },
    { name: 'equal numbers written differently tie', values: ['3.6', '3.60', '1'], expected: ['A=1', 'B=1', 'C3'] },
    {
      name: 'below the smallest unit comes last, tied',
      values: [BELOW_SMALLEST, '0', '5', BELOW_SMALLEST],
      expected: ['C1', 'B2', 'A=3', 'D=3'],
    },
  ])('$name', ({ values, expected }) => {
    expect(ranks(values)).toEqual(expected);
  });

  it('turns round where lower is better', () => {
    expect(ranks(['1.4', '1.3', '1.5'], 'lower')).toEqual(['B1', 'A2', 'C3']);
  });

  it('orders without ranking where there is no direction', () => {
    expect(ranks(['1', '3', '2'], 'none')).toEqual(['Bnull', 'Cnull', 'Anull']);
  });

  it('gives every rank as one more than the number of strictly better entries', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 31 }), (values) => {
        const placed = rank(
          values.map((value, at) => ({ region: String(100 + at), shown: String(value) })),
          'higher',
        );
        for (const entry of placed) {
          expect(entry.rank).toBe(1 + values.filter((value) => value > Number(entry.shown)).length);
        }
      }),
    );
  });
});

describe('rankChanges', () => {
  const year = (values: Record<string, string>): Ranked[] =>
    Object.entries(values).map(([region, shown]) => ({ region, shown }));

  it('is taken on the regions present in both years (the worked example)', () => {
    const changes = rankChanges(
      year({ A: '12', B: '11', C: '10', E: '9' }),
      year({ D: '13', B: '12', A: '11', C: '10.5' }),
      'higher',
    );
    expect(Object.fromEntries(changes)).toEqual({
      A: { previous: 1, common: 2 },
      B: { previous: 2, common: 1 },
      C: { previous: 3, common: 3 },
    });
  });

  it('is nothing when fewer than three regions are common', () => {
    expect(rankChanges(year({ A: '1', B: '2' }), year({ A: '1', B: '2', C: '3' }), 'higher').size).toBe(0);
  });
});

it('gives 50 to a tie in the middle of four (the worked example)', () => {
  const four = entries(['12.1', '11.0', '11.0', '9.8']);
  expect(percentile(four, 'higher', 'B')).toBe(50);
  expect(percentile(four, 'higher', 'A')).toBe(87.5);
  expect(() => percentile(four, 'higher', 'Z')).toThrow(RangeError);
});
