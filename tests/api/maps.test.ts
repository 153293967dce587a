import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../support/app.ts';
import { decodePng } from '../map/decodePng.ts';

type MapAnswer = {
  width: number;
  height: number;
  method: string | null;
  title: string;
  classes: { from: string; to: string; fill: string; n: number }[];
  regions: { region: string; value: number | null; class: number | null; fill: string | null; x: number; y: number }[];
  no_data: { region: string }[];
  warnings: { code: string }[];
  review: { base_map: string; picture: string | null };
  alt_text: string;
};
type ProblemAnswer = { code: string; parameter?: string };

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp('seeded');
});
afterAll(() => t.close());

const bytesOf = async (path: string) => {
  const response = await t.app.request(path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const textOf = async (path: string) => (await t.app.request(path)).text();

describe('/maps/{indicator}', () => {
  it.each(['', '&scale=2', '&size=portrait', '&theme=dark', '&w=700&h=500', '&group=zone:中部'])(
    'draws each region in the colour of its class, at the place the json says%s',
    async (more) => {
      const query = `year=2024&labels=none${more}`;
      const { body } = await t.get<MapAnswer>(`/maps/broadband-per-100.json?${query}`);
      const raster = decodePng(await bytesOf(`/maps/broadband-per-100.png?${query}`));
      expect({ width: raster.width, height: raster.height }).toEqual({ width: body.width, height: body.height });
      const coloured = body.regions.filter((region) => region.class !== null);
      expect(coloured.length).toBe(more.includes('group') ? 6 : 31);
      for (const region of coloured) {
        expect([region.region, raster.pixel(region.x, region.y)]).toEqual([
          region.region,
          body.classes[region.class!]!.fill,
        ]);
      }
    },
  );

  it('gives the same bytes for the same question, whatever the order of its parameters', async () => {
    const first = await bytesOf('/maps/broadband-per-100.png?year=2024&labels=none');
    const other = await openTestApp('seeded');
    const again = await other.app.request('/maps/broadband-per-100.png?labels=none&year=2024');
    expect(Buffer.compare(first, new Uint8Array(await again.arrayBuffer()))).toBe(0);
    await other.close();
  });

  it('answers 304 to who has it already', async () => {
    const { headers } = await t.app.request('/maps/broadband-per-100.svg?year=2024');
    const again = await t.app.request('/maps/broadband-per-100.svg?year=2024', {
      headers: { 'if-none-match': headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('says in json, csv and picture the same class of every region', async () => {
    const { body } = await t.get<MapAnswer>('/maps/software-revenue-gdp.json?year=2024&method=quantile');
    const csv = await textOf('/maps/software-revenue-gdp.csv?year=2024&method=quantile&bom=0');
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows).toHaveLength(34);
    for (const region of body.regions) {
      const row = rows.find(([id]) => id === region.region)!;
      expect([region.region, row[5]]).toEqual([region.region, region.class === null ? '' : String(region.class)]);
    }
    expect(body.no_data.map((r) => r.region)).toEqual(['540000', '710000', '810000', '820000']);
    expect(body).toMatchObject({ width: 1200, height: 675, method: 'quantile', review: { picture: null } });
    expect(await textOf('/maps/software-revenue-gdp.alt.txt?year=2024&method=quantile')).toBe(`${body.alt_text}\n`);
  });

  it('refuses to put different definitions on one map, but shows targets with the warning', async () => {
    const refused = await t.get<ProblemAnswer>('/maps/digital-economy-share.svg');
    expect([refused.status, refused.body.code]).toEqual([409, 'definitions_differ']);
    expect(await textOf('/maps/digital-economy-share.svg?measure=target')).toContain('各地口径不同，数值不宜直接比较');
    expect(await textOf('/maps/digital-economy-share.svg?acknowledge=definitions_differ')).toContain('口径不同');
  });

  it('warns of totals, and prints the operator’s number only from the operator', async () => {
    const { body } = await t.get<MapAnswer>('/maps/gross-regional-product.json');
    expect(body.warnings.map((w) => w.code)).toEqual(['total_not_ratio']);
    expect(await textOf('/maps/broadband-per-100.svg')).toContain('本图未送审');
    const other = await openTestApp('seeded', { env: { DUIBIAO_REVIEW_NUMBER: 'GS(2027)0001号' } });
    expect(await (await other.app.request('/maps/broadband-per-100.svg')).text()).toContain('审图号：GS(2027)0001号');
    await other.close();
  });

  it('keeps the breaks of all provinces for a group, and pools the years when locked', async () => {
    const limits = async (query: string) =>
      (await t.get<MapAnswer>(`/maps/broadband-per-100.json?${query}`)).body.classes.map((c) => c.from);
    expect(await limits('year=2024&group=zone:中部')).toEqual(await limits('year=2024'));
    expect(await limits('year=2024&lock=1')).toEqual(await limits('year=2016&lock=1'));
    expect(await limits('year=2024&lock=1')).not.toEqual(await limits('year=2024'));
  });

  it.each(['national', 'median', '40'])('diverges about %s', async (pivot) => {
    const { body } = await t.get<MapAnswer>(`/maps/broadband-per-100.json?year=2024&diverging=${pivot}`);
    expect(body.classes).toHaveLength(6);
    expect(body.classes.reduce((sum, c) => sum + c.n, 0)).toBe(31);
  });

  it.each([
    ['color=red', 'unknown_parameter', 'color'],
    ['year=twenty', 'bad_parameter', 'year'],
    ['k=8', 'bad_parameter', 'k'],
    ['k=2', 'bad_parameter', 'k'],
    ['method=jenks', 'bad_parameter', 'method'],
    ['method=manual', 'bad_parameter', 'breaks'],
    ['breaks=1,x', 'bad_parameter', 'breaks'],
    ['breaks=1,2&method=equal', 'bad_parameter', 'breaks'],
    ['diverging=mean', 'bad_parameter', 'diverging'],
    ['diverging=40&k=5', 'bad_parameter', 'k'],
    ['diverging=target', 'bad_parameter', 'diverging'],
    ['palette=rainbow', 'bad_parameter', 'palette'],
    ['palette=puor', 'bad_parameter', 'palette'],
    ['palette=ylgnbu&k=7', 'bad_parameter', 'palette'],
    ['size=huge', 'bad_parameter', 'size'],
    ['size=print&w=900', 'bad_parameter', 'size'],
    ['size=print&scale=2', 'bad_parameter', 'scale'],
    ['w=479', 'bad_parameter', 'w'],
    ['w=4001&h=4000', 'bad_parameter', 'w'],
    ['w=4000&h=4000', 'bad_parameter', 'w'],
    ['w=1200&h=400', 'bad_parameter', 'w'],
    ['h=319', 'bad_parameter', 'h'],
    ['h=4000', 'bad_parameter', 'h'],
    ['scale=3', 'bad_parameter', 'scale'],
    ['measure=status', 'bad_parameter', 'measure'],
    ['inset=2', 'bad_parameter', 'inset'],
    ['group=zone:nowhere', 'bad_parameter', 'group'],
    ['highlight=32', 'bad_parameter', 'highlight'],
    [`title=${'长'.repeat(61)}`, 'bad_parameter', 'title'],
    [`note=${'长'.repeat(121)}`, 'bad_parameter', 'note'],
    [`subtitle=${encodeURIComponent('𠮷')}`, 'bad_parameter', 'subtitle'],
    ['title=a%00b', 'bad_parameter', 'title'],
  ])('refuses ?%s', async (query, code, parameter) => {
    const { status, body } = await t.get<ProblemAnswer>(`/maps/broadband-per-100.png?${query}`);
    expect([status, body.code, body.parameter]).toEqual([400, code, parameter]);
  });

  it.each([
    '/maps/no-such-indicator.png',
    '/maps/broadband-per-100.pdf',
    '/maps/broadband-per-100',
    '/embed/broadband-per-100',
  ])('has no %s', async (path) => {
    const { status, body } = await t.get<ProblemAnswer>(path);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('draws a year without figures: all hatched, nothing classed', async () => {
    const { status, body } = await t.get<MapAnswer>('/maps/broadband-per-100.json?year=1950');
    expect([status, body.classes, body.no_data.length]).toEqual([200, [], 34]);
    expect((await t.app.request('/maps/broadband-per-100.png?year=1950')).status).toBe(200);
  });
});

describe('/charts/ranking/{indicator}', () => {
  it('is a picture, its data and its words', async () => {
    const path = '/charts/ranking/software-revenue-gdp';
    const raster = decodePng(await bytesOf(`${path}.png?year=2024&size=square`));
    expect([raster.width, raster.height]).toEqual([1080, 1080]);
    const svg = await textOf(`${path}.svg?year=2024`);
    for (const words of ['30 / 31', '西藏无统计数据', '全国', '中位数', '国家统计局']) expect(svg).toContain(words);
    const { body } = await t.get<{ n_ranked: number; alt_text: string }>(`${path}.json?year=2024`);
    expect(body.n_ranked).toBe(30);
    expect(await textOf(`${path}.alt.txt?year=2024`)).toBe(`${body.alt_text}\n`);
    expect((await textOf(`${path}.csv?year=2024&bom=0`)).trim().split('\r\n')).toHaveLength(32);
  });

  it('refuses different definitions also for targets', async () => {
    const { status, body } = await t.get<ProblemAnswer>('/charts/ranking/digital-economy-share.svg?measure=target');
    expect([status, body.code]).toEqual([409, 'definitions_differ']);
  });
});
