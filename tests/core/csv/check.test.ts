import { describe, expect, it } from 'vitest';
import { isConfirmed, FILE_PROBLEM_SEVERITY, type FileProblemCode } from '../../../core/csv/fileProblem.ts';
import { implausibleChange } from '../../../core/csv/implausibleChange.ts';
import { problemText } from '../../../core/csv/problemText.ts';
import type { ImportMapping } from '../../../core/csv/reading.ts';
import { checkRows, dataset } from './seedDataset.ts';

const LONG = ['年份', '地区', '指标', '数值', '单位', '口径', '状态', '断点', '备注'];
const long = (...rows: string[][]) => [LONG, ...rows.map((row) => [...row, ...LONG.slice(row.length).map(() => '')])];
const codes = (rows: string[][], mapping: ImportMapping = {}) =>
  checkRows(rows, mapping).checked.problems.map(({ code, row, column }) => [code, row, column]);
const onlyCodes = (rows: string[][]) => codes(rows).filter(([code]) => code !== 'missing_since_last_year');
const kinds = (rows: string[][], mapping: ImportMapping = {}) =>
  checkRows(rows, mapping).checked.changes.map((change) => change.kind);

describe('changes against what is stored', () => {
  const stored = '31163.79316'; // Beijing, software revenue, 2024

  it.each([
    ['the same number', ['2024', '北京', '软件业务收入', stored], 'unchanged'],
    ['the same number with a zero more', ['2024', '北京', '软件业务收入', `${stored}0`], 'unchanged'],
    ['the same number grouped', ['2024', '北京', '软件业务收入', '31,163.79316'], 'unchanged'],
    ['the same number in 万元', ['2024', '北京', '软件业务收入', '311637931.6', '万元'], 'unchanged'],
    ['another number', ['2024', '北京', '软件业务收入', '31163.8'], 'revised'],
    ['a year without a figure', ['2025', '北京', '软件业务收入', '33000'], 'new'],
    ['the same number with a bound', ['2024', '北京', '软件业务收入', stored, '', '约'], 'revised'],
    ['the same number with its own bound', ['2024', '北京', '软件业务收入', stored, '', 'eq'], 'unchanged'],
    ['the same number, now provisional', ['2024', '北京', '软件业务收入', stored, '', '', '初步'], 'revised'],
    ['the same number with a note', ['2024', '北京', '软件业务收入', stored, '', '', '', '', '见年鉴'], 'revised'],
    ['not applicable', ['2024', '北京', '软件业务收入', '—'], 'revised'],
    ['nothing over a number', ['2024', '北京', '软件业务收入', ''], 'becoming_missing'],
    ['nothing where nothing is stored', ['2025', '北京', '软件业务收入', ''], 'unchanged'],
    ['below the smallest unit, for the first time', ['2024', '西藏', '软件业务收入', '…'], 'new'],
  ])('%s', (_, row, kind) => {
    expect(kinds(long(row))).toEqual([kind]);
  });

  it('does not change a stored bound when the file has no such column', () => {
    const rows = [
      ['region', 'indicator', 'year', 'value'],
      ['100000', '5g-base-stations', '2020', '70'],
    ];
    expect(kinds(rows)).toEqual(['unchanged']);
  });

  it('keeps the stored figure under an empty cell when told so', () => {
    const rows = long(['2024', '北京', '软件业务收入', '']);
    expect(codes(rows)).toEqual([['blank_over_value', 2, 'D']]);
    expect(kinds(rows, { blanks: 'keep' })).toEqual(['unchanged']);
    expect(codes(rows, { blanks: 'keep' })).toEqual([]);
    expect(codes(rows, { blanks: 'missing' })).toEqual([]);
  });
});

it('reads the symbol and leaves computed rows aside, as our own lists write them', () => {
  const header = ['region', 'indicator', 'year', 'value', 'symbol', 'computed'];
  const { reading, checked } = checkRows([
    header,
    ['540000', 'software-revenue', '2024', '', 'not_applicable', 'false'],
    ['320000', 'rd-intensity', '2024', '3.3', '', 'true'],
  ]);
  expect(checked.changes.map(({ entry, kind }) => [entry.region, entry.symbol, kind])).toEqual([
    ['540000', 'not_applicable', 'new'],
  ]);
  expect(reading.set_aside.map(({ row }) => row)).toEqual([3]);
});

