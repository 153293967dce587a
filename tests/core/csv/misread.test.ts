import { describe, expect, it } from 'vitest';
import { problemText } from '../../../core/csv/problemText.ts';
import { severityOf } from '../../../core/csv/fileProblem.ts';
import type { ImportMapping } from '../../../core/csv/reading.ts';
import { titleYears } from '../../../core/csv/titleYears.ts';
import { check, checkRows, dataset, names } from './seedDataset.ts';
import { readTable } from '../../../core/csv/table.ts';
import { checkReading } from '../../../core/csv/check.ts';

type Result = ReturnType<typeof checkRows>;
const years = (result: Result) => [...new Set(result.checked.changes.map(({ entry }) => entry.year))];
const cells = (result: Result) =>
  result.checked.changes.map(({ entry }) => [entry.region, entry.indicator, entry.year, entry.value]);
const problems = (result: Result, severity = 'error') =>
  result.checked.problems
    .filter((problem) => severityOf(problem) === severity)
    .map(({ code, row, column, detail }) => [code, row, column, detail['reason'] ?? detail['what'] ?? null]);
const sentences = (result: Result) =>
  result.checked.problems.map((problem) => problemText(problem, dataset).message.zh);

describe('the year of a table from its title', () => {
  const table = (...titles: string[]) => [
    ...titles.map((title) => [title, '']),
    ['地区', '软件业务收入（亿元）'],
    ['江苏', '15000'],
  ];

  it.each([
    ['the year of a title', ['2024年各省软件业务收入'], 2024],
    ['of a year with a document dated otherwise', ['2024年各省软件业务收入', '制表时间：2025年6月'], 2024],
    ['beside a yearbook', ['江苏统计年鉴2025', '2024年各省软件业务收入'], 2024],
    ['beside a yearbook in the same line', ['2024年各省软件业务收入（《中国统计年鉴2025》）'], 2024],
    ['of all twelve months', ['2024年1—12月软件业务收入'], 2024],
    ['of the end of a year', ['截至2024年12月31日'], 2024],
    ['a person says it', ['2024年1-11月软件业务收入'], 2024, { year: 2024 }],
  ] as [string, string[], number, ImportMapping?][])('is %s', (_, titles, year, mapping = {}) => {
    const result = checkRows(table(...titles), mapping);
    expect(problems(result)).toEqual([]);
    expect(years(result)).toEqual([year]);
  });

  it.each([
    '中国统计年鉴2025',
    '制表时间：2025年6月',
    '制表：江苏省统计局 2025年',
    '导出日期：2026年3月5日',
    '打印于2025年',
    '下载时间2025年',
    '数据来源：《中国统计年鉴2025》',
    '更新：2025年',
    'Source: China Statistical Yearbook 2025',
  ])('is not taken from %j', (title) => {
    const result = checkRows(table(title));
    expect(problems(result)).toEqual([['bad_header', 2, null, 'no_year']]);
    expect(result.checked.changes).toEqual([]);
  });

  it.each([
    ['时间：2024年1-11月', '2024年1-11月'],
    ['2024年1—11月各省软件业务收入', '2024年1—11月'],
    ['2024年上半年各省软件业务收入', '2024年上半年'],
    ['2024年前三季度', '2024年前三季度'],
    ['2024年第一季度', '2024年第一季度'],
    ['2024年11月', '2024年11月'],
    ['二是：２０２４年１至６月', '2024年1至6月'],
    ['Software revenue, January-November 2024', 'November 2024'],
  ])('%j is no whole year', (title, text) => {
    const result = checkRows(table(title));
    expect(problems(result)).toEqual([['bad_year', 1, 'A', 'part']]);
    expect(sentences(result)).toContain(`「${text}」不是全年数`);
    expect(result.checked.changes).toEqual([]);
  });

  it('a part of a year contradicts the same year without it', () => {
    const result = checkRows(table('2024年软件业务收入', '时间：2024年1-11月'));
    expect(problems(result)).toEqual([['bad_year', 2, 'A', 'part']]);
  });

  it('two years are told, and nothing is chosen', () => {
    const result = checkRows(table('2024年软件业务收入', '（2025年）'));
    expect(problems(result)).toEqual([['bad_header', 3, null, 'two_years']]);
    expect(sentences(result)).toContain('标题里有两个年份：2024、2025');
  });

  it('a part of a year over columns of years is to be confirmed', () => {
    const result = checkRows([
      ['软件业务收入', '2024年1-11月'],
      ['地区', '2024年'],
      ['江苏', '15000'],
    ]);
    expect(problems(result, 'confirm')).toEqual([['definition_changed', 1, 'B', 'part']]);
  });

  it.each([
    ['2024年', [2024], 0],
    ['2016-2024年', [], 0],
    ['2024年1-2月', [], 1],
    ['2024年度', [2024], 0],
    ['（2024年）', [2024], 0],
    ['2024年末常住人口', [2024], 0],
    ['', [], 0],
    ['12024年', [], 0],
  ])('%j names %j', (text, whole, parts) => {
    const found = titleYears(text);
    expect(found.years).toEqual(whole);
    expect(found.parts).toHaveLength(parts);
  });
});

