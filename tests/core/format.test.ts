import { expect, it } from 'vitest';
import { displayBelowSmallest, displayDecimal, displayRank, groupDigits } from '../../core/format.ts';

it.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-12345.6', '-12,345.6'],
  ['1234567.001', '1,234,567.001'],
])('groups %s as %s', (value, grouped) => {
  expect(groupDigits(value)).toBe(grouped);
});

it('shows the indicator’s decimals, or the digits as published', () => {
  expect(displayDecimal('31163.79316', 1)).toBe('31,163.8');
  expect(displayDecimal('35.0', null)).toBe('35.0');
  expect([displayBelowSmallest(1), displayBelowSmallest(2), displayBelowSmallest(null)]).toEqual([
    '<0.1',
    '<0.01',
    '<1',
  ]);
  expect([displayRank(2, true), displayRank(4, false), displayRank(null, false)]).toEqual(['=2', '4', '—']);
});
