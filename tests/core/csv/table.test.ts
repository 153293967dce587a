import { describe, expect, it } from 'vitest';
import { severityOf } from '../../../core/csv/fileProblem.ts';
import { columnIndex, columnLetter } from '../../../core/csv/columnLetter.ts';
import { detectDelimiter } from '../../../core/csv/detectDelimiter.ts';
import { splitRows, splitRowsInSlices } from '../../../server/import/splitRows.ts';
import { checkRows, dataset, fixture, check } from './seedDataset.ts';

const figures = (result: ReturnType<typeof checkRows>) =>
  result.checked.changes.map(({ entry }) => [
    entry.row,
    entry.column.letter,
    entry.region,
    entry.indicator,
    entry.year,
    entry.value,
  ]);
const blocking = (result: ReturnType<typeof checkRows>) =>
  result.checked.problems
    .filter((problem) => severityOf(problem) === 'error')
    .map(({ code, row, column, detail }) => [code, row, column, detail['reason'] ?? null]);

describe('layouts', () => {
  it('reads a long table with English headers', () => {
    const result = checkRows([
      ['region', 'indicator', 'year', 'value'],
      ['Jiangsu', 'software-revenue', '2025', '100'],
    ]);
    expect(result.reading.layout).toBe('long');
    expect(figures(result)).toEqual([[2, 'D', '320000', 'software-revenue', 2025, '100']]);
  });

  it('takes the indicator of a table by years from its title', () => {
    const result = checkRows([
      ['各省软件业务收入情况（单位：万元）', '', ''],
      ['地区', '2025年', '2026年'],
      ['江苏', '1000000', '2000000'],
    ]);
    expect(figures(result)).toEqual([
      [3, 'B', '320000', 'software-revenue', 2025, '100.0000'],
      [3, 'C', '320000', 'software-revenue', 2026, '200.0000'],
    ]);
  });

  it('takes indicator and year from the person where the file has neither', () => {
    const rows = [
      ['地区', '数值'],
      ['江苏', '100'],
    ];
    expect(figures(checkRows(rows, { indicator: 'software-revenue', year: 2025 }))).toEqual([
      [2, 'B', '320000', 'software-revenue', 2025, '100'],
    ]);
    expect(blocking(checkRows(rows, { indicator: 'software-revenue' }))).toEqual([['bad_header', 1, null, 'no_year']]);
    expect(blocking(checkRows(rows, { year: 2025 }))).toEqual([['bad_header', 1, null, 'no_indicator']]);
  });

  it('reads two header rows, the upper one over several columns', () => {
    const result = checkRows([
      ['地区', '软件业务收入', '', '技术市场成交额', ''],
      ['', '2025年', '2026年', '2025年', '2026年'],
      ['江苏', '1', '2', '3', '4'],
    ]);
    expect(figures(result).map((figure) => figure.slice(3))).toEqual([
      ['software-revenue', 2025, '1'],
      ['software-revenue', 2026, '2'],
      ['tech-market-turnover', 2025, '3'],
      ['tech-market-turnover', 2026, '4'],
    ]);
  });

  it('reads units in a second header row', () => {
    const result = checkRows([
      ['2025年各地区情况', '', ''],
      ['地区', '软件业务收入', '企业数'],
      ['', '（万元）', '（个）'],
      ['江苏', '10000', '5'],
    ]);
    expect(figures(result).map((figure) => figure.slice(3))).toEqual([
      ['software-revenue', 2025, '1.0000'],
      ['surveyed-enterprises', 2025, '5'],
    ]);
  });

  it('reads indicators down and years across', () => {
    const result = checkRows([
      ['地区', '指标', '单位', '2025年', '2026年'],
      ['江苏', '软件业务收入', '亿元', '1', '2'],
      ['江苏', '技术市场成交额', '万元', '10000', '20000'],
    ]);
    expect(figures(result).map((figure) => figure.slice(3))).toEqual([
      ['software-revenue', 2025, '1'],
      ['software-revenue', 2026, '2'],
      ['tech-market-turnover', 2025, '1.0000'],
      ['tech-market-turnover', 2026, '2.0000'],
    ]);
  });

  it('reads a table whose corner is empty', () => {
    const result = checkRows([
      ['指标：软件业务收入', ''],
      ['', '2025年'],
      ['江苏', '1'],
    ]);
    expect(figures(result)).toEqual([[3, 'B', '320000', 'software-revenue', 2025, '1']]);
  });

  it('reads a table of one province, which its title names', () => {
    const result = checkRows([
      ['数据库：分省年度数据', '', ''],
      ['地区：江苏省', '', ''],
      ['指标', '2026年', '2025年'],
      ['软件业务收入(万元)', '2', '10000'],
      ['技术市场成交额（亿元）', '4', '3'],
    ]);
    expect(figures(result).map((figure) => figure.slice(2))).toEqual([
      ['320000', 'software-revenue', 2026, '0.0002'],
      ['320000', 'software-revenue', 2025, '1.0000'],
      ['320000', 'tech-market-turnover', 2026, '4'],
      ['320000', 'tech-market-turnover', 2025, '3'],
    ]);
  });

  it.each(['地区\\年份', '省份/年份'])('reads the corner %j', (corner) => {
    const result = checkRows([
      ['软件业务收入', ''],
      [corner, '2025年'],
      ['江苏', '1'],
    ]);
    expect(figures(result)).toHaveLength(1);
  });

  it('takes the name before the code where a file has both', () => {
    const result = checkRows([
      ['地区代码', '地区', '年份', '指标', '数值'],
      ['320000', '江苏', '2025', '软件业务收入', '1'],
    ]);
    expect(figures(result)).toHaveLength(1);
    expect(result.reading.columns.map((column) => column.role)).toEqual([
      'region_code',
      'region',
      'year',
      'indicator',
      'value',
    ]);
  });
});

