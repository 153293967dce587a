import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../../core/csv/problemText.ts';
import { targetConsequences } from '../../../../core/csv/targets/targetConsequences.ts';
import type { ImportMapping } from '../../../../core/csv/reading.ts';
import { describeChange } from '../../../../core/csv/describeChanges.ts';
import { ROOT } from '../../../support/root.ts';
import { check, checkRows, dataset, fixture } from '../seedDataset.ts';

const HEADER = ['地区', '指标', '目标年', '目标', '文件', '页码'];
const PLAN = '江苏省“十四五”数字经济发展规划';
const CORE = '数字经济核心产业增加值占GDP比重';
const GIVEN = ['江苏', CORE, '2025', '超过10%', PLAN, '118'];

/** One row, with some cells other than those of the stored target. */
function row(changed: Record<string, string>, more: Record<string, string> = {}, mapping: ImportMapping = {}) {
  const cells = HEADER.map((name, at) => changed[name] ?? GIVEN[at] ?? '');
  const { checked } = checkRows(
    [
      [...HEADER, ...Object.keys(more)],
      [...cells, ...Object.values(more)],
    ],
    mapping,
  );
  return { ...checked, change: checked.targets[0], codes: checked.problems.map(({ code, column }) => [code, column]) };
}

describe('files of targets over the seeds', () => {
  it.each([
    ['sample 06', () => fixture('06-targets.utf8bom.csv'), 6],
    ['the seed file itself', () => readFileSync(`${ROOT}seeds/targets.csv`), 240],
  ])('%s changes nothing', (_, bytes, n) => {
    const { checked } = check(bytes());
    expect(checked.problems).toEqual([]);
    expect(checked.targets).toHaveLength(n);
    expect(new Set(checked.targets.map(({ kind }) => kind))).toEqual(new Set(['unchanged']));
  });

  it('reads English headers, a title line, and a header of its own for each part', () => {
    const { reading, checked } = checkRows([
      ['Targets of Jiangsu', '', '', '', '', '', ''],
      ['region', 'indicator', 'target year', 'target', 'document', 'page', 'wording'],
      ['Jiangsu', 'digital-economy-core-share', '2025', 'more than 10%', 'js-145-digital-economy', 'p. 118', ''],
    ]);
    expect(reading.header_row).toBe(2);
    expect(checked.targets.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it.each([
    ['2025年目标', '超过10%'],
    ['目标（2025年）', '超过10%'],
  ])('takes the year from a header %s', (header, target) => {
    const { checked } = checkRows([
      ['地区', '指标', header, '文件'],
      ['江苏', CORE, target, PLAN],
    ]);
    expect(checked.targets.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('takes the unit from the header, or from a line above it', () => {
    const line = ['江苏', '软件业务收入', '2030', '2', PLAN];
    const header = ['地区', '指标', '目标年', '目标值（万亿元）', '文件'];
    expect(checkRows([header, line]).checked.targets.map(({ after }) => after.value)).toEqual(['20000']);
    const titled = [['单位：万亿元', '', '', '', ''], header.with(3, '目标'), line];
    expect(checkRows(titled).checked.targets.map(({ after }) => after.value)).toEqual(['20000']);
  });

  it('is not misled by a title over a table of statistics', () => {
    const { reading } = checkRows([
      ['目标'],
      ['年份', '地区', '指标', '数值'],
      ['2025', '江苏', '软件业务收入', '20000'],
    ]);
    expect(reading.layout).toBe('long');
  });

  it.each<[string, string[], string]>([
    ['no target', ['地区', '指标', '目标年', '文件'], 'no_target'],
    ['no year', ['地区', '指标', '目标', '文件'], 'no_target_year'],
    ['no document', ['地区', '指标', '目标年', '目标'], 'no_document'],
    ['no region', ['指标', '目标年', '目标', '文件'], 'no_region'],
    ['no indicator', ['地区', '目标年', '目标', '文件'], 'no_indicator'],
    ['two targets', ['地区', '指标', '目标年', '目标', '目标值', '文件'], 'two_values'],
  ])('a header with %s is refused with the reason', (_, header, reason) => {
    const { checked } = checkRows([header, header.map(() => '1')]);
    const problem = checked.problems.find(({ code }) => code === 'bad_header');
    expect(problem?.detail['reason']).toBe(reason);
    expect(problem === undefined ? '' : problemText(problem, dataset).suggestion?.zh).toMatch(/^请/);
  });
});

describe('a row beside what is stored', () => {
  it('keeps the stored wording, period and page when the file does not give them', () => {
    expect(row({ 页码: '' }).change).toMatchObject({
      kind: 'unchanged',
      after: { wording_zh: '比重超过10%', period_from: 2021, locator: '第118页' },
    });
  });

  it('revises the number and takes the new words, because the old ones speak of the old number', () => {
    const { change } = row({ 目标: '超过12%', 页码: '' });
    expect(change).toMatchObject({
      kind: 'revised',
      after: { value: '12', bound: 'gt', wording_zh: '超过12%', period_from: 2021, period_to: 2025, locator: null },
    });
    const shown = (lang: 'zh' | 'en') => change && describeChange(change, dataset, lang);
    expect(shown('zh')).toMatchObject({
      old: '超过10%',
      new: '超过12%',
      delta: null,
      target: true,
      source_title: PLAN,
    });
    expect(shown('en')).toMatchObject({ old: 'more than 10%', new: 'more than 12%' });
  });

  it.each([
    ['another bound', { 目标: '达到10%' }, {}, '超过10%', '10%'],
    ['another page', { 页码: '119' }, {}, '超过10%（第118页）', '超过10%（第119页）'],
    ['another wording', {}, { 措辞: '比重突破10%' }, '超过10%（比重超过10%）', '超过10%（比重突破10%）'],
    ['another period', {}, { 规划期: '2022-2025' }, '超过10%（2021）', '超过10%（2022）'],
    ['力争', { 目标: '力争超过10%' }, {}, '超过10%', '超过10%（力争）'],
    ['a range', { 目标: '10-12%' }, {}, '超过10%', '10—12%'],
    ['a rise', { 目标: '提高3个百分点' }, {}, '超过10%', '提高3个百分点'],
  ])('%s is a revision, told in words', (_, changed, more, old, fresh) => {
    const { change, problems } = row(changed, more);
    expect(problems).toEqual([]);
    expect(change?.kind).toBe('revised');
    expect(change && describeChange(change, dataset, 'zh')).toMatchObject({ old, new: fresh });
  });

  it.each([
    ['超过10.0%', 'unchanged'],
    ['超过１０％', 'unchanged'],
    ['>10%', 'unchanged'],
    ['超过 10', 'unchanged'],
  ])('%s is the same target', (target, kind) => expect(row({ 目标: target }).change?.kind).toBe(kind));

  it('is a new target under another year or document, with kind and period from what is known', () => {
    expect(row({ 目标年: '2023', 目标: '9%左右' }).change).toMatchObject({
      kind: 'new',
      stored: null,
      after: {
        target_kind: 'level',
        period_from: 2021,
        period_to: 2025,
        wording_zh: '9%左右',
        locator: '第118页',
        confidence: 'high',
      },
    });
    expect(row({ 文件: '江苏省2022年政府工作报告', 页码: '' }).change).toMatchObject({
      kind: 'new',
      after: { period_from: null, period_to: 2025, confidence: 'medium' },
    });
  });

  it.each([
    ['软件业务收入', '达到2万亿元', { value: '20000', target_kind: 'level' }],
    ['软件业务收入增速', '年均增长12%以上', { value: '12', bound: 'ge', target_kind: 'average_growth' }],
    ['软件业务收入增速', '12%', { value: '12', target_kind: 'yearly_growth' }],
    ['5G基站数（累计）', '25.5万座', { value: '25.5', wording_zh: '25.5万座' }],
    ['5G基站数（累计）', '255000', { value: '255000' }],
  ])('%s %s', (name, target, after) => {
    expect(row({ 指标: name, 目标: target, 目标年: '2030' }).change).toMatchObject({ kind: 'new', after });
  });

  it('takes bound, upper end, unit and kind from columns of their own', () => {
    const { change } = row({ 目标: '2', 指标: '软件业务收入' }, { 口径: '超过', 单位: '万亿元', 目标类型: '累计' });
    expect(change?.after).toMatchObject({
      value: '20000',
      bound: 'gt',
      target_kind: 'cumulative',
      wording_zh: '超过20000亿元',
    });
    expect(row({ 目标: '10' }, { 上限: '12' }).change?.after).toMatchObject({ value_to: '12', bound: 'range' });
  });

  it('reads the year that a person gives for the whole file', () => {
    const { checked } = checkRows(
      [
        ['地区', '指标', '目标', '文件'],
        ['江苏', CORE, '超过10%', PLAN],
      ],
      { year: 2025 },
    );
    expect(checked.targets.map(({ kind }) => kind)).toEqual(['unchanged']);
  });
});

describe('what can be wrong in a row', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string, string]>([
    ['an unknown region', { 地区: '江南' }, {}, 'unknown_region', 'A'],
    ['an unknown indicator', { 指标: '数字经济占比' }, {}, 'unknown_indicator', 'B'],
    ['a bad year', { 目标年: '25' }, {}, 'bad_year', 'C'],
    ['words only', { 目标: '全国领先' }, {}, 'not_a_number', 'D'],
    ['contradicting words', { 目标: '超过10%左右' }, {}, 'not_a_number', 'D'],
    ['a formula', { 目标: '=1+1' }, {}, 'not_a_number', 'D'],
    ['damaged characters', { 目标: '\ufffd10%' }, {}, 'undecodable', 'D'],
    ['a unit of another kind', { 目标: '超过10亿元' }, {}, 'unit_mismatch', 'D'],
    ['points that may be a rise or a level', { 目标: '3个百分点' }, {}, 'unit_mismatch', 'D'],
    ['a share over 100 %', { 目标: '超过101%', 指标: '软件业占信息产业比重' }, {}, 'out_of_range', 'D'],
    ['a growth of a level', { 目标: '年均增长12%' }, {}, 'out_of_range', 'D'],
    ['an unknown document', { 文件: '江苏省2019年政府工作报告' }, {}, 'out_of_range', 'E'],
    ['no document', { 文件: '' }, {}, 'out_of_range', 'E'],
    ['a document that is a formula', { 文件: '=A1' }, {}, 'formula', 'E'],
    ['a title without its quotes', { 文件: '江苏省十四五数字经济发展规划' }, {}, 'near_match', 'E'],
    ['an unknown kind', {}, { 目标类型: '大概' }, 'out_of_range', 'G'],
    ['an unknown bound', { 目标: '10%' }, { 口径: '大概' }, 'out_of_range', 'G'],
    ['a bound unlike the words', {}, { 口径: '低于' }, 'out_of_range', 'G'],
    ['an unknown period', {}, { 规划期: '近期' }, 'out_of_range', 'G'],
    ['an unknown confidence', {}, { 可信度: '也许' }, 'out_of_range', 'G'],
    ['an unknown unit', { 目标: '10' }, { 单位: '光年' }, 'unit_mismatch', 'G'],
    ['an upper end below the lower', { 目标: '10' }, { 上限: '9' }, 'not_a_number', 'D'],
    ['a fraction for a share', { 目标: '0.12' }, {}, 'fraction_for_percent', 'D'],
    ['a slip of the unit', { 目标: '超过1%' }, {}, 'implausible_change', 'D'],
    ['an empty target', { 目标: '' }, {}, 'set_aside', 'D'],
    ['a city', { 地区: '深圳市' }, {}, 'region_out_of_scope', 'A'],
  ])('%s: its code, its column, and sentences in both languages', (_, changed, more, code, column) => {
    const { codes, problems } = row(changed, more);
    expect(codes).toEqual([[code, column]]);
    for (const problem of problems) {
      const { message, suggestion } = problemText(problem, dataset);
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en.length).toBeGreaterThan(10);
      if (code !== 'set_aside' && code !== 'region_out_of_scope') expect(suggestion?.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('tells every problem of a row, and writes nothing of it', () => {
    const { codes, targets } = row({ 地区: '江南', 目标年: '25', 目标: '领先', 文件: '没有' });
    expect(new Set(codes.map(([code]) => code))).toEqual(
      new Set(['bad_year', 'not_a_number', 'out_of_range', 'unknown_region']),
    );
    expect(targets).toEqual([]);
  });

  it('refuses both of two rows with one key', () => {
    const { checked } = checkRows([HEADER, GIVEN, [...GIVEN.slice(0, 3), '超过12%', ...GIVEN.slice(4)]]);
    expect(checked.problems.map(({ code, row: at }) => [code, at])).toEqual([
      ['duplicate_key', 2],
      ['duplicate_key', 3],
    ]);
    expect(checked.targets).toEqual([]);
  });
});

describe('what a target moves', () => {
  const day = '2026-11-25';

  it('tells the state of the target that counts, before and after', () => {
    const { targets } = row({ 目标: '3.5%以上', 指标: 'R&D经费投入强度', 目标年: '2030' });
    const [consequence] = targetConsequences(targets, dataset, day);
    expect(targets).toHaveLength(1);
    expect(consequence).toMatchObject({
      region: '320000',
      year: 2030,
      old_status: null,
      old_rank: null,
      new_rank: null,
    });
    expect(consequence?.new_status).not.toBeNull();
  });

  it('tells nothing when nothing is written', () => {
    expect(targetConsequences(row({}).targets, dataset, day)).toEqual([]);
  });
});
