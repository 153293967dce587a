import { readFileSync } from 'node:fs';
import type { RankingAnswer, RankingRow } from '../../core/answers.ts';
import type { MapPack } from '../../core/map/mapPack.ts';
import { mapView, type MapOptions } from '../../core/map/mapView.ts';
import { readMapPack } from '../../core/map/pack.ts';
import { seedRows } from '../support/dataset.ts';

export const pack = JSON.parse(
  readFileSync(new URL('../../seeds/geo/map-pack.json', import.meta.url), 'utf8'),
) as MapPack;
export const paths = readMapPack(pack);
export const units = seedRows.regions.filter((region) => region.level === 'province');
export const provinces = units.filter((region) => region.has_data);

/** A row with invented figures: only what a picture looks at matters. */
export function aRow(region: string, display: string, part: Partial<RankingRow> = {}): RankingRow {
  const number = Number(display.replaceAll(',', ''));
  return {
    region,
    name: units.find((unit) => unit.region === region)!.short_zh,
    value: Number.isFinite(number) ? number : null,
    display,
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
    to_best: null,
    to_next: null,
    to_median: null,
    to_national: null,
    target: null,
    source: null,
    locator: null,
    note: null,
    release: 1,
    ...part,
  };
}

/** An invented ranking of all provinces, 1.0 … 31.0 in code order, but for what is given. */
export function aRanking(part: Partial<RankingAnswer> = {}): RankingAnswer {
  const rows = provinces.map((unit, i) => aRow(unit.region, `${String(i + 1)}.0`));
  return {
    indicator: 'invented',
    name: '试验指标',
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
    rows,
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
    ...part,
  };
}

export function aView(ranking: RankingAnswer = aRanking(), options: Partial<MapOptions> = {}) {
  return mapView(ranking, {
    lang: 'zh',
    theme: 'light',
    units,
    sources: [{ title: '国家数据', publisher: '国家统计局' }],
    dataDate: '2025年',
    baseMap: pack.metadata,
    pictureReview: null,
    ...options,
  });
}
