import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RankingAnswer, TargetAnswer } from '../../core/answers.ts';
import type { Problem } from '../../core/problem.ts';
import { openTestApp, type TestApp } from '../support/app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp('seeded');
});
afterAll(() => t.close());

const LISTS = [
  'regions',
  'themes',
  'groups',
  'indicators',
  'observations?indicator=rd-intensity',
  'targets?indicator=rd-intensity',
  'rankings?indicator=rd-intensity',
  'roadmaps?region=320000',
  'milestones',
  'sources',
  'missing',
  'releases',
];

describe('every list', () => {
  it.each(LISTS)('%s answers JSON with an ETag and 304 to the same question', async (list) => {
    const response = await t.app.request(`/api/v1/${list}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await t.app.request(`/api/v1/${list}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
  });

  it.each(LISTS)('%s has a CSV twin with a BOM, and without one for scripts', async (list) => {
    const [path, query] = list.split('?');
    const response = await t.app.request(`/api/v1/${path ?? ''}.csv?${query ?? ''}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const plain = await (await t.app.request(`/api/v1/${path ?? ''}.csv?${query ?? ''}&bom=0`)).text();
    expect(plain.charCodeAt(0)).not.toBe(0xfeff);
    expect(plain.split('\r\n').length).toBeGreaterThan(2);
  });

  it.each(LISTS)('%s refuses an unknown parameter by name', async (list) => {
    const { status, body } = await t.get<Problem>(`/api/v1/${list}${list.includes('?') ? '&' : '?'}nonsense=1`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'unknown_parameter', status: 400, parameter: 'nonsense' });
  });
});

describe('parameters', () => {
  it.each([
    ['rankings?indicator=rd-intensity&year=abc', 'year'],
    ['rankings?indicator=rd-intensity&year=2024&year=2023', 'year'],
    ['rankings?indicator=rd-intensity&measure=magic', 'measure'],
    ['rankings?indicator=rd-intensity&group=zone:nowhere', 'group'],
    ['rankings', 'indicator'],
    ['regions?lang=fr', 'lang'],
    ['regions?as_of=yesterday', 'as_of'],
    ['regions?as_of=2025-02-30', 'as_of'],
    ['observations?region=32', 'region'],
    ['releases/abc', 'release'],
  ])('%s is a 400 that names %s', async (path, parameter) => {
    const { status, body, headers } = await t.get<Problem>(`/api/v1/${path}`);
    expect([status, body.code, body['parameter']]).toEqual([400, 'bad_parameter', parameter]);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    'rankings?indicator=no-such-thing',
    'indicators/no-such-thing',
    'observations?region=999999',
    'targets?indicator=nothing',
    'missing?region=000001',
    'releases/4711',
    'nowhere',
  ])('%s is not found', async (path) => {
    const { status, body } = await t.get<Problem>(`/api/v1/${path}`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('speaks the language that was asked for', async () => {
    const zh = await t.get<Problem>('/api/v1/nowhere?lang=zh');
    const en = await t.get<Problem>('/api/v1/nowhere?lang=en');
    expect([zh.body.title, en.body.title]).toEqual(['没有找到', 'Not found']);
  });

  it('answers a year without figures with nothing ranked', async () => {
    const { status, body } = await t.get<RankingAnswer>('/api/v1/rankings?indicator=rd-intensity&year=1990');
    expect([status, body.n_ranked, body.unranked.length]).toEqual([200, 0, 31]);
  });
});

describe('targets', () => {
  const targets = async (query: string) =>
    (await t.get<{ targets: TargetAnswer[] }>(`/api/v1/targets?${query}`)).body.targets;

  it('keeps both of Jiangsu’s 2025 targets for the core share and prefers the plan’s', async () => {
    const found = await targets('indicator=digital-economy-core-share&year=2025&region=320000');
    expect(found.map(({ bound, value, locator, preferred }) => ({ bound, value, locator, preferred }))).toEqual([
      { bound: 'gt', value: 10, locator: '第118页', preferred: true },
      { bound: 'approx', value: 13.5, locator: null, preferred: false },
    ]);
  });

  it('has Sichuan reach 43 % of the broad share', async () => {
    const [found] = await targets('indicator=digital-economy-share&year=2025&region=510000');
    expect(found).toMatchObject({ bound: 'eq', value: 43, wording: '占GDP比重达到43%' });
  });

  it('judges Guizhou’s growth of 2022 by the statistics of 2021 and 2022', async () => {
    const [found] = await targets('indicator=software-revenue-growth&region=520000&year=2022&derivation=1');
    expect(found).toMatchObject({ status: 'met', bound: 'ge', value: 25 });
    expect(found?.derivation?.inputs.some((input) => input.computed && input.year === 2022)).toBe(true);
  });

  it('judges Jiangsu’s R&D intensity met by the reported figure, with progress from its baseline', async () => {
    const [found] = await targets('indicator=rd-intensity&region=320000&year=2025');
    expect(found).toMatchObject({ status: 'met', figure: { value: 3.38, bound: 'approx' } });
    expect(found?.baseline).not.toBeNull();
    expect(found?.progress).toBeGreaterThan(1);
  });

  it('cannot yet assess Zhejiang’s of 2030: one point, a baseline, a needed pace of 0.04 points a year', async () => {
    const [found] = await targets('indicator=rd-intensity&region=330000&year=2030');
    expect(found).toMatchObject({
      status: 'not_assessable',
      reason: 'fewer_than_two_points',
      baseline: { year: 2025, value: 3.3 },
    });
    expect(found?.pace?.needed_from_start).toBeCloseTo(0.04, 10);
  });
});

describe('as_of', () => {
  it('gives the same figures on every installation, and judges on that day', async () => {
    const { body } = await t.get<RankingAnswer>('/api/v1/rankings?indicator=rd-intensity&as_of=2023-06-30');
    expect(body).toMatchObject({ year: 2023, as_of: '2023-06-30', data_version: 'r1' });
    const before = await t.get<RankingAnswer>('/api/v1/rankings?indicator=rd-intensity&as_of=1969-01-01');
    expect(before.body.n_ranked).toBe(0);
  });
});

it('says that it is well', async () => {
  const { status, body } = await t.get('/healthz');
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'ok', database: t.database.kind, data_version: 'r1', version: 'test' });
});

it('has a roadmap for all 31 provinces and 44 milestones', async () => {
  const roadmaps = await t.get<{ roadmaps: { region: string }[] }>('/api/v1/roadmaps');
  expect(new Set(roadmaps.body.roadmaps.map((row) => row.region)).size).toBe(31);
  const milestones = await t.get<{ milestones: unknown[] }>('/api/v1/milestones');
  expect(milestones.body.milestones).toHaveLength(44);
});

it('gives an indicator with its definition, documents and coverage', async () => {
  const { body } = await t.get('/api/v1/indicators/software-revenue-gdp');
  expect(body).toMatchObject({
    formula: 'software-revenue / gross-regional-product * 100',
    comparable: true,
    default_year: 2024,
    coverage: { 2024: 30 },
    revisions: { revised: 0, mean: null },
  });
});

it('lists what is missing, and gives a template for it', async () => {
  const { body } = await t.get<{ missing: { indicator: string; year: number }[] }>('/api/v1/missing?region=320000');
  expect(body.missing).toContainEqual(
    expect.objectContaining({ indicator: 'digital-economy-core-share', year: 2025, locator: '第118页' }),
  );
  const template = await (await t.app.request('/api/v1/templates/targets.csv?region=320000&bom=0')).text();
  expect(template.split('\r\n')[0]).toBe('年份,地区,指标,数值,单位,备注');
  expect(template).toContain('2025,江苏,数字经济核心产业增加值占GDP比重,,%,');
});

it('compresses an answer for who accepts it, and gives the same bytes inside', async () => {
  const path = '/api/v1/rankings?indicator=rd-intensity&year=2024';
  const plain = await (await t.app.request(path)).text();
  const packed = await t.app.request(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const unpacked = new Response(packed.body?.pipeThrough(new DecompressionStream('gzip')));
  expect(await unpacked.text()).toBe(plain);
});

describe('what the outside may try', () => {
  it.each(['2024-13-01', '2024-00-10', '2024-01-32', '0000-01-01', '9999-12-31', '2024-1-1', ''])(
    'as_of=%s is a 400',
    async (asOf) => {
      const { status, body } = await t.get<Problem>(`/api/v1/rankings?indicator=rd-intensity&as_of=${asOf}`);
      expect([status, body.code, body['parameter']]).toEqual([400, 'bad_parameter', 'as_of']);
    },
  );

  it('gives a stored answer to reads alone', async () => {
    const path = '/api/v1/rankings?indicator=rd-intensity&year=2023';
    expect((await t.app.request(path)).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await t.app.request(path, { method })).status, method).toBe(404);
    }
    expect((await t.app.request(path, { method: 'HEAD' })).status).toBe(200);
  });

  it('has an ETag for each encoding and knows all of them', async () => {
    const path = '/api/v1/rankings?indicator=rd-intensity&year=2022';
    const plain = (await t.app.request(path)).headers.get('etag') ?? '';
    const gzip = (await t.app.request(path, { headers: { 'accept-encoding': 'gzip' } })).headers.get('etag') ?? '';
    expect(gzip).not.toBe(plain);
    for (const etag of [plain, gzip, `W/${plain}`, `"other", ${plain}`, '*']) {
      expect((await t.app.request(path, { headers: { 'if-none-match': etag } })).status, etag).toBe(304);
    }
  });

  it('lets a client keep only what cannot change any more', async () => {
    const cache = async (query: string) =>
      (await t.app.request(`/api/v1/rankings?indicator=rd-intensity${query}`)).headers.get('cache-control');
    expect(await cache('&as_of=2026-11-24')).toContain('max-age=86400');
    expect(await cache('&as_of=2026-11-25')).toContain('max-age=0');
    expect(await cache('')).toContain('max-age=0');
  });

  it('shows the revision log as it stood', async () => {
    const { body } = await t.get<{ releases: unknown[] }>('/api/v1/releases?as_of=1969-12-30');
    expect(body.releases).toEqual([]);
    expect((await t.get('/api/v1/releases/1?as_of=1969-12-30')).status).toBe(404);
  });

  it('keeps those without a rank, and why, in the CSV', async () => {
    const text = await (
      await t.app.request('/api/v1/rankings.csv?indicator=software-revenue-gdp&year=2024&bom=0')
    ).text();
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(32);
    expect(lines.at(-1)).toContain('540000,西藏');
    expect(lines.at(-1)).toContain('no_statistic');
  });
});
