import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalizeName } from '../../../core/csv/normalizeName.ts';
import { parseNumber } from '../../../core/csv/number.ts';
import { isDecimal } from '../../../core/decimal.ts';
import { checkRows } from './seedDataset.ts';

const CELL = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '地区',
    '年份',
    '指标',
    '数值',
    '单位',
    '2024',
    '2024年',
    '江苏',
    '软件业务收入',
    '1,234.5',
    '…',
    '—',
    '',
    '注：',
  ),
);

it('a number cell is a decimal or no number at all, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.,，-−－+ 　万亿%％①*…元('), maxLength: 12 }),
      (raw) => {
        const read = parseNumber(raw);
        if (read.kind === 'number') expect(isDecimal(read.value), raw).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
});

it('grouping the digits of a number changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (whole) => {
      expect(parseNumber(whole.toLocaleString('en'))).toEqual(parseNumber(String(whole)));
    }),
  );
});

it('the normal form of a name is its own normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'北京①*＊﹡[1］#其中： 　Ａａ１²'), maxLength: 12 }), (raw) => {
      expect(normalizeName(normalizeName(raw))).toBe(normalizeName(raw));
    }),
  );
});

it('no table of texts makes the reading fail, and every problem has its place in the table', () => {
  fc.assert(
    fc.property(fc.array(fc.array(CELL, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      for (const { row } of checkRows(rows).checked.problems) {
        if (row !== null) expect(row).toBeLessThanOrEqual(rows.length);
      }
    }),
    { numRuns: 2_000 },
  );
});
