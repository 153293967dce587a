import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbook } from '../../server/import/xlsx/openWorkbook.ts';
import { workbook } from '../support/workbook.ts';
import { openSite, TOKEN, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

it('a workbook is uploaded, its other sheet read, and its problems taken away', async () => {
  const { page, faults } = await (await site.visitor()).open('/import');
  await page.getByLabel('年报表，年份').fill('2026');
  const form = await page.getByRole('link', { name: '下载 Excel 表' }).getAttribute('href');
  const answer = await fetch(site.url + String(form));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);

  await page.getByLabel('令牌').fill(TOKEN);
  await page.getByRole('button', { name: '保存' }).click();
  const head = ['年份', '地区', '指标', '数值', '单位'];
  const buffer = await workbook(
    { sheet: '一', data: [head, [2026, '江苏', '软件业务收入', 18_000.5, '亿元']] },
    { sheet: '二', data: [head, [2026, '浙江', '软件业务收入', 'abc', '亿元']] },
  );
  await page.setInputFiles('input[type=file]', { name: '年报.xlsx', mimeType: '', buffer });
  await page.getByRole('cell', { name: '18,000.5' }).first().waitFor();
  await page.getByLabel('工作表').selectOption('二');
  await page.getByText('还有错误，改正之前不会写入任何数字。').waitFor();

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载标色的表格（Excel）' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('问题.xlsx');
  const { sheets } = await openWorkbook(readFileSync(await saved.path()));
  expect(sheets.map(({ name }) => name)).toEqual(['数据', '问题']);
  expect(faults).toEqual([]);
}, 60_000);
