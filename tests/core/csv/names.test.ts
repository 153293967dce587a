import { describe, expect, it } from 'vitest';
import { isOneEditApart } from '../../../core/csv/editDistance.ts';
import { parseYear } from '../../../core/csv/year.ts';
import { readHeaderCell } from '../../../core/csv/headerCell.ts';
import { dataset, names } from './seedDataset.ts';

describe('regions', () => {
  it('reads every alias of the list as its region, or as a region without statistics', () => {
    for (const { region, alias } of dataset.region_aliases) {
      const match = names.readRegion(alias);
      if (dataset.regionById.get(region)?.has_data === true)
        expect(match, alias).toEqual({ kind: 'region', region, near: false });
      else expect(match, alias).toEqual({ kind: 'out_of_scope', class: 'no_statistics' });
    }
  });

  it.each([
    ['北  京', '110000'],
    ['北　京', '110000'],
    ['内蒙古①', '150000'],
    ['黑龙江省*', '230000'],
    ['#江苏', '320000'],
    ['其中：江苏', '320000'],
    ['inner mongolia', '150000'],
    ['１１００００', '110000'],
    ['吉林', '220000'],
    ['Shaanxi', '610000'],
    ['Shanxi', '140000'],
    ['全国', '100000'],
  ])('reads %j as %s', (raw, region) => {
    expect(names.readRegion(raw)).toEqual({ kind: 'region', region, near: false });
  });

  it.each([
    ['深圳市', 'city'],
    ['大连', 'city'],
    ['吉林市', 'city'],
    ['延边朝鲜族自治州', 'city'],
    ['新疆生产建设兵团', 'corps'],
    ['东部地区', 'zone'],
    ['东 部', 'zone'],
    ['合计', 'sum'],
    ['地方合计', 'sum'],
    ['不分地区', 'other'],
    ['香港', 'no_statistics'],
  ])('knows %j as out of scope (%s)', (raw, group) => {
    expect(names.readRegion(raw)).toEqual({ kind: 'out_of_scope', class: group });
  });

  it('asks for a look at a name that fits only without its punctuation', () => {
    expect(names.readRegion('Inner-Mongolia')).toEqual({ kind: 'region', region: '150000', near: true });
  });

  it('suggests and never guesses, and leaves 山西 and 陕西 to a person', () => {
    expect(names.readRegion('山酉')).toMatchObject({ kind: 'unknown', candidates: ['140000', '370000', '610000'] });
    expect(names.readRegion('江苏生')).toMatchObject({ kind: 'unknown', candidates: ['320000'] });
    expect(names.readRegion('')).toEqual({ kind: 'unknown', candidates: [] });
    expect(names.readRegion('火星')).toEqual({ kind: 'unknown', candidates: [] });
  });
});

describe('indicators', () => {
  it('reads every alias, name and id as its indicator', () => {
    for (const { indicator, alias } of dataset.indicator_aliases) {
      expect(names.readIndicator(alias), alias).toMatchObject({ kind: 'indicator', indicator, near: false });
    }
    for (const { indicator, name_zh, name_en } of dataset.indicators) {
      for (const name of [indicator, name_zh, name_en]) {
        expect(names.readIndicator(name), name).toMatchObject({ kind: 'indicator', indicator, near: false });
      }
    }
  });

  it.each([
    ['软件业务收入 ', 'software-revenue', null],
    ['软件业务收入（亿元）', 'software-revenue', 8],
    ['软件业务收入(万元)', 'software-revenue', 4],
    ['软件业务收入/亿元', 'software-revenue', 8],
    ['#软件业务收入', 'software-revenue', null],
    ['Ｒ＆Ｄ经费投入强度', 'rd-intensity', null],
    ['5G基站数（累计）', '5g-base-stations', null],
    ['5G基站数（累计）（万个）', '5g-base-stations', 4],
    ['企业数（个）', 'surveyed-enterprises', 0],
  ])('reads %j', (raw, indicator, shift) => {
    const match = names.readIndicator(raw);
    expect(match).toMatchObject({ kind: 'indicator', indicator, near: false });
    expect(match.kind === 'indicator' && match.unit !== null ? match.unit.shift : null).toBe(shift);
  });

  it('asks for a look when only the stage of the figure differs', () => {
    expect(names.readIndicator('软件业务收入（快报）')).toMatchObject({ indicator: 'software-revenue', near: true });
  });

  it.each(['没有这个指标', '软件业务', '数字经济', '', '数字经济占GDP比重（核心产业）'])('does not guess %j', (raw) => {
    expect(names.readIndicator(raw).kind).toBe('unknown');
  });
});

describe('headers of figures', () => {
  it.each([
    ['2024年', 2024, null, null],
    ['2024', 2024, null, null],
    ['二〇二四年', 2024, null, null],
    ['2024年（亿元）', 2024, null, 8],
    ['2024年R&D经费投入强度', 2024, 'rd-intensity', null],
    ['R&D经费投入强度(2024年)', 2024, 'rd-intensity', null],
    ['软件业务收入_2024', 2024, 'software-revenue', null],
    ['2024年软件业务收入（亿元）', 2024, 'software-revenue', 8],
    ['软件业务收入2024年（亿元）', 2024, 'software-revenue', 8],
    ['软件\n业务收入\n（亿元）', null, 'software-revenue', 8],
    ['（亿元）', null, null, 8],
    ['比上年增长', null, null, null],
  ])('%j', (text, year, indicator, shift) => {
    const cell = readHeaderCell(text, names.readIndicator);
    expect([cell.year, cell.indicator?.indicator ?? null, cell.unit?.shift ?? null]).toEqual([year, indicator, shift]);
  });
});

describe('years', () => {
  it.each([
    ['2024', 2024],
    ['2024年', 2024],
    ['2024年度', 2024],
    [' ２０２４ ', 2024],
    ['二〇二四年', 2024],
    ['二○二四', 2024],
    ['二零二四年', 2024],
    ['2024.0', 2024],
    ['1949', 1949],
  ])('reads %j', (raw, year) => {
    expect(parseYear(raw)).toBe(year);
  });

  it.each(['', '25', '2024-12-31', 'FY2024', '2024Q1', '2204', '1948', '20244', '2024.5', '二四年'])(
    'refuses %j',
    (raw) => {
      expect(parseYear(raw)).toBeNull();
    },
  );
});

describe('isOneEditApart', () => {
  it.each([
    ['山酉', '山西', true],
    ['江苏', '江苏省', true],
    ['江苏', '江苏', false],
    ['', '', false],
    ['', '京', true],
    ['北京', '京北', false],
    ['abc', 'abxyz', false],
  ])('%j and %j: %s', (a, b, apart) => {
    expect(isOneEditApart(a, b)).toBe(apart);
    expect(isOneEditApart(b, a)).toBe(apart);
  });
});