describe('problems of one cell', () => {
  it.each([
    ['an unknown region', ['2025', '火星', '软件业务收入', '1'], [['unknown_region', 2, 'B']]],
    ['no region', ['2025', '', '软件业务收入', '1'], [['unknown_region', 2, 'B']]],
    ['a sum', ['2025', '合计', '软件业务收入', 'abc'], [['region_out_of_scope', 2, 'B']]],
    ['a year of two digits', ['25', '北京', '软件业务收入', '33000'], [['bad_year', 2, 'A']]],
    ['no year', ['', '北京', '软件业务收入', '33000'], [['bad_year', 2, 'A']]],
    ['no indicator', ['2025', '北京', '', '33000'], [['unknown_indicator', 2, 'C']]],
    ['a share above 100', ['2025', '北京', '数字化研发设计工具普及率', '101'], [['out_of_range', 2, 'D']]],
    ['a share of exactly 100', ['2025', '北京', '数字化研发设计工具普及率', '100.0'], []],
    ['a negative count', ['2025', '北京', '企业数', '-1'], [['out_of_range', 2, 'D']]],
    ['zero after a positive year', ['2025', '北京', '国内发明专利授权量', '0'], [['implausible_change', 2, 'D']]],
    ['zero with no year before', ['2030', '北京', '国内发明专利授权量', '0'], []],
    ['an unknown unit', ['2025', '北京', '软件业务收入', '33000', '金币'], [['unit_mismatch', 2, 'E']]],
    ['a unit of another kind', ['2025', '北京', '软件业务收入', '33000', '台'], [['unit_mismatch', 2, 'E']]],
    ['% in a money cell', ['2025', '北京', '软件业务收入', '33%'], [['unit_mismatch', 2, 'D']]],
    [
      'a scale that contradicts the column',
      ['2025', '北京', '软件业务收入', '3.3万', '亿元'],
      [['unit_mismatch', 2, 'D']],
    ],
    ['a formula in a name', ['2025', '=A1', '软件业务收入', '33000'], [['formula', 2, 'B']]],
    ['a formula as a number', ['2025', '北京', '软件业务收入', '=1+1'], [['not_a_number', 2, 'D']]],
    ['damaged characters', ['2025', '\ufffd\ufffd', '软件业务收入', '33000'], [['undecodable', 2, 'B']]],
    ['a bound', ['2025', '北京', '软件业务收入', '超过33000'], [['bound_in_statistics', 2, 'D']]],
    ['a near name', ['2025', '北-京', '软件业务收入', '33000'], [['near_match', 2, 'B']]],
    [
      'a definition in the 口径 column',
      ['2025', '北京', '软件业务收入', '33000', '', '全社会口径'],
      [['definition_changed', 2, 'F']],
    ],
    [
      'a note on the definition',
      ['2025', '北京', '软件业务收入', '33000', '', '', '', '', '口径有调整'],
      [['definition_changed', 2, 'I']],
    ],
    ['a new series', ['2025', '北京', '软件业务收入', '33000', '', '', '', 'B'], [['definition_changed', 2, 'D']]],
  ])('%s', (_, row, found) => {
    expect(onlyCodes(long(row))).toEqual(found);
  });

  it('finds a region named twice under two spellings, in both rows', () => {
    const rows = long(['2025', '广西', '软件业务收入', '540'], ['2025', '广西壮族自治区', '软件业务收入', '541']);
    expect(onlyCodes(rows)).toEqual([
      ['duplicate_key', 2, 'D'],
      ['duplicate_key', 3, 'D'],
    ]);
    expect(kinds(rows)).toEqual([]);
  });

  it('asks once about a name that many rows use', () => {
    const rows = long(['2025', '北-京', '软件业务收入', '33000'], ['2025', '北-京', '技术市场成交额', '9500']);
    expect(onlyCodes(rows)).toEqual([['near_match', 2, 'B']]);
  });

  it('takes a region the person has named, and leaves out what they said to ignore', () => {
    const rows = long(['2025', '火星', '软件业务收入', '33000'], ['2025', '月球', '软件业务收入', '1']);
    const checked = checkRows(rows, { regions: { 火星: '110000', 月球: 'ignore' } }).checked;
    expect(checked.changes.map(({ entry }) => entry.region)).toEqual(['110000']);
    expect(checked.left_out).toEqual([{ row: 3, name: '月球', class: 'other' }]);
  });
});

describe('a share given as fractions', () => {
  it('is asked about by column and not multiplied', () => {
    const rows = long(['2025', '北京', 'R&D经费投入强度', '0.06'], ['2025', '天津', 'R&D经费投入强度', '0.03']);
    expect(onlyCodes(rows).filter(([code]) => code === 'fraction_for_percent')).toEqual([
      ['fraction_for_percent', null, 'D'],
    ]);
    expect(checkRows(rows).checked.changes.map(({ entry }) => entry.value)).toEqual(['0.06', '0.03']);
  });

  it.each([
    ['one value above 1', ['0.06', '3.0']],
    ['% written in the cell', ['0.6%', '0.3%']],
    ['only zeros', ['0', '0.0']],
  ])('is not asked about with %s', (_, [first = '', second = '']) => {
    const rows = long(['2026', '北京', 'R&D经费投入强度', first], ['2026', '天津', 'R&D经费投入强度', second]);
    expect(codes(rows).map(([code]) => code)).not.toContain('fraction_for_percent');
  });

  it('is only covered by a confirmation that names the column', () => {
    const rows = long(['2026', '北京', 'R&D经费投入强度', '0.06']);
    const [problem] = checkRows(rows).checked.problems.filter(({ code }) => code === 'fraction_for_percent');
    if (problem === undefined) throw new Error('no problem');
    expect(isConfirmed(problem, [{ code: 'fraction_for_percent' }])).toBe(false);
    expect(isConfirmed(problem, [{ code: 'fraction_for_percent', column: 'C' }])).toBe(false);
    expect(isConfirmed(problem, [{ code: 'fraction_for_percent', column: 'D' }])).toBe(true);
  });
});