describe('what a title line was used for is told', () => {
  it('indicator, year and unit, and nothing of other lines', () => {
    const result = checkRows([
      ['省统计局', ''],
      ['2025年各省软件业务收入', ''],
      ['单位：万元', ''],
      ['地区', '数值'],
      ['江苏', '170000000'],
    ]);
    expect(sentences(result).slice(0, 3)).toEqual([
      '不是数据行，已放在一边：省统计局',
      '标题行，用来确定年份（2025）、指标（软件业务收入）：2025年各省软件业务收入',
      '标题行，用来确定单位（万元）：单位：万元',
    ]);
  });

  it('a year the columns name themselves is not', () => {
    const result = checkRows([
      ['2025年软件业务收入', ''],
      ['地区', '2025年'],
      ['江苏', '17000'],
    ]);
    expect(sentences(result)[0]).toBe('标题行，用来确定指标（软件业务收入）：2025年软件业务收入');
  });
});

describe('two columns of regions', () => {
  it.each([
    [
      'years side by side, each in its own order',
      [
        ['指标：软件业务收入', '', '', '', ''],
        ['位次', '地区', '2024年', '地区', '2023年'],
        ['1', '北京', '31163', '北京', '26693'],
        ['2', '广东', '22752', '江苏', '14386'],
      ],
      [['bad_header', 2, 'D', 'two_regions']],
    ],
    [
      'indicators side by side',
      [
        ['2024年', '', '', ''],
        ['省份', '软件业务收入', '省份', '地区生产总值'],
        ['北京', '31163', '广东', '141488'],
      ],
      [['bad_header', 2, 'C', 'two_regions']],
    ],
    [
      'halves side by side, the right one shorter',
      [
        ['地区', '2024年软件业务收入', '地区', '2024年软件业务收入'],
        ['北京', '31163', '贵州', '1008'],
        ['天津', '3454', '', ''],
      ],
      [['bad_header', 1, 'C', 'two_regions']],
    ],
    [
      'the second under a name of its own',
      [
        ['指标：软件业务收入', '', '', ''],
        ['地区', '2024年', '去年名单', '2023年'],
        ['北京', '31163', '北京', '26693'],
        ['广东', '22752', '江苏', '14386'],
      ],
      [['bad_header', 2, 'C', 'two_regions']],
    ],
  ])('%s are refused', (_, rows, found) => {
    const result = checkRows(rows);
    expect(problems(result)).toEqual(found);
    expect(result.checked.changes).toEqual([]);
  });

  it('zones before provinces yield to them', () => {
    const result = checkRows([
      ['区域', '省份', '2025年软件业务收入'],
      ['东部', '江苏', '17000'],
      ['西部', '重庆', '3600'],
    ]);
    expect(cells(result)).toEqual([
      ['320000', 'software-revenue', 2025, '17000'],
      ['500000', 'software-revenue', 2025, '3600'],
    ]);
  });

  it('the same regions in two languages are one', () => {
    const result = checkRows([
      ['地区', 'region', '2025年软件业务收入'],
      ['江苏', 'Jiangsu', '17000'],
    ]);
    expect(problems(result)).toEqual([]);
    expect(cells(result)).toHaveLength(1);
  });

  it('a person says which one holds', () => {
    const rows = [
      ['省份', '软件业务收入', '省份'],
      ['北京', '31163', '广东'],
    ];
    const result = checkRows(rows, { year: 2025, columns: { C: { role: 'ignored' } } });
    expect(cells(result)).toEqual([['110000', 'software-revenue', 2025, '31163']]);
  });
});

