import { describe, expect, it } from 'vitest';
import { cellUnit, convertUnit, parseUnit, type Unit } from '../../../core/csv/unit.ts';
import { dataset } from './seedDataset.ts';

const unit = (text: string): Unit => {
  const parsed = parseUnit(text);
  if (parsed === null) throw new Error(`no unit: ${text}`);
  return parsed;
};

describe('convertUnit', () => {
  it.each([
    ['130000000', '万元', '亿元', '13000.0000'],
    ['1.55', '万亿元', '亿元', '15500'],
    ['1.55', '万亿', '亿元', '15500'],
    ['5', '亿元', '亿元', '5'],
    ['0', '元', '亿元', '0.00000000'],
    ['-5', '万元', '亿元', '-0.0005'],
    ['3', '千元', '万元', '0.3'],
    ['992.1', '万户', '万户', '992.1'],
    ['9921000', '户', '万户', '992.1000'],
    ['1.2', '亿人', '万人', '12000'],
    ['12.3', '%', '%', '12.3'],
    ['0.5', '个百分点', '％', '0.5'],
    ['12.3', '%', '', '0.123'],
    ['1500', '米', '公里', '1.500'],
    ['49504', '家', '个', '49504'],
    ['12', '件', '项', '12'],
    ['3', '亿户', '亿', '3'],
  ])('%s %s is in %s: %s', (value, from, to, result) => {
    expect(convertUnit(value, unit(from), unit(to))).toBe(result);
  });

  it.each([
    ['台', '亿元'],
    ['%', '亿元'],
    ['亿元', '%'],
    ['万', '%'],
    ['台', '家'],
    ['人', '万户'],
    ['公里', '亿元'],
  ])('%s does not fit %s', (from, to) => {
    expect(convertUnit('1', unit(from), unit(to))).toBeNull();
  });
});

describe('parseUnit', () => {
  it.each(['没有这个', 'abc', '万万', '亿亿元', '万%'])('knows no unit in %j', (text) => {
    expect(parseUnit(text)).toBeNull();
  });

  it.each([
    ['（亿元）', 'money', 8],
    ['亿 元', 'money', 8],
    ['CNY 100 million', 'money', 8],
    ['台（套）', 'count', 0],
    ['万人次', 'visits', 4],
  ])('reads %j', (text, dimension, shift) => {
    expect(parseUnit(text)).toMatchObject({ dimension, shift });
  });
});

it('knows the unit of every indicator', () => {
  for (const { unit: text } of dataset.indicators) expect(convertUnit('1.5', unit(text), unit(text)), text).toBe('1.5');
});

describe('cellUnit', () => {
  it('takes what stands after the number before what the column says', () => {
    expect(cellUnit(unit('万元'), unit('亿元'), unit('亿元'))).toMatchObject({ shift: 4 });
  });

  it('reads 1.55万亿 under 亿元 as 万亿元', () => {
    expect(cellUnit(unit('万亿'), unit('亿元'), unit('亿元'))).toMatchObject({ dimension: 'money', shift: 12 });
  });

  it('refuses 1.2万 under 亿元, which could mean either', () => {
    expect(cellUnit(unit('万'), unit('亿元'), unit('亿元'))).toBeNull();
  });

  it('refuses % under 亿元', () => {
    expect(cellUnit(unit('%'), unit('亿元'), unit('%'))).toBeNull();
  });

  it('falls back to the unit of the indicator', () => {
    expect(cellUnit(null, null, unit('亿元'))).toEqual(unit('亿元'));
  });
});
