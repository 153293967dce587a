import { describe, expect, it } from 'vitest';
import { barScale } from '../../core/chart/barScale.ts';
import { rankingAltText } from '../../core/chart/rankingAltText.ts';
import { rankingScene, type RankingSceneOptions } from '../../core/chart/rankingScene.ts';
import { overlaps, within, type SceneItem, type SceneText } from '../../core/map/scene.ts';
import { textBox } from '../../core/map/textBox.ts';
import { SIZES } from '../../core/pictureApi.ts';
import { aRanking, aRow } from './aRanking.ts';

const OPTIONS: RankingSceneOptions = {
  width: 1200,
  height: 675,
  lang: 'zh',
  theme: 'light',
  sources: [{ title: '国家数据', publisher: '国家统计局' }],
  dataDate: '2025年',
};
const itemsOf = (ranking = aRanking(), options: Partial<RankingSceneOptions> = {}): SceneItem[] =>
  rankingScene(ranking, { ...OPTIONS, ...options }).groups.flatMap((group) => group.items);
const textsOf = (items: SceneItem[]) => items.filter((item): item is SceneText => item.kind === 'text');
const barsOf = (items: SceneItem[]) =>
  items.flatMap((item) => (item.kind === 'rect' && item.region !== undefined ? [item] : []));

describe('barScale', () => {
  it.each([
    { name: 'starts at zero', values: [2, 10], value: 5, at: 50 },
    { name: 'reaches below zero', values: [-10, 10], value: 0, at: 50 },
    { name: 'all negative', values: [-10, -5], value: -10, at: 0 },
    { name: 'all zero', values: [0, 0], value: 0, at: 0 },
    { name: 'nothing', values: [], value: 0, at: 0 },
  ])('$name', ({ values, value, at }) => expect(barScale(values, 100).at(value)).toBe(at));
});

describe.each(
  Object.entries(SIZES).flatMap(([size, px]) => (['zh', 'en'] as const).map((lang) => ({ size, lang, ...px }))),
)('the ranking as $size in $lang', ({ lang, width, height }) => {
  const unranked = [{ region: '540000', name: '西藏', reason: 'no_statistic' as const }];
  const benchmarks = { ...aRanking().benchmarks, national: 14, national_display: '14.0', median: 16 };
  const ranking = aRanking({ warnings: ['definitions_differ'], unranked, benchmarks });
  const texts = textsOf(itemsOf(ranking, { lang, width, height }));

  it('has no two words over each other, and none over the edge', () => {
    const boxes = texts.map((text) => ({ text: text.text, box: textBox(text) }));
    for (const [i, { text, box }] of boxes.entries()) {
      expect([text, within(box, { x: 0, y: 0, width, height })]).toEqual([text, true]);
      for (const other of boxes.slice(i + 1)) {
        expect([text, other.text, overlaps(box, other.box)]).toEqual([text, other.text, false]);
      }
    }
  });

  it('says who is not ranked and why, the source and every warning', () => {
    const printed = texts.map((text) => text.text).join(' ');
    for (const words of lang === 'zh'
      ? ['西藏无统计数据', '国家统计局', '口径不同', '31 / 31', '单位：%']
      : ['No statistic: 西藏', '国家统计局', 'different definitions', '31 of 31', 'Unit: %']) {
      expect(printed).toContain(words);
    }
  });
});

describe('rankingScene', () => {
  it('draws a bar for each row, its length in proportion to the figure', () => {
    const bars = barsOf(itemsOf());
    expect(bars).toHaveLength(31);
    expect(bars[30]!.width / bars[0]!.width).toBeCloseTo(31, 0);
  });

  it('draws zero as a hairline, and a negative to the left of zero', () => {
    const rows = [aRow('110000', '4.0'), aRow('120000', '0.0'), aRow('130000', '-4.0')];
    const [positive, zero, negative] = barsOf(itemsOf(aRanking({ rows })));
    expect(zero!.width).toBeLessThan(1);
    expect(negative!.x + negative!.width).toBeCloseTo(positive!.x, 3);
  });

  it('writes a bound in words and marks the target of the same year', () => {
    const target = {
      year: 2024,
      value: 12,
      value_to: null,
      bound: 'ge' as const,
      target_kind: 'level' as const,
      wording: '12%以上',
      source: 's',
      locator: null,
      status: 'missed' as const,
      reason: null,
    };
    const rows = [
      aRow('110000', '10', { bound: 'gt', target }),
      aRow('120000', '8', { target: { ...target, year: 2025 } }),
    ];
    const items = itemsOf(aRanking({ rows }));
    expect(textsOf(items).map((t) => t.text)).toContain('超过10');
    expect(items.filter((item) => item.kind === 'line')).toHaveLength(1);
  });

  it('has a sentence when nothing is ranked', () => {
    const items = itemsOf(aRanking({ rows: [] }));
    expect(textsOf(items).map((t) => t.text)).toContain('没有可排位的数据。');
    expect(barsOf(items)).toHaveLength(0);
  });

  it('describes itself in words', () => {
    const rows = [aRow('110000', '3.0'), aRow('120000', '2.0')];
    expect(rankingAltText(aRanking({ rows }), '试验指标，2024年', 'zh')).toBe(
      '条形图：试验指标，2024年（单位：%）。有数据的省份2 / 31。依次为北京3.0、天津2.0。',
    );
  });
});
