import { describe, expect, it } from 'vitest';
import { figureOf } from '../../core/figures.ts';
import { NATION } from '../../core/region.ts';
import { aDataset, anIndicator, anObservation, PROVINCES } from '../support/dataset.ts';

const A = anIndicator({ indicator: 'a', unit: '亿元', additive: true });
const B = anIndicator({ indicator: 'b', unit: '亿元', additive: true });
const SHARE = anIndicator({ indicator: 'share', formula: 'a / b * 100', decimals: 2 });
const GROWTH = anIndicator({ indicator: 'growth', formula: 'growth(a)', kind: 'growth', decimals: 1 });

const share = (observations: ReturnType<typeof anObservation>[], region = '320000', year = 2024) =>
  figureOf(aDataset({ indicators: [A, B, SHARE, GROWTH], observations }), 'share', region, year);

const pair = (a: string | null, b: string | null, region = '320000') => [
  anObservation({ indicator: 'a', region, year: 2024, value: a }),
  anObservation({ indicator: 'b', region, year: 2024, value: b }),
];

describe('a / b * k', () => {
  it('is rounded half away from zero, in decimals', () => {
    expect(share(pair('10.05', '1000'))).toMatchObject({
      value: '1.01',
      shown: '1.01',
      computed: true,
      provinces: null,
    });
  });

  it.each([
    { name: 'an input is missing', observations: pair('1', null) },
    { name: 'an input is not there', observations: pair('1', '2').slice(0, 1) },
    { name: 'b is zero', observations: pair('1', '0') },
  ])('is missing when $name', ({ observations }) => {
    expect(share(observations)).toBeNull();
  });

  it('is zero when a is zero', () => {
    expect(share(pair('0', '7'))?.value).toBe('0.00');
  });

  it('carries the bound of the numerator, approx with a bounded denominator, and the weakest status', () => {
    const [a, b] = pair('1', '2');
    if (a === undefined || b === undefined) throw new Error('two inputs');
    expect(
      share([
        { ...a, bound: 'gt' },
        { ...b, status: 'estimated' },
      ]),
    ).toMatchObject({
      bound: 'gt',
      status: 'estimated',
    });
    expect(share([a, { ...b, bound: 'ge', status: 'reported' }])).toMatchObject({
      bound: 'approx',
      status: 'reported',
    });
    expect(share([{ ...a, break: true }, b])?.break).toBe(true);
  });

  it('gives way to a released figure, keeping what the formula gives beside it', () => {
    const released = anObservation({ indicator: 'share', region: '320000', year: 2024, value: '51' });
    expect(share([...pair('1', '2'), released])).toMatchObject({
      value: '51',
      shown: '51.00',
      computed: false,
      computed_value: '50.00',
    });
  });

  it('does not give way to a blank', () => {
    const blank = anObservation({ indicator: 'share', region: '320000', year: 2024, value: null });
    expect(share([...pair('1', '2'), blank])).toMatchObject({ value: '50.00', computed: true });
  });
});

describe('the nation', () => {
  const provinces = (n: number) => PROVINCES.slice(0, n).flatMap(({ region }) => pair('1', '4', region));

  it('uses national inputs where both are published', () => {
    expect(share([...provinces(31), ...pair('3', '4', NATION)], NATION)).toMatchObject({
      value: '75.00',
      provinces: null,
    });
  });

  it('sums both inputs over the provinces that have both', () => {
    const lone = anObservation({ indicator: 'a', region: PROVINCES[30]?.region ?? '', year: 2024, value: '1000' });
    expect(share([...provinces(30), lone], NATION)).toMatchObject({ value: '25.00', provinces: 30, computed: true });
  });

  it('has no figure from fewer than 25 provinces', () => {
    expect(share(provinces(25), NATION)?.provinces).toBe(25);
    expect(share(provinces(24), NATION)).toBeNull();
  });

  it('has none where the inputs cannot be added', () => {
    const dataset = aDataset({ indicators: [{ ...A, additive: false }, B, SHARE], observations: provinces(31) });
    expect(figureOf(dataset, 'share', NATION, 2024)).toBeNull();
  });
});

describe('growth(a)', () => {
  const growth = (before: string, now: string) =>
    figureOf(
      aDataset({
        indicators: [A, GROWTH],
        observations: [
          anObservation({ indicator: 'a', region: '520000', year: 2023, value: before }),
          anObservation({ indicator: 'a', region: '520000', year: 2024, value: now }),
        ],
      }),
      'growth',
      '520000',
      2024,
    );

  it.each([
    ['100', '125', '25.0'],
    ['100', '100', '0.0'],
    ['3', '2', '-33.3'],
  ])('from %s to %s is %s %', (before, now, expected) => {
    expect(growth(before, now)?.value).toBe(expected);
  });

  it.each(['0', '-5'])('is missing over a base of %s', (base) => {
    expect(growth(base, '7')).toBeNull();
  });

  it('needs two consecutive years', () => {
    const dataset = aDataset({
      indicators: [A, GROWTH],
      observations: [
        anObservation({ indicator: 'a', region: '520000', year: 2022, value: '1' }),
        anObservation({ indicator: 'a', region: '520000', year: 2024, value: '2' }),
      ],
    });
    expect(figureOf(dataset, 'growth', '520000', 2024)).toBeNull();
  });
});
