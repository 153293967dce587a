import { scaleThreshold } from 'd3';
import fc from 'fast-check';
import { ckmeans } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { classify, classOf, countByClass, type ClassRequest } from '../../core/classify.ts';
import { naturalBreaks } from '../../core/classify/naturalBreaks.ts';
import { CLASS_METHODS } from '../../core/map/view.ts';

const texts = (...values: number[]) => values.map(String);
const limitsOf = (values: number[], request: Partial<ClassRequest>) =>
  classify(texts(...values), { k: 5, decimals: 0, ...request }).limits.join(' ');

describe('classOf', () => {
  it.each([
    { breaks: [], value: 3, is: 0 },
    { breaks: [5, 10], value: 4.999, is: 0 },
    { breaks: [5, 10], value: 5, is: 1 },
    { breaks: [5, 10], value: 10, is: 2 },
    { breaks: [-1, 0], value: 0, is: 2 },
    { breaks: [-1, 0], value: -1, is: 1 },
  ])('$value over $breaks is class $is', ({ breaks, value, is }) => {
    expect(classOf(breaks, value)).toBe(is);
  });

  it('agrees with scaleThreshold of d3', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 6 }), fc.integer(), (some, value) => {
        const breaks = some.toSorted((a, b) => a - b);
        const scale = scaleThreshold(breaks, breaks.map((_, i) => i).concat(breaks.length));
        expect(classOf(breaks, value)).toBe(scale(value));
      }),
    );
  });
});

describe('pretty', () => {
  it('gives 20 40 60 80 100 for 24 … 81 at k = 5', () => {
    expect(limitsOf([24, 33, 40, 55, 60, 71, 81], { method: 'pretty' })).toBe('20 40 60 80 100');
  });

  it.each([
    {
      name: 'the last limit may be the maximum itself',
      values: [0, 1, 2, 4, 5],
      decimals: 0,
      limits: '0 1 2 3 4 5',
      k: 5,
    },
    { name: 'fewer distinct values than classes', values: [1, 9], decimals: 0, k: 5, limits: '0 5 10' },
    { name: 'no step finer than what is shown', values: [10, 11, 12], decimals: 0, k: 3, limits: '10 11 12' },
    {
      name: '2.5 is allowed with one decimal',
      values: [0, 4, 7, 9, 12],
      decimals: 1,
      k: 5,
      limits: '0.0 2.5 5.0 7.5 10.0 12.5',
    },
    { name: '2.5 is not allowed without decimals', values: [0, 4, 7, 9, 12], decimals: 0, k: 5, limits: '0 5 10 15' },
    { name: 'negative', values: [-7, -3, 4], decimals: 0, k: 3, limits: '-10 -5 0 5' },
    {
      name: 'a negative multiple of the step is its own floor',
      values: [-10, -1, 4],
      decimals: 0,
      k: 3,
      limits: '-10 -5 0 5',
    },
    { name: 'small shares', values: [0.01, 0.02, 0.05], decimals: 2, k: 3, limits: '0.00 0.02 0.04 0.06' },
    { name: 'as published without decimals', values: [0.5, 1.25, 2], decimals: null, k: 3, limits: '0.5 1 1.5 2' },
  ])('$name', ({ values, decimals, k, limits }) => {
    expect(limitsOf(values, { method: 'pretty', decimals, k })).toBe(limits);
  });
});

describe('the other methods', () => {
  const eight = [1, 2, 2, 3, 10, 11, 12, 50];
  it.each([
    { method: 'equal', k: 4, values: [0, 10, 20, 40], limits: '0 10 20 30 40' },
    { method: 'equal', k: 3, values: [0, 1, 2, 4], limits: '0 1 3 4' },
    { method: 'quantile', k: 4, values: eight, limits: '1 2 10 12 50' },
    { method: 'natural', k: 3, values: eight, limits: '1 10 50 50' },
    { method: 'natural', k: 3, values: [1, 2, 3, 4], limits: '1 2 3 4' },
    { method: 'stddev', k: 4, values: [2, 4, 4, 4, 5, 5, 7, 9], limits: '2 3 5 7 9' },
  ] as const)('$method of $values at k = $k', ({ method, k, values, limits }) => {
    expect(limitsOf([...values], { method, k })).toBe(limits);
  });

  it.each([
    { name: 'manual breaks are sorted and doubled ones dropped', breaks: ['8', '5', '5.0'], limits: '3 5 8 12' },
    { name: 'a break at or below the minimum is dropped', breaks: ['3', '1', '8'], limits: '3 8 12' },
    {
      name: 'a break above the maximum is dropped, one at the maximum stays',
      breaks: ['8', '12', '13'],
      limits: '3 8 12 12',
    },
    { name: 'no break at all is one class', breaks: [], limits: '3 12' },
  ])('$name', ({ breaks, limits }) => {
    expect(limitsOf([3, 6, 8, 12], { method: 'manual', breaks })).toBe(limits);
  });

  it('quantile shares 31 values into 6 6 6 6 7', () => {
    const values = Array.from({ length: 31 }, (_, i) => i);
    const classes = classify(texts(...values), { method: 'quantile', k: 5, decimals: 0 });
    expect(countByClass(classes, values)).toEqual([6, 6, 6, 6, 7]);
  });

  it('empty classes inside stay with n = 0', () => {
    const values = [0, 1, 2, 100];
    expect(countByClass(classify(texts(...values), { method: 'equal', k: 4, decimals: 0 }), values)).toEqual([
      3, 0, 0, 1,
    ]);
  });
});

