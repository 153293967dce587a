import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MapPack } from '../../core/map/mapPack.ts';
import { mapScene } from '../../core/map/mapScene.ts';
import { readMapPack } from '../../core/map/pack.ts';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import type { Scene } from '../../core/map/scene.ts';
import { ROOT } from '../support/root.ts';
import { openComponents, textOf, type Components } from './components.ts';
import { aMapView, aRanking, aRow, aTarget } from './invented.ts';

let components: Components;
beforeAll(async () => {
  components = await openComponents();
});
afterAll(() => components.close());

const html = (name: string, props: Record<string, unknown>) => components.html(`components/${name}.svelte`, props);

describe('the map on the page', () => {
  const paths = readMapPack(JSON.parse(readFileSync(`${ROOT}seeds/geo/map-pack.json`, 'utf8')) as MapPack);
  const regions = paths.pack.main.units.map(({ region }) => region);
  const view = aMapView(regions);

  /** Every path with its fill, in the order it is painted. */
  function paintedIn(svg: string): [string, string][] {
    return [...svg.matchAll(/<path\b[^>]*>/g)].map(([tag]) => [
      / d="([^"]*)"/.exec(tag)?.[1] ?? '',
      / fill="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]);
  }

  it.each([
    ['with the inset', 900],
    ['upright, as on a phone', 375],
  ])('has every path and fill of the file, %s', async (_, width) => {
    const scene: Scene = mapScene(view, paths, { width, chrome: 'page' });
    const file = paintedIn(sceneToSvg(scene));
    const page = paintedIn(await html('Choropleth', { scene }));
    expect(file.length).toBeGreaterThan(34);
    expect(page).toEqual(file);
  });

  it('has the same words in the same places, and the same hatches and clips', async () => {
    const scene = mapScene(view, paths, { width: 900, chrome: 'page', idPrefix: 'left-' });
    const of = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map((match) => match.slice(1));
    const [file, page] = [sceneToSvg(scene), await html('Choropleth', { scene })];
    for (const pattern of [
      /<text[^>]* x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)<\/text>/g,
      /<(?:pattern|clipPath) id="([^"]*)"/g,
      /url\(#([^)]*)\)/g,
    ]) {
      expect(of(page, pattern)).toEqual(of(file, pattern));
    }
  });

  it('is one tab stop with a name for each of the 34 units', async () => {
    const scene = mapScene(view, paths, { width: 900, chrome: 'page' });
    const page = await html('Choropleth', { scene, selected: '320000', labelOf: (region: string) => `name ${region}` });
    const stops = [...page.matchAll(/<path\b[^>]*role="button"[^>]*>/g)].map(([tag]) => tag);
    expect(stops).toHaveLength(34);
    expect(stops.filter((tag) => tag.includes('tabindex="0"'))).toHaveLength(1);
    expect(stops.find((tag) => tag.includes('tabindex="0"'))).toContain('aria-label="name 320000"');
    expect(stops.find((tag) => tag.includes('tabindex="0"'))).toContain('aria-pressed="true"');
  });
});

