import { expect, it } from 'vitest';
import { unitText } from '../../core/unitText.ts';
import { seedRows } from '../support/dataset.ts';

it('has English for every unit of the seeds', () => {
  const units = [...new Set(seedRows.indicators.map(({ unit }) => unit)), '百分点'];
  expect(units.filter((unit) => /\p{Script=Han}/u.test(unitText(unit, 'en')))).toEqual([]);
});

it('leaves a unit it does not know, and every unit in Chinese, as it is', () => {
  expect([unitText('斤', 'en'), unitText('亿元', 'zh'), unitText('', 'en'), unitText('%', 'en')]).toEqual([
    '斤',
    '亿元',
    '',
    '%',
  ]);
});
