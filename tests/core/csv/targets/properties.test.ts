import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '../../../../core/decimal.ts';
import { BOUNDS } from '../../../../core/observation.ts';
import { targetText } from '../../../../core/csv/targets/targetText.ts';
import { parseTargetWords } from '../../../../core/csv/targets/targetWords.ts';
import { checkRows, dataset } from '../seedDataset.ts';

const SEED = { seed: 20261125, numRuns: 1_000 };
const digits = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.option(fc.stringMatching(/^[0-9]{1,3}$/), { nil: null }))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));
const units = fc.constantFrom('%', '亿元', '万亿元', '家', '个', '万个', '个月', '');

describe('targets written in words', () => {
  it('are read as the numbers and bounds they were written from, in Chinese and full-width', () => {
    fc.assert(
      fc.property(digits, digits, units, fc.constantFrom(...BOUNDS), fc.boolean(), (a, b, unit, bound, wide) => {
        const [value, end] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a];
        const value_to = bound === 'range' ? end : null;
        const isYears = unit === '' && /^(19|20)\d\d$/.test(value);
        fc.pre(value_to === null || (compareDecimals(value, end) !== 0 && !isYears));
        const plain = targetText({ value, value_to, bound, target_kind: 'level' }, { unit }, 'zh');
        const text = wide
          ? plain.replace(/[0-9.%]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0))
          : plain;
        expect(parseTargetWords(text)).toMatchObject({ kind: 'target', value, value_to, bound, modality: null });
      }),
      SEED,
    );
  });

  it('never throw and never give what is no decimal number, whatever the cell', () => {
    const piece = fc.constantFrom(
      '超过',
      '以上',
      '左右',
      '控制在',
      '1',
      '0',
      '.',
      ',',
      '-',
      '~',
      '%',
      '万',
      '亿元',
      '家',
      '余',
      ' ',
    );
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(cell, (raw) => {
        const words = parseTargetWords(raw);
        if (words.kind === 'target') expect(words.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      SEED,
    );
  });

  it('a file of any cells is read without an exception, and what has an error writes nothing', () => {
    const header = ['地区', '指标', '目标年', '目标', '文件', '页码', '规划期', '口径', '目标类型'];
    const source = dataset.sources[0]?.title_zh ?? '';
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('江苏', '软件业务收入', '2025', '超过10%', source, '118', '', '十四五', '超过', '累计'),
    );
    const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const { checked } = checkRows([header, ...rows]);
        const wrong = new Set(
          checked.problems
            .filter(({ code }) => code === 'not_a_number' || code === 'out_of_range')
            .map((one) => one.row),
        );
        expect(checked.targets.filter(({ entry }) => wrong.has(entry.row))).toEqual([]);
      }),
      { ...SEED, numRuns: 300 },
    );
  });
});