describe('the table of a ranking', () => {
  const rows = [
    aRow({
      region: '110000',
      name: '北京',
      rank: 1,
      display: '9.0',
      value: 9,
      rank_previous: 5,
      rank_common: 3,
      rank_change: 2,
      to_national: 1.5,
    }),
    aRow({
      region: '120000',
      name: '天津',
      rank: 2,
      tied: true,
      display: '0.0',
      value: 0,
      newcomer: true,
      to_national: 0,
    }),
    aRow({ region: '130000', name: '河北', rank: 2, tied: true, display: '<0.1', value: null, to_national: null }),
  ];
  const ranking = aRanking({
    rows,
    n_ranked: 3,
    unranked: [{ region: '540000', name: '西藏', reason: 'no_statistic' }],
    benchmarks: { ...aRanking({}).benchmarks, national: 7.5, national_display: '7.5' },
  });

  it('shows ties, changes as both ranks, newcomers, and what is below the smallest unit', async () => {
    const text = textOf(await html('RankingTable', { ranking, sort: null }));
    expect(text).toContain('1 北京 9.0 5 → 3');
    expect(text).toMatch(/=2 天津 0\.0 新/);
    expect(text).toMatch(/=2 河北 <0\.1|=2 河北 &lt;0\.1/);
    expect(text).toContain('+1.5');
  });

  it('draws a bar of no width for zero and none for a missing number', async () => {
    const page = await html('RankingTable', { ranking, sort: null });
    const bars = [...page.matchAll(/<span class="bar[^"]*">(.*?)<\/td>/gs)].map(
      ([, inner]) => /width: ?([\d.]+)%/.exec(inner ?? '')?.[1],
    );
    expect(bars).toEqual(['100', '0', undefined]);
  });

  it('lists the unranked with the reason in words', async () => {
    expect(textOf(await html('RankingTable', { ranking, sort: null }))).toMatch(/未列入位次.*西藏 没有公布数字/);
  });

  it('a progress of nought says that nothing was measured since the baseline; one that stood still is a figure', async () => {
    const target = {
      year: 2026,
      value: 3,
      value_to: null,
      bound: 'eq' as const,
      target_kind: 'level' as const,
      wording: '达到3%',
      source: 'a-plan',
      locator: null,
      status: 'not_assessable' as const,
      reason: 'fewer_than_two_points' as const,
    };
    const still = aRow({ region: '310000', name: '上海', value: 0, display: '0.000', bound: 'approx', target });
    const stood = aRow({
      region: '320000',
      name: '江苏',
      value: 0,
      display: '0.000',
      target: { ...target, status: 'far_behind', reason: null },
    });
    const progress = aRanking({ rows: [still, stood], measure: 'progress' });
    for (const [name, more] of [
      ['RankingTable', { sort: null }],
      ['RankingList', { selected: null, hovered: null, onhover: () => {}, onselect: () => {} }],
    ] as const) {
      const text = textOf(await html(name, { ranking: progress, ...more }));
      expect(text).toMatch(/上海 还没有新数字/);
      expect(text).toMatch(/江苏 0\.0%/);
      expect(text).not.toContain('约');
    }
  });

  it('writes one minus everywhere', async () => {
    const below = aRow({ region: '110000', name: '北京', value: -0.42, display: '-0.42', to_median: -0.42 });
    const text = textOf(await html('RankingTable', { ranking: aRanking({ rows: [below] }), sort: null }));
    expect(text).toContain('−0.42');
    expect(text).not.toContain('-0.42');
  });

  it('announces the sort on exactly one header', async () => {
    const sorts = async (sort: string | null) =>
      [...(await html('RankingTable', { ranking, sort })).matchAll(/aria-sort="(\w+)"/g)].map(([, order]) => order);
    expect([await sorts(null), await sorts('-value')]).toEqual([['ascending'], ['descending']]);
  });
});

describe('targets', () => {
  it('the strip counts in two lines, each with its denominator, and offers the missing figures', async () => {
    const targets = [
      aTarget({ status: 'met' }),
      aTarget({ status: 'awaiting_figure' }),
      aTarget({ status: 'no_statistic' }),
    ];
    const text = textOf(await html('StatusStrip', { targets, missing: 2 }));
    expect(text).toMatch(/已能判断 1 \/ 3 已达成 1 尚不能判断 2 \/ 3 等待数据 1 没有统计 1 待补数据 2 项/);
  });

  it('an entry quotes the plan with its page and the other statement beside it', async () => {
    const other = aTarget({
      preferred: false,
      wording: '13%左右',
      source: 'press',
      source_title: '虚构发布会',
      locator: null,
    });
    const text = textOf(await html('TargetEntry', { target: aTarget({ wording: '超过10%' }), others: [other] }));
    expect(text).toContain('“超过10%” 虚构规划 第1页 规划');
    expect(text).toContain('“13%左右”虚构发布会');
  });

  it('without a figure of the target year names that year, since the sentence may speak of another', async () => {
    const target = aTarget({ status: 'awaiting_figure', year: 2025 });
    expect(textOf(await html('TargetEntry', { target, others: [] }))).toContain('目标年（2025）数字 尚无数字');
  });

  it('says that nothing has changed yet instead of a bare 0 %', async () => {
    const figure = { year: 2025, value: 3.3, display: '3.30', bound: 'approx' as const, status: 'reported' as const };
    const target = aTarget({
      status: 'not_assessable',
      reason: 'fewer_than_two_points',
      figure,
      baseline: { year: 2025, value: 3.3, display: '3.30' },
      progress: 0,
      pace: { rule: 'linear', needed_from_start: 0.04, needed_from_now: 0.04, actual: null, ratio: null },
    });
    const text = textOf(await html('TargetEntry', { target, others: [] }));
    expect(text).toContain('基期就是现有数字，还没有变化');
    expect(text).not.toContain('0.0%');
    expect(text).toContain('从现在起所需 +0.04');
  });

  it.each([
    [1.545, '100', '154.5%'],
    [0, '0', '0.0%'],
    [-0.3, '0', '−30.0%'],
  ])('the bar of %s is clipped, the number is not', async (fraction, width, text) => {
    const page = await html('ProgressBar', { fraction, label: '进度' });
    expect(page).toMatch(new RegExp(`width: ?${width}%`));
    expect(textOf(page)).toBe(text);
  });
});