describe('a code beside a name', () => {
  const rows = (...pairs: [string, string][]) => [
    ['地区代码', '地区', '年份', '指标', '数值'],
    ...pairs.map(([code, name]) => [code, name, '2024', '软件业务收入', '15000']),
  ];

  it('that means another region is an error of its row', () => {
    const result = checkRows(rows(['110000', '广东'], ['320000', '江苏']));
    expect(problems(result)).toEqual([['unknown_region', 2, 'A', 'code']]);
    expect(sentences(result)).toContain('代码 110000 是北京，同一行的地区却写着“广东”');
    expect(cells(result)).toEqual([['320000', 'software-revenue', 2024, '15000']]);
  });

  it.each([
    ['as a number with a decimal', '320000.0', '江苏'],
    ['that is empty', '', '江苏'],
    ['that is no code of a province', 'JS-01', '江苏'],
  ])('%s is no contradiction', (_, code, name) => {
    expect(problems(checkRows(rows([code, name])))).toEqual([]);
  });

  it('reads six digits with .0 as a code', () => {
    const result = checkRows([
      ['地区代码', '年份', '软件业务收入'],
      ['320000.0', '2024.0', '15000'],
    ]);
    expect(cells(result)).toEqual([['320000', 'software-revenue', 2024, '15000']]);
  });
});

describe('lines inside a table', () => {
  const header = ['地区', '软件业务收入', '地区生产总值'];
  const top = (...middle: string[][]) => [
    ['2024年', '', ''],
    ['单位：亿元', '', ''],
    header,
    ['北京', '31163', '49670'],
    ...middle,
    ['贵州', '1008', '22645'],
  ];

  it.each([
    ['another unit', [['续表', '', ''], ['单位：万元', '', ''], header], 6],
    ['续表 and another unit in one row', [['续表', '', '单位：万元'], header], 5],
    ['a unit over the names, and the columns swapped', [['单位：亿元', '地区生产总值', '软件业务收入']], 5],
    [
      'other columns',
      [
        ['续表', '', ''],
        ['地区', '年末常住人口', '城镇人口'],
      ],
      6,
    ],
    ['an empty corner over other columns', [['', '年末常住人口', '城镇人口']], 5],
    ['another year', [['续表 2023年', '', ''], header], 5],
    ['a part of a year', [['2024年1-6月', '', '']], 5],
  ])('%s begins another table', (_, middle, row) => {
    const result = checkRows(top(...middle));
    expect(problems(result)).toEqual([['bad_header', row, null, 'other_table']]);
    expect(sentences(result).join()).toContain(`第 ${row} 行起是另一张表`);
    expect(cells(result).map(([region]) => region)).toEqual(['110000', '110000']);
  });

  it.each([
    [
      'the same header again',
      [
        ['续表', '', ''],
        ['地 区', '软件业务收入', '地区生产总值'],
      ],
    ],
    ['the same unit again', [['续表', '', '单位：亿元'], header]],
    ['a note', [['注：2023年的单位：万元', '', '']]],
    ['an office', [['单位：省统计局', '', '']]],
  ])('%s does not', (_, middle) => {
    const result = checkRows(top(...middle));
    expect(problems(result)).toEqual([]);
    expect(cells(result)).toHaveLength(4);
  });

  it('a unit below a table that names none holds for it', () => {
    const rows = [
      ['2025年', ''],
      ['地区', '软件业务收入'],
      ['江苏', '170000000'],
      ['单位：万元', ''],
    ];
    const result = checkRows(rows);
    expect(cells(result).map(([, , , value]) => Number(value))).toEqual([17000]);
    expect(sentences(result)).toContain('标题行，用来确定单位（万元）：单位：万元');
  });

  it('a unit below a table that names another is refused', () => {
    const rows = [
      ['地区', '2025年软件业务收入（亿元）'],
      ['江苏', '17000'],
      ['单位：万元', ''],
    ];
    expect(problems(checkRows(rows))).toEqual([['bad_header', 3, null, 'other_unit']]);
  });

  it('two header rows again are set aside', () => {
    const rows = [
      ['地区', '软件业务收入', ''],
      ['', '2023年', '2024年'],
    ];
    const result = checkRows([...rows, ['北京', '26693', '31163'], ['续表', '', ''], ...rows, ['江苏', '1', '2']]);
    expect(problems(result)).toEqual([]);
    expect(cells(result)).toHaveLength(4);
  });

  it('who signed below is no region', () => {
    const result = checkRows([
      ['地区', '2025年软件业务收入'],
      ['江苏', '17000'],
      ['审核人：张三', '填报日期：2026年3月'],
    ]);
    expect(problems(result)).toEqual([]);
  });
});