describe('the default method', () => {
  it('is pretty', () => expect(classify(texts(1, 4, 6, 9), { k: 3, decimals: 0 }).method).toBe('pretty'));

  it('is natural when one pretty class holds more than two thirds', () => {
    expect(classify(texts(1, 2, 3, 4, 5, 100), { k: 3, decimals: 0 }).method).toBe('natural');
  });

  it('stays pretty at exactly two thirds, and when it is asked for', () => {
    expect(classify(texts(1, 2, 3, 4, 60, 100), { k: 3, decimals: 0 }).method).toBe('pretty');
    expect(classify(texts(1, 2, 3, 4, 5, 100), { k: 3, decimals: 0, method: 'pretty' }).method).toBe('pretty');
  });
});

describe('natural breaks', () => {
  it('takes the lowest breaks among equally good partitions', () => {
    expect(naturalBreaks([0, 1, 2], 2)).toEqual([1]);
    expect(naturalBreaks([0, 1, 2, 3, 4], 4)).toEqual([1, 2, 3]);
    expect(naturalBreaks([5, 5, 6, 7, 7], 2)).toEqual([2]);
  });

  it('is as good as ckmeans', () => {
    const spread = (group: number[]) => {
      const mean = group.reduce((a, b) => a + b, 0) / group.length;
      return group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 5, maxLength: 31 }), (some) => {
        const sorted = some.toSorted((a, b) => a - b);
        const k = Math.min(5, new Set(sorted).size);
        const at = [0, ...naturalBreaks(sorted, k), sorted.length];
        const ours = at.slice(1).reduce((sum, to, i) => sum + spread(sorted.slice(at[i], to)), 0);
        const theirs = ckmeans(sorted, k).reduce((sum, group) => sum + spread(group), 0);
        expect(ours).toBeCloseTo(theirs, 6);
      }),
    );
  });
});

describe('diverging', () => {
  it.each([
    { name: 'symmetric about the pivot', values: [2, 9, 30], pivot: '10', k: 4, limits: '-10 0 10 20 30' },
    { name: 'about zero', values: [-3, 1, 4], pivot: '0', k: 4, limits: '-4 -2 0 2 4' },
    { name: 'all on the pivot', values: [7, 7], pivot: '7', k: 4, limits: '5 6 7 8 9' },
    { name: 'the pivot is rounded like shown values', values: [1, 3], pivot: '1.6', k: 4, limits: '0 1 2 3 4' },
  ])('$name', ({ values, pivot, k, limits }) => {
    expect(limitsOf(values, { pivot, k })).toBe(limits);
  });

  it('puts the pivot itself above', () => {
    const classes = classify(texts(-4, 0, 4), { pivot: '0', k: 4, decimals: 0 });
    expect(classOf(classes.breaks, 0)).toBe(2);
  });
});

describe('an isolated class', () => {
  it.each([
    { name: 'the highest apart', values: [1, 2, 3, 4, 90], limits: '1 2 3 90 90' },
    { name: 'the lowest apart', values: [-90, 1, 2, 3, 4], limits: '-90 1 2 3 4' },
    { name: 'not with two distinct values', values: [1, 1, 9], limits: '0 5 10' },
  ])('$name', ({ values, limits }) => {
    expect(limitsOf(values, { isolate: true, method: 'pretty' })).toBe(limits);
  });
});

describe('any values', () => {
  it.each([
    { name: 'nothing', values: [], n: 0 },
    { name: 'one', values: [3], n: 1 },
    { name: 'one zero', values: [0], n: 1 },
    { name: 'all equal', values: [4, 4, 4], n: 1 },
  ])('$name gives $n classes by every method', ({ values, n }) => {
    for (const method of [undefined, ...CLASS_METHODS]) {
      expect(classify(texts(...values), { method, k: 5, decimals: 0 }).limits.length).toBe(n === 0 ? 0 : n + 1);
    }
  });

  it('two distinct values are two classes by every automatic method', () => {
    for (const method of [undefined, 'pretty', 'equal', 'quantile', 'natural', 'stddev'] as const) {
      const classes = classify(texts(3, 9, 9), { method, k: 5, decimals: 0 });
      expect([method, countByClass(classes, [3, 9, 9])]).toEqual([method, [1, 2]]);
    }
  });

  it('quantile drops a break that a tie pushes down to the minimum', () => {
    const classes = classify(texts(3, 3, 9), { method: 'quantile', k: 5, decimals: 0 });
    expect(countByClass(classes, [3, 3, 9])).toEqual([3]);
  });

  const cents = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 40 });
  it('has a class for every value, counts that add up and ascending limits', () => {
    const method = fc.constantFrom(undefined, 'pretty', 'equal', 'quantile', 'natural', 'stddev', 'manual');
    fc.assert(
      fc.property(cents, method, fc.integer({ min: 3, max: 7 }), fc.boolean(), (some, method, k, isolate) => {
        const values = some.map((cent) => (cent / 100).toFixed(2));
        const classes = classify(values, { method, k, decimals: 2, isolate, breaks: ['-5', '0', '20'] });
        const limits = classes.limits.map(Number);
        expect(limits.length - 1).toBeGreaterThanOrEqual(1);
        expect(limits.length - 1).toBeLessThanOrEqual(Math.max(k, 4));
        expect(limits).toEqual(limits.toSorted((a, b) => a - b));
        const counts = countByClass(classes, values.map(Number));
        expect(counts.reduce((a, b) => a + b)).toBe(values.length);
        for (const value of values.map(Number)) {
          const c = classOf(classes.breaks, value);
          expect(limits[c]!).toBeLessThanOrEqual(value);
          expect(limits[c + 1]!).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });
});
