import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../../../core/csv/unit.ts';
import { parseTargetWords } from '../../../../core/csv/targets/targetWords.ts';
import { dataset } from '../seedDataset.ts';

const read = (raw: string) => {
  const words = parseTargetWords(raw);
  return words.kind === 'target' ? [words.bound, words.value, words.value_to, words.says, words.modality] : words.kind;
};

describe('the words of a target', () => {
  it.each([
    ['超过10%', 'gt', '10'],
    ['超10%', 'gt', '10'],
    ['突破5000亿元', 'gt', '5000'],
    ['100余家', 'gt', '100'],
    ['10多万家', 'gt', '10'],
    ['超过10%以上', 'gt', '10'],
    ['达到43%', 'eq', '43'],
    ['达到43％以上', 'ge', '43'],
    ['不低于50%', 'ge', '50'],
    ['20家以上', 'ge', '20'],
    ['≥8', 'ge', '8'],
    ['36%左右', 'approx', '36'],
    ['接近40%', 'approx', '40'],
    ['约 1,500 亿元', 'approx', '1500'],
    ['控制在1.3左右', 'approx', '1.3'],
    ['低于1.3', 'lt', '1.3'],
    ['低于1.3以下', 'lt', '1.3'],
    ['1.3以下', 'le', '1.3'],
    ['18个月以内', 'le', '18'],
    ['控制在1.3以内', 'le', '1.3'],
    ['不高于1.5', 'le', '1.5'],
    ['不超过１．５', 'le', '1.5'],
    ['10%', 'eq', '10'],
    ['0', 'eq', '0'],
    ['-5%', 'eq', '-5'],
    ['比重超过10%。', 'gt', '10'],
    ['over 10%', 'gt', '10'],
    ['at least 20', 'ge', '20'],
    ['less than 1.3', 'lt', '1.3'],
    ['36%左右①', 'approx', '36'],
  ])('%s is %s %s', (raw, bound, value) => expect(read(raw)).toEqual([bound, value, null, null, null]));

  it.each([
    ['1-2家', '1', '2'],
    ['10~12', '10', '12'],
    ['10～12', '10', '12'],
    ['3—4个', '3', '4'],
    ['10%至12%', '10', '12'],
    ['达到1到2家', '1', '2'],
    ['控制在1.2-1.3', '1.2', '1.3'],
  ])('%s is a range from %s to %s', (raw, from, to) => expect(read(raw)).toEqual(['range', from, to, null, null]));

  it.each([
    ['年均增长12%以上', 'ge', '12', 'average', null],
    ['增长15%以上', 'ge', '15', 'growth', null],
    ['力争增长 15%', 'eq', '15', 'growth', '力争'],
    ['提高3个百分点', 'eq', '3', 'rise', null],
    ['提高到43%', 'eq', '43', null, null],
    ['每年20个', 'eq', '20', 'yearly', null],
    ['力争突破2万亿元', 'gt', '2', null, '力争'],
  ])('%s: %s %s, says %s, %s', (raw, bound, value, says, modality) =>
    expect(read(raw)).toEqual([bound, value, null, says, modality]),
  );

  it.each([
    ['', 'blank'],
    ['　', 'blank'],
    ['全国领先', 'not_a_number'],
    ['翻一番', 'not_a_number'],
    ['9,99', 'not_a_number'],
    ['10%和12%', 'not_a_number'],
    ['2021-2025', 'not_a_number'],
    ['10 光年', 'not_a_number'],
    ['2025年达到10%', 'not_a_number'],
    ['1亿-2家', 'not_a_number'],
    ['超过10%以内', 'contradiction'],
    ['不低于10%以下', 'contradiction'],
    ['超过10%左右', 'contradiction'],
    ['控制在1.3', 'contradiction'],
    ['2-1家', 'contradiction'],
    ['2-2家', 'contradiction'],
    ['超过1-2家', 'contradiction'],
    ['超'.repeat(500), 'not_a_number'],
    [`1${','.repeat(100_000)}`, 'not_a_number'],
    ['=1+1', 'formula'],
    ['超过\ufffd0%', 'undecodable'],
  ])('%j is %s', (raw, kind) => expect(read(raw)).toBe(kind));

  it('never reads another number or bound from the wordings of real documents', () => {
    let n = 0;
    for (const target of dataset.targets) {
      const words = parseTargetWords(target.wording_zh);
      if (words.kind !== 'target') continue;
      n++;
      const shift = (unit: string) => parseUnit(unit)?.shift ?? 0;
      const own = shift(dataset.indicatorById.get(target.indicator)?.unit ?? '');
      const value = Number(words.value) * 10 ** ((words.unit?.shift ?? own) - own);
      expect([target.wording_zh, value, words.bound]).toEqual([
        target.wording_zh,
        expect.closeTo(Number(target.value), 6),
        target.bound,
      ]);
    }
    expect(n).toBeGreaterThan(60);
  });
});