describe('implausible changes', () => {
  const series = (...values: (number | null)[]) =>
    new Map(values.flatMap((value, at) => (value === null ? [] : [[2020 + at, { value, break: false }] as const])));

  it.each([
    ['steady growth', [100, 110, 121, 133, 146], null],
    ['half as much again, exactly', [100, 100, 100, 100, 150], null],
    ['a little more than half as much again', [100, 100, 100, 100, 151], 'jump'],
    ['a fall below two thirds', [100, 100, 100, 100, 66], 'jump'],
    ['a jump in a series that always jumps', [1, 2, 5, 8, 20], null],
    ['a jump with two past changes only', [null, 100, 100, 100, 300], null],
    ['ten times', [null, null, null, 100, 1000], 'unit_slip'],
    ['ten times, 10 % off', [null, null, null, 100, 1100], 'unit_slip'],
    ['more than 10 % off ten times', [null, null, null, 100, 1101], null],
    ['a hundredth', [null, null, null, 100, 1], 'unit_slip'],
    ['万 times', [null, null, null, 1, 10_000], 'unit_slip'],
    ['a thousand times is no slip of a Chinese unit, but a jump', [1, 1, 1, 1, 1000], 'jump'],
    ['zero', [100, 100, 100, 100, 0], null],
    ['after zero', [100, 100, 100, 0, 100], null],
    ['no year before', [100, 100, 100, null, 1000], null],
  ])('%s: %s', (_, values, reason) => {
    expect(implausibleChange(series(...values), 2024, null)?.reason ?? null).toBe(reason);
  });

  it('sees a slipped unit against the figure that is replaced, when the whole series slipped', () => {
    expect(implausibleChange(series(null, null, null, 1_000_000, 1_100_000), 2024, 110)).toMatchObject({
      reason: 'unit_slip',
      against: 'stored',
    });
  });

  it('does not judge the first year of a new series', () => {
    const points = new Map<number, { value: number; break: boolean }>(series(100, 100, 100, 100, 300));
    points.set(2024, { value: 300, break: true });
    expect(implausibleChange(points, 2024, null)).toBeNull();
  });
});

describe('figures compared with each other', () => {
  it('asks when a part is larger than its whole, whichever of the two is in the file', () => {
    const found = (rows: string[][]) => codes(rows).filter(([code]) => code === 'part_exceeds_whole');
    expect(found(long(['2024', '北京', '城镇人口', '99999']))).toEqual([['part_exceeds_whole', 2, 'D']]);
    expect(found(long(['2024', '北京', '年末常住人口', '1']))).toEqual([['part_exceeds_whole', 2, 'D']]);
    expect(found(long(['2030', '北京', '城镇人口', '99999']))).toEqual([]);
  });

  it('notes provinces that had a figure last year and have none now', () => {
    const rows = long(...dataset.provinces.slice(1).map((region) => ['2025', region.name_zh, '年末常住人口', '5000']));
    const notes = checkRows(rows).checked.problems.filter(({ code }) => code === 'missing_since_last_year');
    expect(notes.map(({ row, detail }) => [row, detail['names']])).toEqual([[null, '北京']]);
  });

  it('notes a sum that differs from the nation, only with all provinces there', () => {
    const all = dataset.provinces.map((region) => ['2030', region.name_zh, '年末常住人口', '1000']);
    const found = (rows: string[][]) => codes(rows).filter(([code]) => code === 'sum_differs_from_nation').length;
    expect(found(long(...all, ['2030', '全国', '年末常住人口', '31700']))).toBe(1);
    expect(found(long(...all, ['2030', '全国', '年末常住人口', '31600']))).toBe(0);
    expect(found(long(...all.slice(1), ['2030', '全国', '年末常住人口', '99999']))).toBe(0);
  });
});

it('every code has a sentence in both languages', () => {
  for (const code of Object.keys(FILE_PROBLEM_SEVERITY) as FileProblemCode[]) {
    const { message } = problemText({ code, row: 1, column: 'A', column_name: 'x', raw: 'x', detail: {} }, dataset);
    expect(message.zh, code).toMatch(/[\u4e00-\u9fff]/);
    expect(message.en, code).toMatch(/[A-Za-z]/);
  }
});
