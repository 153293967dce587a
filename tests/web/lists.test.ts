import { describe, expect, it } from 'vitest';
import type { IndicatorAnswer, ObservationAnswer } from '../../core/answers.ts';
import { percentText, plainText, signedText } from '../../web/src/lib/numberText.ts';
import { axisEnd, byDeadline } from '../../web/src/lib/promises.ts';
import {
  countStates,
  JUDGED_STATES,
  statisticsByTheme,
  targetEntries,
  UNJUDGED_STATES,
} from '../../web/src/lib/province.ts';
import { nextSort, parseSort, sortRows, sortText } from '../../web/src/lib/sortRows.ts';
import { TARGET_STATES } from '../../core/target.ts';
import { aRow, aTarget } from './invented.ts';

describe('differences in words', () => {
  it.each([
    [null, 1, '–'],
    [0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [0.5, 1, '+0.5'],
    [-1.25, 2, '−1.25'],
    [1234.5, 1, '+1,234.5'],
    [0.125, null, '+0.13'],
    [3, null, '+3'],
  ])('%s with %s decimals is %s', (value, decimals, text) => expect(signedText(value, decimals)).toBe(text));

  it('a fraction over 1 or under 0 is not clipped', () => {
    expect([percentText(1.545), percentText(-0.2), percentText(0)]).toEqual(['154.5%', '−20.0%', '0.0%']);
  });

  it('a number is grouped', () => expect(plainText(12345.6, 1)).toBe('12,345.6'));
});

describe('the order of a ranking', () => {
  const rows = [
    aRow({ region: '110000', name: '北京', rank: 1, value: 5, rank_change: 0 }),
    aRow({ region: '120000', name: '天津', rank: 2, value: 0, rank_change: null }),
    aRow({ region: '130000', name: '河北', rank: 2, value: -1, rank_change: 3 }),
    aRow({ region: '140000', name: '山西', rank: null, value: null, rank_change: -2 }),
  ];
  const order = (sort: string | null) => sortRows(rows, parseSort(sort)).map((row) => row.name);

  it.each([
    ['without a wish by rank, unranked last', null, ['北京', '天津', '河北', '山西']],
    ['by rank from the end, unranked still last', '-rank', ['天津', '河北', '北京', '山西']],
    ['by value, zero above negative, missing last', '-value', ['北京', '天津', '河北', '山西']],
    ['by value upwards, missing last too', 'value', ['河北', '天津', '北京', '山西']],
    ['by change, no change is a number, none is not', '-change', ['河北', '北京', '山西', '天津']],
    ['an unknown column is the order of ranks', 'colour', ['北京', '天津', '河北', '山西']],
  ])('%s', (_, sort, names) => expect(order(sort)).toEqual(names));

  it('a press on another column starts with the largest, on a name with the first, a second press turns round', () => {
    const press = (sort: string | null, column: 'value' | 'region') => sortText(nextSort(parseSort(sort), column));
    expect([
      press(null, 'value'),
      press('-value', 'value'),
      press('value', 'region'),
      press('region', 'region'),
    ]).toEqual(['-value', 'value', 'region', '-region']);
  });
});

describe('who promised what', () => {
  const jiangsu = aTarget({ region: '320000', region_name: '江苏', year: 2025, value: 10 });
  const press = aTarget({ ...jiangsu, value: 13.5, preferred: false, source: 'a-press-conference' });
  const zhejiang = aTarget({ region: '330000', region_name: '浙江', year: 2025, value: 12 });
  const fujian = aTarget({ region: '350000', region_name: '福建', year: 2025, value: 30, target_kind: 'rise' });
  const later = aTarget({ region: '440000', region_name: '广东', year: 2027, value: 16 });
  const all = [jiangsu, press, zhejiang, fujian, later];
  const names = (comparable: boolean) =>
    byDeadline(all, { comparable }).map(({ year, targets }) => [
      year,
      ...targets.map(({ target }) => target.region_name),
    ]);

  it('stands by deadline; comparable targets by value, a rise last whatever its number', () =>
    expect(names(true)).toEqual([
      [2027, '广东'],
      [2025, '浙江', '江苏', '福建'],
    ]));

  it('is in code order where the definitions differ: an order would be a comparison', () =>
    expect(names(false)[1]).toEqual([2025, '江苏', '浙江', '福建']));

  it('keeps the other statement beside the preferred one', () =>
    expect(byDeadline(all, { comparable: true })[1]?.targets[1]?.others).toEqual([press]));

  it('nothing promised is no deadline', () => expect(byDeadline([], { comparable: true })).toEqual([]));

  it.each([
    ['nothing', [], 1],
    ['13.5', [aTarget({ value: 13.5 })], 15],
    ['60 itself fits', [aTarget({ value: 60 })], 60],
    ['the upper end of a range', [aTarget({ value: 8, value_to: 12 })], 15],
    ['a rise has no place on the axis', [aTarget({ value: 10 }), fujian], 10],
  ])('the axis ends round: %s', (_, targets, end) => expect(axisEnd(targets)).toBe(end));
});

describe('the page of a province', () => {
  it('counts every state in exactly one of the two lines', () =>
    expect([...JUDGED_STATES, ...UNJUDGED_STATES].toSorted()).toEqual([...TARGET_STATES].toSorted()));

  it('counts the states that occur, and no others', () => {
    const targets = [aTarget({ status: 'met' }), aTarget({ status: 'met' }), aTarget({ status: 'awaiting_figure' })];
    expect(countStates(targets, JUDGED_STATES)).toEqual([{ state: 'met', n: 2 }]);
    expect(countStates(targets, UNJUDGED_STATES)).toEqual([{ state: 'awaiting_figure', n: 1 }]);
    expect(countStates([], JUDGED_STATES)).toEqual([]);
  });

  it('lists judged targets first, then the later deadline, and one entry for a target stated twice', () => {
    const judged = aTarget({ indicator: 'b', status: 'missed', year: 2022 });
    const early = aTarget({ indicator: 'a', year: 2025 });
    const late = aTarget({ indicator: 'a', year: 2030 });
    const stated = aTarget({ indicator: 'a', year: 2030, preferred: false, source: 'press' });
    expect(targetEntries([early, stated, late, judged])).toEqual([
      { target: judged, others: [] },
      { target: late, others: [stated] },
      { target: early, others: [] },
    ]);
  });

  it('shows the latest figure with the year before it, not the figure before it', () => {
    const figure = (year: number, value: number | null, region = '320000') =>
      ({ region, indicator: 'a', year, value, display: value === null ? null : String(value) }) as ObservationAnswer;
    const indicator = { indicator: 'a', theme: 't' } as IndicatorAnswer;
    const theme = { theme: 't', name: '主题', name_zh: '主题', name_en: 'Theme' };
    const rows = (own: ObservationAnswer[]) =>
      statisticsByTheme(own, [figure(2024, 9, '100000')], [indicator], [theme]).flatMap((group) => group.rows);
    const [row] = rows([figure(2024, 0), figure(2022, 3), figure(2023, null)]);
    expect([row?.latest.year, row?.before, row?.national?.value]).toEqual([2024, null, 9]);
    expect(row?.series.map(({ year, value }) => [year, value])).toEqual([
      [2022, 3],
      [2024, 0],
    ]);
    expect(rows([])).toEqual([]);
  });
});
