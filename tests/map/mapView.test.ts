import { describe, expect, it } from 'vitest';
import { aRanking, aRow, aView, provinces } from './aRanking.ts';

const regionOf = (view: ReturnType<typeof aView>, region: string) => view.regions.find((r) => r.region === region)!;

describe('mapView', () => {
  it('shows 34 units, of which Taiwan, Hong Kong and Macao have no figure', () => {
    const view = aView();
    expect(view.regions).toHaveLength(34);
    expect(view.no_data.map((r) => r.region)).toEqual(['710000', '810000', '820000']);
    expect(view.missing_line).toBe('台湾省、香港特别行政区、澳门特别行政区资料暂缺。');
  });

  it('prints limits with the boundary rule, and counts that add up', () => {
    const view = aView();
    expect(view.classes.map((c) => c.label)).toEqual([
      '≥ 0.0 且 < 10.0',
      '≥ 10.0 且 < 20.0',
      '≥ 20.0 且 < 30.0',
      '≥ 30.0 且 ≤ 40.0',
    ]);
    expect(view.classes.map((c) => c.n)).toEqual([9, 10, 10, 2]);
    expect(aView(aRanking(), { lang: 'en' }).classes[0]!.label).toBe('≥ 0.0 and < 10.0');
  });

  it('gives each region the fill of the class its shown value is in', () => {
    const view = aView();
    for (const region of view.regions) {
      if (region.class === null) continue;
      const { from, to, fill } = view.classes[region.class]!;
      expect(region.fill).toBe(fill);
      expect(region.value!).toBeGreaterThanOrEqual(Number(from));
      expect(region.value!).toBeLessThanOrEqual(Number(to));
    }
  });

  it.each([
    { name: 'nothing', rows: [], classes: 0, noData: 34 },
    { name: 'one value', rows: [aRow('110000', '3.0')], classes: 1, noData: 33 },
    { name: 'a zero', rows: [aRow('110000', '0.0'), aRow('120000', '2.0')], classes: 2, noData: 32 },
    { name: 'all equal', rows: provinces.map((p) => aRow(p.region, '5.0')), classes: 1, noData: 3 },
  ])('draws $name', ({ rows, classes, noData }) => {
    const present = new Set(rows.map((row) => row.region));
    const unranked = provinces
      .filter((p) => !present.has(p.region))
      .map((p) => ({ region: p.region, name: p.short_zh, reason: 'no_statistic' as const }));
    const view = aView(aRanking({ rows, unranked }));
    expect(view.classes).toHaveLength(classes);
    expect(view.no_data).toHaveLength(noData);
    expect(view.classes.reduce((sum, c) => sum + c.n, 0)).toBe(rows.length);
  });

  it('puts a figure below the smallest unit into the lowest class, without a number', () => {
    const rows = [aRow('110000', '3.0'), aRow('120000', '9.0'), aRow('130000', '<0.1', { value: null })];
    const view = aView(aRanking({ rows }));
    expect(regionOf(view, '130000')).toMatchObject({ value: null, display: '<0.1', class: 0 });
    expect(view.no_data.map((r) => r.region)).not.toContain('130000');
  });

  it('draws provinces outside of the group plain, neither coloured nor hatched', () => {
    const group = { id: 'list:110000', name: '自选1个省份', n: 1 };
    const view = aView(aRanking({ rows: [aRow('110000', '3.0')], group }), { basis: ['1.0', '3.0', '9.0'] });
    expect(view.n_outside).toBe(30);
    expect(regionOf(view, '120000')).toMatchObject({ outside: true, class: null, fill: null });
    expect(regionOf(view, '710000').outside).toBe(false);
    expect(view.classes.length).toBeGreaterThan(1);
  });

  it('draws fractions in percent and ranges by their lower end', () => {
    const progress = aView(aRanking({ measure: 'progress', unit: '', decimals: 3, rows: [aRow('110000', '0.455')] }));
    expect(progress.unit).toBe('%');
    expect(regionOf(progress, '110000')).toMatchObject({ value: 45.5, display: '45.5' });
    const range = aView(aRanking({ measure: 'target', rows: [aRow('110000', '3–4', { value: 3, bound: 'range' })] }));
    expect(regionOf(range, '110000')).toMatchObject({ display: '3–4', class: 0 });
  });

  it('says what a reader must be told', () => {
    const view = aView(aRanking({ warnings: ['definitions_differ'], additive: true, comparable: false }));
    expect(view.warnings.map((w) => w.code)).toEqual(['definitions_differ', 'total_not_ratio']);
    for (const warning of view.warnings) expect(view.alt_text).toContain(warning.text);
    expect(aView(aRanking({ additive: true, measure: 'growth' })).warnings).toEqual([]);
  });

  it.each([
    { review: null, zh: '本图未送审', en: '本图未送审' },
    { review: 'GS(2027)1号', zh: '审图号：GS(2027)1号', en: 'Map review number: GS(2027)1号' },
  ])('prints the review state $review', ({ review, zh, en }) => {
    const view = aView(aRanking(), { pictureReview: review });
    expect(view.review_line).toContain(`底图审图号：GS(2024)0650号　${zh}`);
    expect(view.review).toEqual({ base_map: 'GS(2024)0650号', picture: review });
    expect(aView(aRanking(), { pictureReview: review, lang: 'en' }).review_line).toContain(en);
  });

  it('describes itself in words: subject, year, unit, ends, spread, what is missing', () => {
    const unranked = [{ region: '540000', name: '西藏', reason: 'no_statistic' as const }];
    const rows = aRanking().rows.filter((row) => row.region !== '540000');
    expect(aView(aRanking({ rows, unranked })).alt_text).toBe(
      '分省地图：试验指标，2024年（单位：%）。31个省份中30个有数据。最高：新疆31.0、宁夏30.0、青海29.0；' +
        '最低：北京1.0、天津2.0、河北3.0。最高与最低相差30.0。台湾省、香港特别行政区、澳门特别行政区资料暂缺。西藏无统计数据。',
    );
    expect(aView(aRanking({ rows: [aRow('110000', '3.0')] }), { lang: 'en' }).alt_text).toContain(
      'From high to low: 北京 3.0.',
    );
  });

  it('lies about a pivot with as many classes on either side', () => {
    const view = aView(aRanking(), { pivot: { value: '16', name: '全国' } });
    expect(view.pivot).toEqual({ value: '16.0', name: '全国' });
    expect(view).toMatchObject({ method: null, palette: 'puor' });
    expect(view.classes.map((c) => c.from)).toEqual(['1.0', '6.0', '11.0', '16.0', '21.0', '26.0']);
  });

  it('writes the limits of targets with the decimals that the targets have', () => {
    const rows = ['7', '10', '10.5', '12'].map((text, i) => aRow(provinces[i]!.region, text));
    const target = (kept: typeof rows) =>
      aView(aRanking({ measure: 'target', rows: kept }), { method: 'natural', k: 3 }).classes.map((c) => c.from);
    expect(target(rows)).toEqual(['7.0', '10.0', '12.0']);
    expect(target([rows[0]!, rows[1]!, rows[3]!])).toEqual(['7', '10', '12']);
    const published = aRanking({ decimals: null, rows });
    expect(aView(published, { method: 'equal', k: 3 }).classes.map((c) => c.from)).toEqual(['7.0', '8.7', '10.3']);
  });

  it('refuses a palette with too few colours', () => {
    expect(() => aView(aRanking(), { palette: 'ylgnbu', method: 'equal', k: 7 })).toThrow(RangeError);
  });
});

it('says how many figures came without a document', () => {
  const line = (unsourced: number, lang: 'zh' | 'en') => aView(aRanking(), { lang, unsourced }).source_line;
  expect(line(0, 'zh')).not.toContain('未注明出处');
  expect(line(2, 'zh')).toContain('；2个省份的数字未注明出处');
  expect(line(2, 'en')).toContain('no source stated for 2');
});
