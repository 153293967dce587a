import type { RankingAnswer, RankingRow, TargetAnswer } from '../../core/answers.ts';
import type { MapView } from '../../core/map/view.ts';

/** Answers with invented figures, for tests only. */

export function aRow(given: Partial<RankingRow> & Pick<RankingRow, 'region' | 'name'>): RankingRow {
  return {
    value: 1,
    display: '1.0',
    bound: 'eq',
    symbol: null,
    status: 'final',
    computed: false,
    year: 2024,
    rank: 1,
    tied: false,
    rank_previous: null,
    rank_common: null,
    rank_change: null,
    newcomer: false,
    to_best: 0,
    to_next: 0,
    to_median: 0,
    to_national: null,
    target: null,
    source: 'invented',
    locator: null,
    note: null,
    release: 1,
    ...given,
  };
}

export function aRanking(given: Partial<RankingAnswer>): RankingAnswer {
  const rows = given.rows ?? [];
  return {
    indicator: 'invented',
    name: '虚构指标',
    unit: '%',
    decimals: 1,
    year: 2024,
    measure: 'value',
    direction: 'higher',
    group: { id: 'all', name: '全部31个省份', n: 31 },
    data_version: 'r1',
    as_of: null,
    comparable: true,
    additive: false,
    warnings: [],
    n_ranked: rows.length,
    unranked: [],
    benchmarks: {
      national: null,
      national_display: null,
      national_basis: null,
      median: null,
      mean: null,
      weighted_mean: null,
      best: null,
    },
    ...given,
    rows,
  };
}

export function aTarget(given: Partial<TargetAnswer>): TargetAnswer {
  return {
    region: '320000',
    region_name: '江苏',
    indicator: 'invented',
    indicator_name: '虚构指标',
    unit: '%',
    year: 2030,
    value: 10,
    value_to: null,
    bound: 'eq',
    target_kind: 'level',
    period_from: 2026,
    period_to: 2030,
    modality: null,
    wording: '达到10%',
    source: 'a-plan',
    source_title: '虚构规划',
    source_kind: 'plan',
    locator: '第1页',
    confidence: 'high',
    note: null,
    release: 1,
    valid_from: '1970-01-01T00:00:00.000Z',
    preferred: true,
    status: 'no_statistic',
    reason: null,
    provisional: false,
    sentence: '尚无数字。',
    figure: null,
    baseline: null,
    progress: null,
    attainment: null,
    pace: null,
    ...given,
  };
}

/** A map of the regions: every third has no figure, the others lie in two classes. */
export function aMapView(regions: readonly string[]): MapView {
  const fills = ['#ffffcc', '#253494'];
  return {
    indicator: 'invented',
    measure: 'value',
    year: 2024,
    unit: '%',
    lang: 'zh',
    theme: 'light',
    palette: 'ylgnbu',
    heading: '虚构指标，2024年',
    title: '虚构指标，2024年',
    subtitle: '单位：%',
    note: null,
    method: 'pretty',
    classes: fills.map((fill, at) => ({
      from: String(at),
      to: String(at + 1),
      fill,
      n: 1,
      label: `${at} 至 ${at + 1}`,
    })),
    pivot: null,
    regions: regions.map((region, at) => {
      const index = at % 3 === 2 ? null : at % 3;
      return {
        region,
        name: `地区${region.slice(0, 2)}`,
        value: index,
        display: index === null ? null : String(index),
        class: index,
        fill: index === null ? null : (fills[index] ?? null),
        bound_text: null,
        source: null,
        locator: null,
        release: null,
        remark: null,
        outside: false,
      };
    }),
    no_data: [],
    missing_line: '台湾省、香港特别行政区、澳门特别行政区资料暂缺。',
    warnings: [],
    source_line: '数据来源：虚构',
    data_date: '2026-01-01',
    data_version: 'r1',
    review: { base_map: 'GS(0000)0000号', picture: null },
    review_line: '底图审图号：GS(0000)0000号　本图未送审',
    n_outside: 0,
    labels: 'name',
    highlight: null,
    alt_text: '虚构',
  };
}
