import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../core/csv/number.ts';

const number = (value: string, more: Record<string, unknown> = {}) => ({ kind: 'number', value, ...more });

describe('parseNumber', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['12.30', '12.30'],
    ['007', '7'],
    ['.5', '0.5'],
    ['-5', '-5'],
    ['+3.2', '3.2'],
    ['\u22125.1', '-5.1'],
    ['－5.1', '-5.1'],
    ['１２．３', '12.3'],
    ['１０，２３４．５', '10234.5'],
    [' 12 ', '12'],
    ['　12\u00a0', '12'],
    ['1,234.5', '1234.5'],
    ['1，234.5', '1234.5'],
    ['1 234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['31163.79316', '31163.79316'],
  ])('reads %j as %s', (raw, value) => {
    expect(parseNumber(raw)).toMatchObject(number(value, { unit: null, mark: null }));
  });

  it.each([
    ['12.3%', '12.3', 'percent', 0],
    ['１２.３％', '12.3', 'percent', 0],
    ['12.3 ％', '12.3', 'percent', 0],
    ['0.5个百分点', '0.5', 'percent', 0],
    ['5‰', '5', 'percent', -1],
    ['1.2万', '1.2', 'none', 4],
    ['3.4亿', '3.4', 'none', 8],
    ['1.2万亿', '1.2', 'none', 12],
    ['1.55万亿元', '1.55', 'money', 12],
    ['850 亿元', '850', 'money', 8],
    ['1,200万户', '1200', 'count', 4],
  ])('reads the unit of %j', (raw, value, dimension, shift) => {
    expect(parseNumber(raw)).toMatchObject(number(value, { unit: { dimension, shift } }));
  });

  it.each([
    ['12.3*', '12.3', '*'],
    ['12.3①', '12.3', '①'],
    ['12.3¹', '12.3', '¹'],
    ['12.3[1]', '12.3', '[1]'],
    ['12.3% ①', '12.3', '①'],
    ['12.3**', '12.3', '**'],
  ])('keeps the footnote mark of %j apart from the digits', (raw, value, mark) => {
    expect(parseNumber(raw)).toMatchObject(number(value, { mark }));
  });

  it.each(['…', '...', '……', '......', ' … '])('reads %j as below the smallest unit', (raw) => {
    expect(parseNumber(raw)).toMatchObject({ kind: 'symbol', symbol: 'below_smallest_unit' });
  });

  it.each(['—', '——', '-', '－', '–', '/', '／', '不适用', '—①'])('reads %j as not applicable', (raw) => {
    expect(parseNumber(raw)).toMatchObject({ kind: 'symbol', symbol: 'not_applicable' });
  });

  it.each(['', ' ', '　', '\u00a0', '\ufeff'])('reads %j as blank', (raw) => {
    expect(parseNumber(raw)).toEqual({ kind: 'blank' });
  });

  it.each([
    '≥10',
    '>10',
    '超过10',
    '超3000亿元',
    '10左右',
    '约10',
    '10以上',
    '不低于10%',
    '10-12',
    '10~12',
    '10～12',
    '10至12',
    '1-2家',
    '10%-12%',
  ])('reads %j as worded with a bound', (raw) => {
    expect(parseNumber(raw)).toEqual({ kind: 'bound' });
  });

  it.each([
    '9,99',
    '1,23,456',
    '12,34.5',
    '1 23',
    'abc',
    '1e5',
    '1.5E+05',
    '12..3',
    '5.',
    '(123)',
    '12.3p',
    '１.２.３',
    '①',
    '￥5',
    '12万万',
  ])('never turns %j into a number', (raw) => {
    expect(parseNumber(raw)).toEqual({ kind: 'not_a_number' });
  });

  it.each(['=1+1', '@SUM(A1)', '+A1', '＝1+1'])('sees a formula in %j', (raw) => {
    expect(parseNumber(raw)).toEqual({ kind: 'formula' });
  });

  it('sees damaged characters', () => {
    expect(parseNumber('12\ufffd')).toEqual({ kind: 'undecodable' });
  });
});
