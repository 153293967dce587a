import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  decimalsOf,
  divideDecimals,
  isDecimal,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
  sumDecimals,
} from '../../core/decimal.ts';

describe('roundDecimal', () => {
  it.each([
    ['1.005', 2, '1.01'], // binary toFixed gives 1.00
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.04', 1, '0.0'],
    ['0', 2, '0.00'],
    ['35.0', null, '35.0'],
    ['12', 1, '12.0'],
  ])('%s to %s places is %s', (value, decimals, rounded) => {
    expect(roundDecimal(value, decimals)).toBe(rounded);
  });
});

describe('shiftDecimal', () => {
  it.each([
    ['1.55', 4, '15500'],
    ['130000000', -4, '13000.0000'],
    ['0.5', 2, '50'],
    ['-12.34', 1, '-123.4'],
    ['-5', -3, '-0.005'],
    ['0', 4, '0'],
    ['100', 0, '100'],
    ['1.2', 12, '1200000000000'],
  ])('%s by %i is %s', (value, places, shifted) => {
    expect(shiftDecimal(value, places)).toBe(shifted);
  });

  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: -8, max: 8 }),
        (n, fraction, places) => {
          const value = shiftDecimal(String(n), -fraction);
          expect(compareDecimals(shiftDecimal(shiftDecimal(value, places), -places), value)).toBe(0);
        },
      ),
    );
  });
});

it('compares numbers, not digits', () => {
  expect(compareDecimals('3.6', '3.60')).toBe(0);
  expect(compareDecimals('-1', '0')).toBe(-1);
  expect(compareDecimals('10', '9')).toBe(1);
});

it('adds, subtracts and divides without binary error', () => {
  expect(addDecimals('0.1', '0.2')).toBe('0.3');
  expect(subtractDecimals('3.38', '3.2')).toBe('0.18');
  expect(divideDecimals('1', '0')).toBeNull();
  expect(divideDecimals('1', '8')).toBe('0.125');
  expect(sumDecimals([])).toBe('0');
  expect(sumDecimals(['0.1', '0.1', '0.1'])).toBe('0.3');
});

it('knows plain decimal text and its places', () => {
  expect(['1', '-0.5', '007.10'].map(isDecimal)).toEqual([true, true, true]);
  expect(['', '1e3', '1,000', '+1', '.5', '1.'].map(isDecimal)).toEqual([false, false, false, false, false, false]);
  expect(['3.60', '12', '-0.005'].map(decimalsOf)).toEqual([2, 0, 3]);
});
