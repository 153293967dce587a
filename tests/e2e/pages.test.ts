import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSite, TOKEN, type Site } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PATHS = {
  map: '/?region=320000',
  targets: '/?tab=targets',
  guard: '/?indicator=digital-economy-share',
  ranking: '/ranking?indicator=rd-intensity&group=list:110000,310000,320000',
  province: '/province/320000?open=rd-intensity:2025',
  'province without targets': '/province/220000',
  provinces: '/province',
  import: '/import',
  sources: '/sources?release=1',
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** What axe finds against WCAG 2.2 A and AA: rule and the first place. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows none from outside.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (place: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

describe.each([
  ['light, Chinese, wide', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }, 'zh'],
  ['dark, English, on a phone', { colorScheme: 'dark', viewport: { width: 375, height: 812 } }, 'en'],
] as const)('%s', (_, options, lang) => {
  let visitor: Awaited<ReturnType<Site['visitor']>>;
  beforeAll(async () => {
    visitor = await site.visitor(options);
  });
  afterAll(() => visitor.leave());

  it.each(Object.entries(PATHS))(
    '%s: axe finds nothing, nothing overflows, nothing fails, one heading of the first order',
    async (name, path) => {
      const { page, faults } = await visitor.open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      // Below zero where room is kept for a scroll bar.
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'en' ? 'en' : 'zh-CN');
      // The one request that is refused on purpose.
      expect(faults.filter((fault) => name !== 'guard' || !fault.includes('409'))).toEqual([]);
      await page.close();
    },
    40_000,
  );
});

it.each([1440, 375])(
  'a draft with every kind of input, %i px wide: axe finds nothing, nothing overflows',
  async (width) => {
    const visitor = await site.visitor({ viewport: { width, height: 900 } });
    const { page } = await visitor.open('/import?lang=en');
    await page.getByLabel('Token').fill(TOKEN);
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.setInputFiles('input[type=file]', {
      name: 'a table.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        '年份,地区,指标,数值,单位\n2024,江苏,软件业务收入,,亿元\n2024,浙江,软件业务收入,,亿元\n2024,广东,软件业务收入,二,亿元\n',
      ),
    });
    await page.getByRole('button', { name: /Confirm all: empty cells/ }).waitFor();
    await page.getByRole('option', { name: 'Software business revenue', exact: true }).waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await visitor.leave();
  },
  40_000,
);

describe('a visitor', () => {
  let visitor: Awaited<ReturnType<Site['visitor']>>;
  beforeEach(async () => {
    visitor = await site.visitor();
  });
  afterEach(() => visitor.leave());

  it('the map is walked by arrow keys in code order, Enter selects, Back undoes a step', async () => {
    const { page } = await visitor.open('/');
    await page.locator('[data-stop][tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-stop'));
    expect(await focused()).toBe('110000');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('130000');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('120000');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('region')).toBe('120000');
    expect(await page.locator('.readout').innerText()).toContain('天津');
    await page.getByRole('link', { name: '查看天津' }).click();
    await page.getByRole('heading', { level: 1, name: '天津市' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /软件业务收入相当于GDP比例/ }).waitFor();
  });

  it('the years play with one set of classes and stop at the last', async () => {
    const { page } = await visitor.open('/?year=2022');
    await page.getByRole('button', { name: '逐年播放' }).click();
    await page.waitForURL(/lock=1.*year=2024|year=2024.*lock=1/);
    await page.getByRole('button', { name: '逐年播放' }).waitFor();
    await page.getByRole('heading', { level: 1, name: /2024年/ }).waitFor();
  });

  it('the years play from the first view, from the first year to the last, and stop there', async () => {
    const { page } = await visitor.open('/');
    const shown = page.getByRole('heading', { level: 1 });
    const last = /\d{4}/.exec(await shown.innerText())?.[0] ?? '';
    const years = await page.getByRole('group', { name: '年份' }).getByRole('listitem').count();
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const year = /\d{4}/.exec(document.querySelector('h1')?.textContent ?? '')?.[0];
        if (year !== undefined && seen.at(-1) !== year) seen.push(year);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole('button', { name: '逐年播放' }).click();
    await page.getByRole('button', { name: '停止播放' }).waitFor();
    await page.getByRole('button', { name: '逐年播放' }).waitFor({ timeout: 40_000 });
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const played = seen.slice(seen[0] === last ? 1 : 0);
    expect(played).toHaveLength(years);
    expect(played).toEqual(played.toSorted());
    expect(played.at(-1)).toBe(last);
    expect(new URL(page.url()).searchParams.get('year')).toBe(last);
  }, 60_000);

  it('Enter on the selected province opens its page', async () => {
    const { page } = await visitor.open('/?region=120000');
    await page.locator('[data-stop="120000"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '天津市' }).waitFor();
  });

  it('an indicator is found by another of its names', async () => {
    const { page } = await visitor.open('/');
    await page.getByRole('button', { name: '换一个指标' }).click();
    await page.getByLabel('按名称查找指标').fill('研发投入');
    await page.locator('.picker a[href*="indicator=rd-intensity"]').waitFor();
  });

  it('an address that is no page says so', async () => {
    const { page } = await visitor.open('/nowhere');
    await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor();
  });

  it('Jiangsu’s >10 and Sichuan’s 43 stand in two panels with a scale each; the guard gives way only when told to', async () => {
    const { page } = await visitor.open('/?tab=targets');
    const panel = (id: string) => page.locator('section', { has: page.locator(`#panel-${id}`) }).innerText();
    const [core, broad] = [await panel('digital-economy-core-share'), await panel('digital-economy-share')];
    expect(core).toMatch(/江苏[\s\S]*超过10[\s\S]*第118页[\s\S]*13\.5%左右/);
    expect(core).not.toContain('43');
    expect(broad).toMatch(/四川[\s\S]*43[\s\S]*占GDP比重达到43%/);
    await page.goto(`${site.url}/?indicator=digital-economy-share`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: '口径不同，不能同列' }).waitFor();
    await page.getByRole('link', { name: '我了解口径不同，仍要显示' }).click();
    await page.locator('[data-stop="320000"]').waitFor();
    expect(await page.locator('[role=note]').allInnerTexts()).toContainEqual(expect.stringContaining('口径不同'));
    expect(new URL(page.url()).searchParams.get('acknowledge')).toBe('definitions_differ');
  });

  it('without the geometry a table with the same figures stands in for the map', async () => {
    const { page } = await visitor.open('/sources');
    await page.route(/map-pack/, (route) => route.abort());
    await page.getByRole('link', { name: '地图', exact: true }).click();
    await page.getByText('底图文件没有取到').waitFor();
    const table = await page.getByRole('table', { name: /软件业务收入相当于GDP比例/ }).innerText();
    expect(table).toMatch(/北京\s+62\.74/);
    expect(table).toMatch(/台湾\s+资料暂缺/);
  });

  it('a newcomer without a token previews the bundled sample', async () => {
    const { page, faults } = await visitor.open('/import');
    await page.getByRole('button', { name: /看一个样例文件的预览/ }).click();
    await page.getByRole('heading', { name: '问题' }).waitFor();
    expect(await page.locator('td.error').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: /确认并写入/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('the language of a link holds, then the stored choice', async () => {
    const { page } = await visitor.open('/?lang=en');
    await page.getByRole('heading', { level: 1, name: /Software revenue/ }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: /软件业务收入/ }).waitFor();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});