describe('units of a table', () => {
  const one = (rows: string[][]) => {
    const { checked } = checkRows(rows);
    const mismatches = checked.problems.filter(({ code }) => code === 'unit_mismatch');
    return [...checked.changes.map(({ entry }) => entry.value), ...mismatches.map(({ column }) => column)];
  };
  const table = (unitLine: string, ...headers: string[]) => [
    ['2025年情况', unitLine, ''].slice(0, headers.length + 1),
    ['地区', ...headers],
    ['江苏', ...headers.map(() => '10000')],
  ];
  const long = (header: string, indicator: string, ...unit: string[]) => [
    ['年份', '地区', '指标', header, ...unit.map(() => '单位')],
    ['2025', '江苏', indicator, '10000', ...unit],
  ];

  it.each([
    ['a unit line', table('单位：万元', '软件业务收入'), ['1.0000']],
    ['a header that says otherwise than the line', table('单位：万元', '软件业务收入（亿元）'), ['10000']],
    ['two units, each for its own kind', table('单位：万元、个', '软件业务收入', '企业数'), ['1.0000', '10000']],
    ['two units for one kind', table('单位：万元、亿元', '软件业务收入'), ['B']],
    ['a unit line of another kind', table('单位：万吨', '软件业务收入'), ['B']],
    ['a unit line that fits another column only', table('单位：个', '软件业务收入', '企业数'), ['10000', 'B']],
    ['no unit anywhere', table('', '软件业务收入'), ['10000']],
    ['a unit in the header of the numbers', long('数值（万元）', '软件业务收入'), ['1.0000']],
    ['a unit behind the name in a long table', long('数值', '软件业务收入（万元）'), ['1.0000']],
    ['a name and a unit column that contradict each other', long('数值', '软件业务收入（万元）', '亿元'), ['E']],
  ] as [string, string[][], string[]][])('%s', (_, rows, found) => {
    expect(one(rows)).toEqual(found);
  });
});

describe('rows', () => {
  it('counts a quoted cell with line breaks as one row, and empty rows too', () => {
    const text = '地区,年份,指标,数值,备注\n江苏,2025,软件业务收入,1,"一\n二\n三"\n\n浙江,2025,软件业务收入,abc,\n';
    const result = checkRows(splitRows(text, ','));
    expect(blocking(result)).toEqual([['not_a_number', 4, 'D', null]]);
  });

  it('refuses rows that are longer or shorter than the header, but not rows padded with empty cells', () => {
    const result = checkRows([
      ['地区', '年份', '指标', '数值'],
      ['江苏', '2025', '软件业务收入', '1', '', ''],
      ['浙江', '2025', '软件业务收入', '1', 'x'],
      ['安徽', '2025', '软件业务收入'],
      [''],
    ]);
    expect(figures(result)).toHaveLength(1);
    expect(blocking(result)).toEqual([
      ['ragged_row', 3, 'E', null],
      ['ragged_row', 4, 'D', null],
    ]);
  });

  it('keeps footnotes with the figures they belong to', () => {
    const result = checkRows([
      ['地区', '年份', '指标', '数值'],
      ['江苏', '2025', '软件业务收入', '1①'],
      ['注：① 为快报数', '', '', ''],
      ['数据来源：江苏省统计局', '', '', ''],
    ]);
    expect(result.checked.changes[0]?.entry).toMatchObject({ value: '1', note: '为快报数' });
    expect(result.reading.set_aside.map((line) => line.row)).toEqual([3, 4]);
  });

  it('sets a repeated header and 续表 aside', () => {
    const header = ['地区', '年份', '指标', '数值'];
    const result = checkRows([
      header,
      ['江苏', '2025', '软件业务收入', '1'],
      ['续表1', '', '', ''],
      header,
      ['浙江', '2025', '软件业务收入', '1'],
    ]);
    expect(figures(result)).toHaveLength(2);
    expect(blocking(result)).toEqual([]);
  });
});

