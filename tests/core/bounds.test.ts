import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReadings, readFigure, requirementOf, satisfaction, toleranceOf, towards } from '../../core/bounds.ts';
import { subtractDecimals } from '../../core/decimal.ts';
import type { Direction } from '../../core/indicator.ts';
import type { Bound } from '../../core/observation.ts';

const asks = (
  bound: Bound,
  value: string,
  direction: Direction = 'higher',
  wording = '',
  value_to: string | null = null,
) => requirementOf({ bound, value, value_to, wording_zh: wording }, direction);
const v = (value: string, bound: Bound = 'eq') => readFigure(value, bound);

describe('a plain figure against a bound', () => {
  it.each([
    ['gt', '10', '10.1', 'satisfied'],
    ['gt', '10', '10.0', 'undetermined'],
    ['gt', '10', '10', 'undetermined'],
    ['gt', '10', '9.9', 'not_satisfied'],
    ['gt', '10.3', '10', 'undetermined'],
    ['gt', '10.5', '10', 'not_satisfied'],
    ['gt', '0', '0.0', 'undetermined'],
    ['gt', '0', '-1', 'not_satisfied'],
    ['ge', '10', '10.0', 'satisfied'],
    ['ge', '10', '9.9', 'not_satisfied'],
    ['ge', '0', '0', 'satisfied'],
    ['ge', '-5', '-5.00', 'satisfied'],
    ['eq', '10', '11', 'satisfied'],
    ['eq', '10', '10.00', 'satisfied'],
    ['eq', '10', '9.99', 'not_satisfied'],
    ['approx', '7', '7', 'satisfied'],
    ['approx', '7', '6.9', 'not_satisfied'],
    ['le', '1.4', '1.4', 'satisfied'],
    ['le', '1.4', '1.41', 'not_satisfied'],
    ['lt', '1.3', '1.29', 'satisfied'],
    ['lt', '1.3', '1.30', 'undetermined'],
    ['lt', '1.3', '1.31', 'not_satisfied'],
    ['range', '3', '3', 'satisfied'],
    ['range', '3', '2', 'not_satisfied'],
  ] as const)('%s %s: %s is %s', (bound, target, figure, expected) => {
    expect(satisfaction(v(figure), asks(bound, target, 'higher', '', '4'))).toBe(expected);
  });
});

describe('a figure published with a bound is an interval', () => {
  it.each([
    ['6000', 'gt', 'ge', '7000', 'not_satisfied'],
    ['6000', 'gt', 'ge', '6000', 'satisfied'],
    ['6000', 'gt', 'ge', '6500', 'undetermined'],
    ['50', 'gt', 'gt', '50', 'satisfied'],
    ['50', 'ge', 'gt', '50', 'undetermined'],
    ['50', 'ge', 'ge', '50', 'satisfied'],
    ['50', 'ge', 'ge', '60', 'not_satisfied'],
    ['49', 'gt', 'ge', '50', 'not_satisfied'],
    ['2', 'gt', 'ge', '2.09', 'undetermined'],
    ['2.50', 'gt', 'ge', '2.6', 'not_satisfied'],
    ['1.4', 'le', 'le', '1.4', 'satisfied'],
    ['1.4', 'lt', 'lt', '1.4', 'satisfied'],
    ['1.4', 'le', 'lt', '1.4', 'undetermined'],
    ['1.5', 'lt', 'le', '1.4', 'not_satisfied'],
    ['1.5', 'le', 'le', '1.45', 'undetermined'],
    ['0', 'gt', 'gt', '0', 'satisfied'],
    ['3.38', 'approx', 'eq', '3.2', 'satisfied'],
    ['3.38', 'approx', 'eq', '3.39', 'not_satisfied'],
    ['10', 'approx', 'gt', '10', 'undetermined'],
  ] as const)('%s (%s) against %s %s is %s', (figure, wording, bound, target, expected) => {
    expect(satisfaction(v(figure, wording), asks(bound, target))).toBe(expected);
  });

  it('keeps all that is known when figures are added', () => {
    const sum = addReadings(v('100', 'gt'), v('23.5'));
    expect(sum).toEqual({
      value: '123.5',
      interval: { low: '123.5', lowClosed: false, high: '223.5', highClosed: false },
      unit: '1',
    });
  });
});

describe('direction', () => {
  it.each([
    ['eq', 'lower', { operator: 'le', value: '5' }],
    ['approx', 'lower', { operator: 'le', value: '5' }],
    ['range', 'lower', { operator: 'le', value: '8' }],
    ['range', 'higher', { operator: 'ge', value: '5' }],
    ['gt', 'lower', { operator: 'gt', value: '5' }],
    ['le', 'higher', { operator: 'le', value: '5' }],
    ['eq', 'none', { operator: 'ge', value: '5' }],
  ] as const)('%s is read for %s as %o', (bound, direction, expected) => {
    expect(asks(bound, '5', direction, '', '8')).toEqual(expected);
  });

  it('says where a requirement leads', () => {
    expect([towards(asks('gt', '5')), towards(asks('eq', '5', 'lower'))]).toEqual([1, -1]);
    expect(towards(asks('approx', '5', 'lower', '控制在5%左右'))).toBeNull();
  });

  it('mirrors: what satisfies a target upwards satisfies the negated target downwards', () => {
    const number = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.boolean()).map(([n, d]) => (d ? `${n}.0` : `${n}`));
    const mirror = { eq: 'eq', approx: 'approx', gt: 'lt', ge: 'le', le: 'ge', lt: 'gt' } as const;
    const bound = fc.constantFrom('eq', 'approx', 'gt', 'ge', 'le', 'lt');
    const negated = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);
    fc.assert(
      fc.property(number, bound, number, bound, (figure, wording, target, asked) => {
        expect(satisfaction(v(negated(figure), mirror[wording]), asks(mirror[asked], negated(target), 'lower'))).toBe(
          satisfaction(v(figure, wording), asks(asked, target, 'higher')),
        );
      }),
    );
  });
});

describe('tolerance', () => {
  it.each([
    { name: '5 % of the target', target: '7', baseline: null, expected: '0.35' },
    { name: 'never more than half of the way', target: '7', baseline: '6.5', expected: '0.25' },
    { name: 'none when the baseline is the target', target: '7', baseline: '7', expected: '0' },
    { name: 'not negative below zero', target: '-8', baseline: null, expected: '0.4' },
    { name: 'half of the way down', target: '10', baseline: '10.4', expected: '0.2' },
    { name: 'a target of zero has none', target: '0', baseline: null, expected: '0' },
  ])('$name', ({ target, baseline, expected }) => {
    expect(Number(subtractDecimals(toleranceOf(target, baseline), expected))).toBe(0);
  });

  it.each([
    ['6.7', 'satisfied'],
    ['6.65', 'satisfied'],
    ['6.6', 'not_satisfied'],
  ])('7%%左右 with 0.35: %s is %s', (figure, expected) => {
    expect(satisfaction(v(figure), asks('approx', '7'), '0.35')).toBe(expected);
  });

  it.each([
    ['4.7', 'not_satisfied'],
    ['4.75', 'satisfied'],
    ['5.25', 'satisfied'],
    ['5.3', 'not_satisfied'],
  ])('控制在5%%左右 holds from both sides: %s is %s', (figure, expected) => {
    expect(satisfaction(v(figure), asks('approx', '5', 'lower', '控制在5%左右'), '0.25')).toBe(expected);
  });

  it('cannot tell when an interval leaves the band', () => {
    expect(satisfaction(v('5', 'gt'), asks('approx', '5', 'lower', '控制在5%左右'), '0.25')).toBe('undetermined');
  });
});
