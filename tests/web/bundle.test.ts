import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';

/** Source: performance, "First view: JS + CSS, geometry not counted". */
const FIRST_VIEW_KIB = 80;
const GEOMETRY_KIB = 40;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-web-'));
  await build({
    configFile: `${ROOT}web/vite.config.ts`,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const kib = (file: string) => brotliCompressSync(read(file)).byteLength / 1024;
const assets = () => readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);

/** What the page names itself: its scripts, the modules those import at once, its styles. */
function firstView(): string[] {
  const named = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? '',
  );
  const found = new Set(named);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const [, name] of read(file).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(`assets/${name}`);
  }
  return [...found];
}

it('the first view is within its budget', () => {
  const files = firstView();
  expect(files.some((file) => file.endsWith('.js')) && files.some((file) => file.endsWith('.css'))).toBe(true);
  expect(files.reduce((sum, file) => sum + kib(file), 0)).toBeLessThanOrEqual(FIRST_VIEW_KIB);
});

it('the geometry is within its budget, once, and not inside a script', () => {
  const packs = assets().filter((file) => file.includes('map-pack'));
  expect(packs).toHaveLength(1);
  expect(kib(packs[0] ?? '')).toBeLessThanOrEqual(GEOMETRY_KIB);
});

it('the other pages come later', () => {
  const now = firstView().join(' ');
  const later = assets().filter((file) => /(Ranking|Province|Import|Sources)Page-.*\.js$/.test(file));
  expect(later).toHaveLength(4);
  for (const file of later) expect(now).not.toContain(file);
});

it.each(['drizzle', 'postgres', 'ZodError', 'pglite', 'papaparse', 'node:fs', 'resvg'])(
  'no script holds a trace of the server: %s',
  (trace) => {
    const scripts = assets().filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.filter((file) => read(file).includes(trace))).toEqual([]);
  },
);

it('asks no other host for anything', () => {
  const shipped = ['index.html', ...assets().filter((file) => /\.(js|css)$/.test(file))].map(read).join('\n');
  const hosts = [...shipped.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
  // The namespace of SVG, and where Svelte explains its errors: names, not addresses that are fetched.
  expect(hosts.filter((host) => host !== 'www.w3.org' && host !== 'svelte.dev')).toEqual([]);
});
