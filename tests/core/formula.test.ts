import { expect, it } from 'vitest';
import { formulaInputs, parseFormula } from '../../core/formula.ts';

it('reads the three forms', () => {
  expect(parseFormula('a / b')).toEqual({ kind: 'ratio', numerator: 'a', denominator: 'b', factor: '1' });
  expect(parseFormula('rd-expenditure / gross-regional-product * 100')).toEqual({
    kind: 'ratio',
    numerator: 'rd-expenditure',
    denominator: 'gross-regional-product',
    factor: '100',
  });
  expect(parseFormula('growth(software-revenue)')).toEqual({ kind: 'growth', of: 'software-revenue' });
});

it.each(['', 'a', 'a / b / c', 'a * b', 'growth(a) * 2', 'growth()', 'a / 0 * x'])('refuses %j', (text) => {
  expect(parseFormula(text)).toBeNull();
});

it('names its inputs', () => {
  expect(formulaInputs({ kind: 'ratio', numerator: 'a', denominator: 'b', factor: '1' })).toEqual(['a', 'b']);
  expect(formulaInputs({ kind: 'growth', of: 'a' })).toEqual(['a']);
});
