import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storedNumber, storedPercent } from '../../core/csv/storedNumber.ts';

it.each([
  ['0', '0'],
  ['-0', '0'],
  ['3.60', '3.6'],
  ['-5', '-5'],
  ['31170.400000000001', '31170.4'],
  ['0.30000000000000004', '0.3'],
  ['1.0000000000000001E-2', '0.01'],
  ['1E-7', '0.0000001'],
  ['1.5E+20', '150000000000000000000'],
  ['123456789012345', '123456789012345'],
  ['', ''],
  ['abc', 'abc'],
  ['1E999', '1E999'],
  ['NaN', 'NaN'],
])('reads the stored number %s as %s', (stored, text) => {
  expect(storedNumber(stored)).toBe(text);
});

it.each([
  ['0.065', '6.5%'],
  ['6.5000000000000002E-2', '6.5%'],
  ['0', '0%'],
  ['-0.1', '-10%'],
  ['1', '100%'],
  ['abc', 'abc'],
])('reads %s, shown as per cent, as %s', (stored, text) => {
  expect(storedPercent(stored)).toBe(text);
});

it('gives back every decimal of 15 digits that a spreadsheet can keep', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.integer({ min: 0, max: 9 }), (digits, places) => {
      const value = digits / 10 ** places;
      expect(Number(storedNumber(value.toPrecision(17)))).toBe(value);
      expect(storedNumber(value.toPrecision(17))).toBe(storedNumber(value.toFixed(places)));
    }),
  );
});