it('a revision that leaves the number as it was says what else changed', async () => {
  const change = {
    region: '320000',
    region_name: '江苏',
    indicator: 'invented',
    indicator_name: '虚构指标',
    year: 2023,
    old: '14386.27',
    delta: 0,
    delta_pct: 0,
    kind: 'revised' as const,
  };
  const text = async (now: string) =>
    textOf(await html('ChangeTable', { changes: [{ ...change, new: now }], total: 1, counts: null }));
  expect(await text('14386.27')).toContain('附注等有变');
  expect(await text('14386.28')).not.toContain('附注等有变');
});

it('a sparkline breaks where a year has no figure and keeps zero as a value', async () => {
  const pathOf = async (values: [number, number | null][]) =>
    / d="([^"]*)"/.exec(
      await html('Sparkline', { label: 'x', points: values.map(([year, value]) => ({ year, value })) }),
    )?.[1];
  expect(
    (
      await pathOf([
        [2020, 1],
        [2021, 0],
        [2022, 2],
      ])
    )?.match(/M/g),
  ).toHaveLength(1);
  expect(
    (
      await pathOf([
        [2019, 1],
        [2020, 1],
        [2022, 0],
        [2023, 2],
      ])
    )?.match(/M/g),
  ).toHaveLength(2);
  expect(
    (
      await pathOf([
        [2019, 1],
        [2020, null],
        [2021, 2],
      ])
    )?.match(/M/g),
  ).toHaveLength(2);
});

it('a state is a shape and a word, not a colour alone', async () => {
  const marks = await Promise.all(
    ['met', 'missed', 'awaiting_figure', 'undetermined'].map((state) => html('StatusMark', { state })),
  );
  expect(marks.map(textOf)).toEqual(['已达成', '未达成', '等待数据', '按公布精度无法判定']);
  expect(new Set(marks.map((mark) => / d="([^"]*)"/.exec(mark)?.[1])).size).toBe(4);
});

it('the guard says why, offers two panels and an explicit way round', async () => {
  const page = await html('DefinitionGuard', { name: '虚构占比' });
  expect(textOf(page)).toContain('“虚构占比”由各省自行测算，口径不一');
  expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))).toEqual([
    '/?tab=targets',
    '/?measure=target',
    '/?acknowledge=definitions_differ',
  ]);
});

describe('the address as state', () => {
  type Url = {
    to: (page: string, params?: object, region?: string) => string;
    here: (change: object) => string;
    go: (href: string, options?: { replace: boolean }) => void;
    param: (name: string) => string | null;
  };
  afterEach(() => vi.unstubAllGlobals());

  it('a change stays on the page; a link to another page keeps language and vintage and nothing else', async () => {
    const place = { href: 'http://localhost/' };
    const steps: string[] = [];
    const move = (kind: string) => (_state: unknown, _title: string, href: string) => {
      place.href = new URL(href, place.href).href;
      steps.push(kind);
    };
    vi.stubGlobal('location', place);
    vi.stubGlobal('history', { pushState: move('new'), replaceState: move('same') });
    const { url } = await components.load<{ url: Url }>('lib/urlState.svelte.ts');
    url.go('/ranking?indicator=a&sort=-value&lang=en&as_of=2026-01-01');
    expect(url.param('sort')).toBe('-value');
    expect(url.here({ year: '2024', sort: null })).toBe('/ranking?as_of=2026-01-01&indicator=a&lang=en&year=2024');
    expect(url.to('province', {}, '320000')).toBe('/province/320000?as_of=2026-01-01&lang=en');
    url.go('/', { replace: true });
    expect([url.param('lang'), steps]).toEqual([null, ['new', 'same']]);
  });

  it.each([
    ['the address first', 'en', 'zh', ['zh-CN'], 'en'],
    ['then the stored choice', null, 'en', ['zh-CN'], 'en'],
    ['then the first language of the browser that we speak', null, null, ['fr', 'en-GB', 'zh'], 'en'],
    ['traditional Chinese is Chinese', null, null, ['zh-Hant-TW'], 'zh'],
    ['else Chinese', null, null, ['fr'], 'zh'],
    ['a language we do not speak in the address is none', 'de', null, [], 'zh'],
  ])('language: %s', async (_, asked, stored, browser, expected) => {
    const { chooseLanguage } = await components.load<{
      chooseLanguage: (a: string | null, s: string | null, b: readonly string[]) => string;
    }>('lib/language.svelte.ts');
    expect(chooseLanguage(asked, stored, browser)).toBe(expected);
  });
});