describe('figures that need a look', () => {
  const asked = (rows: string[][]) => problems(checkRows(rows), 'confirm');

  it('a released figure of a derived indicator unlike its formula', () => {
    const header = ['地区', '2024年软件业务收入相当于GDP比例（%）'];
    expect(asked([header, ['广东', '1.08']])).toEqual([['implausible_change', 2, 'B', 'computed']]);
    expect(asked([header, ['广东', '16.1']])).toEqual([]);
    expect(asked([header, ['广东', '16.09']])).toEqual([]);
    expect(sentences(checkRows([header, ['广东', '1.08']]))).toContain(
      '广东：1.08 与按公式计算的 16.08 不符，写入后将代替计算值',
    );
  });

  it.each([
    ['0 after a positive year', '软件业务收入', '江苏', '2025', '0', ['zero']],
    ['0 over a positive figure', '软件业务收入', '江苏', '2024', '0.00', ['zero']],
    ['0 where nothing was', '软件业务收入', '西藏', '2025', '0', []],
    ['growth of 0', '软件业务收入增速', '江苏', '2025', '0', []],
  ])('%s', (_, indicator, region, year, value, found) => {
    const rows = [
      ['地区', '年份', '指标', '数值'],
      [region, year, indicator, value],
    ];
    expect(asked(rows).map(([, , , reason]) => reason)).toEqual(found);
  });

  it('a factor of some ten thousand is a slip of the unit and told in words', () => {
    const result = checkRows([
      ['地区', '年份', '指标', '数值'],
      ['江苏', '2025', '软件业务收入', '165000000'],
    ]);
    expect(sentences(result)).toContain('江苏：165000000 是上年的约1.1万倍，可能是单位写错');
    expect(sentences(result).join()).not.toMatch(/\de\+/);
  });
});

describe('years that cannot be', () => {
  const on = (rows: string[][]) => {
    const reading = readTable(rows, names);
    return { reading, checked: checkReading(reading, dataset, names, {}, '2026-11-25') };
  };

  it.each([
    [
      'a row of a later year',
      [
        ['地区', '年份', '软件业务收入'],
        ['江苏', '2027', '17000'],
      ],
      [['bad_year', 2, 'B', 'future']],
    ],
    [
      'a row before the first year',
      [
        ['地区', '年份', '软件业务收入'],
        ['江苏', '1977', '1'],
      ],
      [['bad_year', 2, 'B', 'early']],
    ],
    [
      'a column of a later year, once',
      [
        ['地区', '2099年软件业务收入'],
        ['江苏', '17000'],
        ['浙江', '13000'],
      ],
      [['bad_year', 1, 'B', 'future']],
    ],
    [
      'a title of a later year, once',
      [
        ['2027年', ''],
        ['地区', '软件业务收入'],
        ['江苏', '17000'],
        ['浙江', '13000'],
      ],
      [['bad_year', 1, null, 'future']],
    ],
    [
      'the current year',
      [
        ['地区', '年份', '软件业务收入'],
        ['江苏', '2026', '17000'],
      ],
      [],
    ],
    [
      'the first year',
      [
        ['地区', '年份', '软件业务收入'],
        ['江苏', '1978', '1'],
      ],
      [],
    ],
  ])('%s', (_, rows, found) => {
    const result = on(rows);
    expect(problems(result)).toEqual(found);
    expect(result.checked.changes).toHaveLength(found.length === 0 ? 1 : 0);
  });
});

