import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, TOKEN, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const saysNothingIsNew = '文件内容与现有的完全相同';

async function openWithToken(): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await (await site.visitor()).open('/import');
  await page.getByLabel('令牌').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('本浏览器已存有令牌').waitFor();
  return { page, faults };
}

async function upload(page: Page, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: '一个表.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('heading', { name: '变更' }).waitFor();
}

it('year, indicator and unit that a file does not say are said on the page', async () => {
  const { page, faults } = await openWithToken();
  await upload(page, '地区,数值\n西藏,15000\n');
  expect(await page.locator('td.error').count()).toBeGreaterThan(0);
  expect(await page.getByText(saysNothingIsNew).count()).toBe(0);
  await page.getByText('没有读到可写入的数字').waitFor();
  await page.getByLabel('年份', { exact: true }).fill('2024');
  await page.getByLabel('指标', { exact: true }).selectOption('software-revenue');
  await page.getByLabel('单位', { exact: true }).fill('万元');
  await page.getByRole('button', { name: '按此重新检查' }).click();
  await page.getByRole('button', { name: '确认并写入 1 个数字' }).waitFor();
  expect(await page.locator('tr.new').innerText()).toMatch(/西藏\s+软件业务收入\s+2024\s+–\s+1\.5/);
  expect(await page.locator('section', { has: page.locator('#recognised') }).innerText()).toMatch(
    /指标\s+软件业务收入\s+年份\s+2024/,
  );
  expect(faults).toEqual([]);
}, 60_000);

it('points of one kind are confirmed at once; one switch says what empty cells mean', async () => {
  const { page } = await openWithToken();
  const rows = ['江苏', '浙江', '广东'].map((name) => `2024,${name},软件业务收入,,亿元`);
  await upload(page, `年份,地区,指标,数值,单位\n${rows.join('\n')}\n`);
  const confirm = page.getByRole('button', { name: '全部确认：空单元格（3 项）' });
  await confirm.waitFor();
  await page.getByLabel('空单元格不改动原值').check();
  await confirm.waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: /确认并写入/ }).count()).toBe(0);
  await page.getByLabel('空单元格改为缺失').check();
  await page.getByRole('button', { name: '确认并写入 3 个数字' }).waitFor();

  await page.getByRole('button', { name: '放弃这份草稿' }).click();
  await page.getByText('把文件拖到这里').waitFor();
  await upload(page, `年份,地区,指标,数值,单位\n${rows.join('\n')}\n`);
  await confirm.click();
  await page.getByText('已确认', { exact: true }).nth(2).waitFor();
  await page.getByLabel('批次名称').fill('三个空格');
  expect(await page.getByRole('button', { name: '确认并写入 3 个数字' }).isEnabled()).toBe(true);
}, 60_000);

it('a corrected cell is applied by Enter, and a draft speaks the language of the page', async () => {
  const { page } = await openWithToken();
  await upload(page, '年份,地区,指标,数值,单位\n2024,西藏,软件业务收入,一点五,亿元\n');
  await page.getByLabel(/^改为 D2/).fill('1.5');
  await page.getByLabel(/^改为 D2/).press('Enter');
  await page.getByRole('button', { name: '确认并写入 1 个数字' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Write 1 figure' }).waitFor();
  await page.getByRole('rowheader', { name: 'Xizang' }).first().waitFor();
}, 60_000);

it('a wrong token is told and can be replaced', async () => {
  const { page } = await (await site.visitor()).open('/import');
  await page.getByLabel('令牌').fill('a wrong one');
  await page.getByRole('button', { name: '保存' }).click();
  const file = {
    name: '一个表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('年份,地区,指标,数值,单位\n2024,西藏,软件业务收入,1.5,亿元\n'),
  };
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('令牌不正确').waitFor();
  await page.getByLabel('令牌').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('本浏览器已存有令牌').waitFor();
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('heading', { name: '变更' }).waitFor();
}, 60_000);

it('a release is taken back from the log; one that others stand on is not, and the cells are named', async () => {
  const { page } = await openWithToken();
  for (const value of ['1.5', '1.6']) {
    await upload(page, `年份,地区,指标,数值,单位\n2024,西藏,软件业务收入,${value},亿元\n`);
    await page.getByLabel('批次名称').fill(`西藏 ${value}`);
    await page.getByLabel('事由').fill('测试');
    await page.getByRole('button', { name: /确认并写入/ }).click();
    await page.getByRole('heading', { name: /已写入，批次号/ }).waitFor();
    await page.getByRole('button', { name: '导入另一个文件' }).click();
  }
  await page.goto(`${site.url}/sources`, { waitUntil: 'networkidle' });
  const rowOf = (label: string) => page.getByRole('row', { name: new RegExp(label) });
  await rowOf('西藏 1.5').getByRole('button', { name: '撤回' }).click();
  await page.getByLabel('撤回事由').fill('写错了');
  await page.getByRole('button', { name: '撤回批次 2' }).click();
  await page.getByText('下列数字后来又改过').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/540000 software-revenue 2024 批次 3/);
  await rowOf('西藏 1.6').getByRole('button', { name: '撤回' }).click();
  await page.getByLabel('撤回事由').fill('写错了');
  await page.getByRole('button', { name: '撤回批次 3' }).click();
  await page.getByRole('cell', { name: '已撤回' }).first().waitFor();
}, 60_000);