describe('headers that cannot be used', () => {
  it.each([
    ['nothing', [], [['bad_header', null, null, 'no_header']]],
    ['one cell', [['x']], [['bad_header', null, null, 'no_header']]],
    ['a title only', [['软件业务收入']], [['bad_header', null, null, 'no_header']]],
    ['no region', [['年份', '指标', '数值']], [['bad_header', 1, null, 'no_region']]],
    [
      'no figures',
      [
        ['地区', '备注'],
        ['江苏', 'x'],
      ],
      [['bad_header', 1, null, 'no_figures']],
    ],
    [
      'two columns of numbers',
      [
        ['地区', '年份', '指标', '数值', '值'],
        ['江苏', '2025', '软件业务收入', '1', '2'],
      ],
      [['bad_header', 1, 'E', 'two_values']],
    ],
    [
      'a column with numbers and no name',
      [
        ['地区', '软件业务收入', '', '2025年'],
        ['江苏', '1', '2', '3'],
      ],
      [['bad_header', 1, null, 'no_year']],
    ],
  ] as [string, string[][], unknown[]][])('%s', (_, rows, problems) => {
    expect(blocking(checkRows(rows))).toEqual(problems);
  });

  it('names a column of numbers whose indicator is not known', () => {
    const result = checkRows([
      ['2025年', '', ''],
      ['地区', '软件业务收入', '比上年增长'],
      ['江苏', '1', '12.3'],
    ]);
    expect(blocking(result)).toEqual([['unknown_indicator', 2, 'C', null]]);
    const mapped = checkRows(
      [
        ['2025年', '', ''],
        ['地区', '软件业务收入', '比上年增长'],
        ['江苏', '1', '12.3'],
      ],
      { columns: { C: { role: 'figures', indicator: 'software-revenue-growth' } } },
    );
    expect(blocking(mapped)).toEqual([]);
    expect(figures(mapped)).toHaveLength(2);
  });

  it('refuses a header with damaged characters', () => {
    const result = checkRows([
      ['地区', '年份', '指标', '数值', '\ufffd\ufffd'],
      ['江苏', '2025', '软件业务收入', '1', ''],
    ]);
    expect(blocking(result)).toEqual([['undecodable', 1, 'E', null]]);
  });

  it('takes a header of targets for nothing else, and wants their document in it', () => {
    const header =
      'region,indicator,year,value,value_to,bound,target_kind,period_from,period_to,modality,wording_zh'.split(',');
    expect(blocking(checkRows([header]))).toEqual([['bad_header', 1, null, 'no_document']]);
  });
});

describe('separators and letters', () => {
  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1;2,5', ';'],
    ['a\tb\n1,2\t3', '\t'],
    ['年份，地区\n2024，江苏', '，'],
    ['年份,地区,数值\n2024,江苏,１０，２３４', ','],
    ['"a;b;c",d\n"e;f;g",h', ','],
    ['', ','],
    ['one', ','],
  ])('%j is separated by %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
    expect(columnIndex(letter)).toBe(index);
  });

  it('splits a large text in slices as at once', async () => {
    const text = Array.from({ length: 40_000 }, (_, at) => `${at},"a\nb",江苏`).join('\r\n');
    expect(await splitRowsInSlices(text, ',')).toEqual(splitRows(text, ','));
  });
});

it('our own file of observations, uploaded again, changes nothing', () => {
  const result = check(fixture('../../../seeds/observations.csv'));
  expect(blocking(result)).toEqual([]);
  expect(result.checked.changes).toHaveLength(dataset.observations.length);
  expect(new Set(result.checked.changes.map((change) => change.kind))).toEqual(new Set(['unchanged']));
});
