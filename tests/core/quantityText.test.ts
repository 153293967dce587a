import { expect, it } from 'vitest';
import { figureBoundText, targetBoundText, toleranceText } from '../../core/boundText.ts';
import { differenceText, quantityText } from '../../core/quantityText.ts';

it.each([
  ['13000', '亿元', '13000亿元', '1,300 billion yuan'],
  ['14386.3', '亿元', '14386.3亿元', '1,438.63 billion yuan'],
  ['15', '亿元', '15亿元', '1.5 billion yuan'],
  ['0', '亿元', '0亿元', '0 billion yuan'],
  ['3.20', '%', '3.20%', '3.20%'],
  ['10', '万家', '10万家', '100,000'],
  ['2500', '个', '2500个', '2,500'],
  ['105', '指数', '105', '105'],
  ['1.3', '', '1.3', '1.3'],
  ['18', '个月', '18个月', '18 months'],
  ['-2.5', '%', '-2.5%', '-2.5%'],
])('%s %s is %s, %s', (value, unit, zh, en) => {
  expect([quantityText(value, unit, 'zh'), quantityText(value, unit, 'en')]).toEqual([zh, en]);
});

it('a difference of percentages is in percentage points', () => {
  expect([differenceText('0.2', '%', 'zh'), differenceText('0.2', '%', 'en')]).toEqual([
    '0.2个百分点',
    '0.2 percentage points',
  ]);
  expect(differenceText('20', '亿元', 'zh')).toBe('20亿元');
});

it.each([
  ['eq', '10%', '10%', '10%', '10%'],
  ['gt', '超过10%', '超过10%', 'over 10%', 'more than 10%'],
  ['ge', '10%以上', '10%以上', 'at least 10%', 'at least 10%'],
  ['approx', '约10%', '10%左右', 'about 10%', 'about 10%'],
  ['le', '不超过10%', '不高于10%', 'at most 10%', 'at most 10%'],
  ['lt', '低于10%', '低于10%', 'under 10%', 'less than 10%'],
] as const)('the words for %s', (bound, figureZh, targetZh, figureEn, targetEn) => {
  expect([figureBoundText('10%', bound, 'zh'), targetBoundText('10%', bound, 'zh')]).toEqual([figureZh, targetZh]);
  expect([figureBoundText('10%', bound, 'en'), targetBoundText('10%', bound, 'en')]).toEqual([figureEn, targetEn]);
});

it('a range names both ends', () => {
  expect(targetBoundText('4个', 'range', 'zh', '3')).toBe('3—4个');
  expect(targetBoundText('4', 'range', 'en', '3')).toBe('3–4');
});

it('the tolerance is printed, on both sides where it holds there', () => {
  expect(toleranceText('0.35个百分点', false, 'zh')).toBe('容差0.35个百分点');
  expect(toleranceText('0.25', true, 'en')).toBe('tolerance ±0.25');
});
