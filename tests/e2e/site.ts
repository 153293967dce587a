import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startProduct } from '../support/product.ts';
import { ROOT } from '../support/root.ts';

export const TOKEN = 'a-token-for-tests';

/** An open page; what went wrong in it is collected in `faults`. */
export type Visit = { page: Page; faults: string[] };

/** The product as its users meet it: the built pages, a server process on a folder of its own, a real browser. */
export type Site = {
  url: string;
  /** A fresh visitor, who keeps choices and cache from page to page. */
  visitor: (
    options?: BrowserContextOptions,
  ) => Promise<{ open: (path: string) => Promise<Visit>; leave: () => Promise<void> }>;
  close: () => Promise<void>;
};

/** One process for all tabs: closing a tab's context would end the browser. */
const ALONE = new Set(['--single-process', '--no-zygote']);

export async function openSite(): Promise<Site> {
  execFileSync(process.execPath, ['server/build.mjs'], { cwd: ROOT, stdio: 'pipe' });
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-e2e-'));
  const [product, browser] = await Promise.all([
    startProduct({ DUIBIAO_DATA: folder, DUIBIAO_ADMIN_TOKEN: TOKEN }),
    openBrowser(),
  ]);
  return {
    url: product.url,
    visitor: async (options = {}) => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options });
      return {
        open: async (path) => {
          const page = await context.newPage();
          const faults: string[] = [];
          page.on('pageerror', (error) => faults.push(error.message));
          page.on('console', (message) => {
            if (message.type() === 'error') faults.push(message.text());
          });
          await page.goto(product.url + path, { waitUntil: 'networkidle' });
          return { page, faults };
        },
        leave: () => context.close(),
      };
    },
    close: async () => {
      await browser.close();
      await product.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // A map is painted by the processor faster than by an emulated graphics card.
    args: [...chromium.args.filter((argument) => !ALONE.has(argument)), '--disable-gpu'],
    headless: true,
  });
}
