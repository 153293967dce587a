import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodePng } from '../map/decodePng.ts';
import { openSite, TOKEN, type Site } from './site.ts';

/** The project's thread: one figure from a file to a coloured pixel, and back. */
const REGION = '320000';
const YEAR = 2023;
/** Invented: more than any province had that year. */
const CHANGED = 99_999;
const FILE = `年份,地区,指标,数值,单位\n${YEAR},江苏,软件业务收入,${CHANGED},亿元\n`;

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const fillOf = (page: Page) => page.locator(`[data-stop="${REGION}"]`).getAttribute('fill');
const listed = (page: Page) => page.locator('section.list [role=option]', { hasText: '江苏' }).innerText();

/** Colour of the region in the picture that the page offers, as `#rrggbb`. */
async function pixelOf(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: 'PNG 图片' }).getAttribute('href');
  const picture = await fetch(site.url + String(href));
  expect(picture.headers.get('content-type')).toBe('image/png');
  const { width, pixel } = decodePng(new Uint8Array(await picture.arrayBuffer()));
  const json = (await (await fetch(site.url + String(href).replace('.png', '.json'))).json()) as {
    width: number;
    regions: { region: string; x: number; y: number }[];
  };
  const place = json.regions.find(({ region }) => region === REGION);
  const scale = width / json.width;
  return pixel((place?.x ?? 0) * scale, (place?.y ?? 0) * scale);
}

it('a figure goes from a file to map, ranking and picture, and back again', async () => {
  const { page, faults } = await (await site.visitor()).open('/?labels=none');

  // Choose an indicator and a year.
  await page.getByRole('button', { name: '换一个指标' }).click();
  await page.getByLabel('按名称查找指标').fill('软件业务收入');
  await page.getByRole('link', { name: '软件业务收入', exact: true }).click();
  await page.getByRole('link', { name: String(YEAR), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `软件业务收入，${YEAR}年` }).waitFor();
  expect(new URL(page.url()).search).toBe(`?indicator=software-revenue&labels=none&year=${YEAR}`);
  const before = { fill: await fillOf(page), row: await listed(page), pixel: await pixelOf(page) };
  expect(before.row).toMatch(/^\s*3\s+江苏/);
  expect(before.pixel).toBe(before.fill);

  // Upload it changed, look at what would happen, commit.
  await page.getByRole('link', { name: '导入数据' }).click();
  await page.getByLabel('令牌').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.setInputFiles('input[type=file]', {
    name: '一个数.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  await page.getByRole('heading', { name: '变更' }).waitFor();
  expect(await page.locator('tr.revised').innerText()).toMatch(/江苏\s+软件业务收入\s+2023\s+14,386\S*\s+99,999/);
  expect(await page.locator('section', { has: page.locator('#consequences') }).innerText()).toMatch(
    /江苏\s+软件业务收入\s+2023\s+3 → 1/,
  );
  const commit = page.getByRole('button', { name: '确认并写入 1 个数字' });
  expect(await commit.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '确认无误' }).click();
  await page.getByText('已确认').waitFor();
  await page.getByLabel('批次名称').fill('一个数');
  await page.getByLabel('事由').fill('测试');
  await commit.click();
  await page.getByRole('heading', { name: '已写入，批次号 2' }).waitFor();

  // Map, ranking and picture have changed.
  await page.getByRole('link', { name: '看地图' }).click();
  await page.getByText('99,999').first().waitFor();
  expect(await listed(page)).toMatch(/^\s*1\s+江苏\s+99,999/);
  const after = await fillOf(page);
  expect(after).not.toBe(before.fill);
  await page.goto(`${page.url()}&labels=none`, { waitUntil: 'networkidle' });
  expect(await pixelOf(page)).toBe(after);

  // Take it back: as before, and the log says so.
  await page.goto(`${site.url}/import`, { waitUntil: 'networkidle' });
  await page.setInputFiles('input[type=file]', { name: '再来.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.getByText('文件内容与现有的完全相同').waitFor();
  const revert = await fetch(`${site.url}/api/v1/releases/2/revert`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: '测试完毕' }),
  });
  expect(revert.status).toBe(201);
  await page.goto(`${site.url}/?indicator=software-revenue&labels=none&year=${YEAR}`, { waitUntil: 'networkidle' });
  expect({ fill: await fillOf(page), row: await listed(page), pixel: await pixelOf(page) }).toEqual(before);
  expect(faults).toEqual([]);
}, 90_000);

it('a release is taken back from the page that made it', async () => {
  const { page, faults } = await (await site.visitor()).open('/import');
  await page.getByLabel('令牌').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.setInputFiles('input[type=file]', {
    name: '西藏.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('年份,地区,指标,数值,单位\n2024,西藏,软件业务收入,1.5,亿元\n'),
  });
  await page.getByLabel('批次名称').fill('新增一个数');
  await page.getByLabel('事由').fill('测试');
  await page.getByRole('button', { name: /确认并写入/ }).click();
  await page.getByLabel('撤回事由').fill('写错了');
  await page.getByRole('button', { name: '撤回这一批' }).click();
  await page.getByRole('heading', { name: /已撤回，新批次号/ }).waitFor();
  await page.getByRole('link', { name: '看批次记录' }).click();
  await page.getByRole('cell', { name: '已撤回' }).first().waitFor();
  expect(faults).toEqual([]);
}, 60_000);