describe('tables that are told what they seem to be', () => {
  const across = ['北京', '天津', '河北', '山西', '内蒙古'];

  it.each([
    [
      'provinces across',
      [
        ['年份', ...across],
        ['2024', '1', '2', '3', '4', '5'],
      ],
      'transposed',
    ],
    [
      'four provinces across',
      [
        ['', ...across.slice(1)],
        ['2024', '1', '2', '3', '4'],
      ],
      'no_header',
    ],
    ['columns by spaces', [['地区  2024年'], ['北京  31163'], ['天津  3454']], 'one_column'],
    ['words', [['北京 x'], ['没有表格']], 'no_header'],
  ])('%s', (_, rows, reason) => {
    expect(problems(checkRows(rows))).toEqual([['bad_header', null, null, reason]]);
  });

  it.each([
    [
      'a part of a year in the header',
      [
        ['地区', '2024年1-11月软件业务收入'],
        ['江苏', '1'],
      ],
      [['bad_year', 1, 'B', 'part']],
    ],
    [
      'a part of a year in one of the columns',
      [
        ['软件业务收入', '', ''],
        ['地区', '2024年', '2025年上半年'],
        ['江苏', '15444.62777', '8000'],
      ],
      [['bad_year', 2, 'C', 'part']],
    ],
    [
      'a month in a row',
      [
        ['地区', '年份', '软件业务收入'],
        ['江苏', '2025年12月', '1'],
      ],
      [['bad_year', 2, 'B', 'part']],
    ],
  ])('%s', (_, rows, found) => {
    expect(problems(checkRows(rows))).toEqual(found);
  });

  it('an empty name under a merged cell says what to do', () => {
    const result = checkRows([
      ['地区', '年份', '软件业务收入'],
      ['江苏', '2025', '17000'],
      ['', '2026', '18000'],
    ]);
    const [found] = result.checked.problems.filter(({ code }) => code === 'unknown_region');
    expect(found === undefined ? null : problemText(found, dataset).suggestion?.zh).toContain('取消合并并向下填充');
  });

  it.each([
    ['4.81E+06', '科学计数法'],
    ['#DIV/0!', '错误值'],
    ['########', '列宽'],
    ['(3.2)', '负号'],
    ['1.2.3', '请填数值'],
  ])('%j', (raw, hint) => {
    const result = checkRows([
      ['地区', '年份', '软件业务收入'],
      ['江苏', '2025', raw],
    ]);
    const [found] = result.checked.problems;
    expect(found?.code).toBe('not_a_number');
    expect(found === undefined ? null : problemText(found, dataset).suggestion?.zh).toContain(hint);
  });
});

describe('forms that are read', () => {
  it.each([
    [
      'units without brackets under the names',
      [
        ['地区', '2025年软件业务收入'],
        ['', '万元'],
        ['江苏', '170000000'],
      ],
    ],
    [
      'units in a third header row',
      [
        ['地区', '软件业务收入', ''],
        ['', '2025年', '2026年'],
        ['', '（万元）', '（万元）'],
        ['江苏', '170000000', ''],
      ],
    ],
    [
      'an apostrophe before the number',
      [
        ['地区', '2025年软件业务收入'],
        ['江苏', "'17000"],
      ],
    ],
    [
      'a prefecture beside the province',
      [
        ['地区', '2025年软件业务收入'],
        ['江苏', '17000'],
        ['延边州', '3'],
      ],
    ],
  ])('%s', (_, rows) => {
    const result = checkRows(rows);
    expect(problems(result)).toEqual([]);
    const figures = result.checked.changes.filter(({ entry }) => entry.value !== null);
    expect(figures.map(({ entry }) => Number(entry.value))).toEqual([17000]);
  });

  it('columns separated by |', () => {
    const { checked } = check(new TextEncoder().encode('地区|年份|软件业务收入\n江苏|2025|17000\n'));
    expect(checked.changes.map(({ entry }) => entry.value)).toEqual(['17000']);
  });
});
