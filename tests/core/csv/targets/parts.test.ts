import { describe, expect, it } from 'vitest';
import { boundOf, type BoundWord } from '../../../../core/csv/targets/boundOf.ts';
import { documentReader } from '../../../../core/csv/targets/document.ts';
import { parseLocator } from '../../../../core/csv/targets/locator.ts';
import { parsePeriod, periodOfTitle } from '../../../../core/csv/targets/period.ts';
import { parseTargetKind } from '../../../../core/csv/targets/targetKind.ts';
import { dataset } from '../seedDataset.ts';

describe('several words about one number', () => {
  it.each<[BoundWord[], string | null]>([
    [[], 'eq'],
    [['eq', 'ge'], 'ge'],
    [['ge', 'eq'], 'ge'],
    [['gt', 'ge'], 'gt'],
    [['le', 'lt'], 'lt'],
    [['kept', 'le'], 'le'],
    [['kept', 'approx'], 'approx'],
    [['kept'], null],
    [['kept', 'ge'], null],
    [['gt', 'le'], null],
    [['approx', 'gt'], null],
  ])('%j: %s', (words, bound) => expect(boundOf(words)).toBe(bound));
});

describe('the document of a target', () => {
  const read = documentReader(dataset.sources);

  it.each([
    ['江苏省“十四五”数字经济发展规划', 'js-145-digital-economy'],
    ['江苏省"十四五"数字经济发展规划', 'js-145-digital-economy'],
    ['《江苏省「十四五」数字经济发展规划》', 'js-145-digital-economy'],
    ['js-145-digital-economy', 'js-145-digital-economy'],
    ['江苏省制造业智能化改造和数字化转型三年行动计划(2022—2024年)', 'js-smart-transformation-2022-2024'],
    ['贵州省 2022年 政府工作报告', 'gwr-2022-520000'],
  ])('%s is %s', (raw, source) => expect(read(raw)).toEqual({ kind: 'document', source, near: false }));

  it.each([
    ['江苏省十四五数字经济发展规划', 'js-145-digital-economy'],
    ['江苏省制造业智能化改造和数字化转型三年行动计划', 'js-smart-transformation-2022-2024'],
    ['江苏省数字经济加速行动实施方案（试行）', 'js-digital-economy-acceleration'],
  ])('%s is near %s', (raw, source) => expect(read(raw)).toEqual({ kind: 'document', source, near: true }));

  it.each(['', '江苏省2019年政府工作报告', '某省“十四五”数字经济发展规划', '规划'])('%j is unknown', (raw) =>
    expect(read(raw).kind).toBe('unknown'),
  );

  it('suggests titles like it, and takes none of them', () => {
    expect(read('江苏省2023年政府工作报告')).toMatchObject({
      candidates: expect.arrayContaining(['江苏省2022年政府工作报告']),
    });
    expect(read('完全无关的一份文件名称')).toEqual({ kind: 'unknown', candidates: [] });
  });
});

describe('page, period and kind', () => {
  it.each([
    ['118', '第118页'],
    ['１１８', '第118页'],
    ['第118页', '第118页'],
    ['P118', '第118页'],
    ['p. 118', '第118页'],
    ['118—119', '第118-119页'],
    ['第五部分 优先行动', '第五部分 优先行动'],
  ])('page %s is %s', (raw, locator) => expect(parseLocator(raw)).toBe(locator));

  it.each([
    ['2021-2025', [2021, 2025]],
    ['2021—2025年', [2021, 2025]],
    ['２０２１至２０２５年', [2021, 2025]],
    ['“十四五”时期', [2021, 2025]],
    ['十五五', [2026, 2030]],
    ['2022年', [2022, 2022]],
    ['2025-2021', null],
    ['近期', null],
  ])('period %s is %j', (raw, years) => {
    const period = parsePeriod(raw);
    expect(period === null ? null : [period.from, period.to]).toEqual(years);
  });

  it('takes a period from a title only when the year lies in it', () => {
    expect(periodOfTitle('江苏省“十四五”数字经济发展规划', 2025)).toEqual({ from: 2021, to: 2025 });
    expect(periodOfTitle('行动计划（2022-2024年）', 2024)).toEqual({ from: 2022, to: 2024 });
    expect(periodOfTitle('行动计划（2022-2024年）', 2025)).toBeNull();
    expect(periodOfTitle('江苏省2022年政府工作报告', 2022)).toBeNull();
  });

  it.each([
    ['累计', 'cumulative'],
    ['average_growth', 'average_growth'],
    ['年均增速', 'average_growth'],
    ['每年新增', 'yearly_flow'],
    ['大概', null],
  ])('kind %s is %s', (raw, kind) => expect(parseTargetKind(raw)).toBe(kind));
});
