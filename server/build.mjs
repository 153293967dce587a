/**
 * Builds what `npm start` runs, into `dist/`: the pages by Vite into `dist/web`, the server by esbuild into
 * `dist/server`. A part is built only when it is missing or its sources changed since. Plain JavaScript, so that Node
 * runs it as it is; needs production dependencies only.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = 'built-from';

/** Files and folders each part is made of; `package-lock.json` stands for the versions of all dependencies. */
const PARTS = {
  web: { sources: ['web', 'core', 'seeds/geo', 'package-lock.json', 'server/build.mjs'], build: buildWeb },
  server: { sources: ['server', 'core', 'package-lock.json'], build: buildServer },
};

async function filesBelow(path) {
  const info = await stat(path).catch(() => null);
  if (info === null) return [];
  if (info.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The same for the same content, whatever the dates of the files: a fresh clone and a pull change dates at will. */
async function fingerprint(sources) {
  const files = (await Promise.all(sources.map((source) => filesBelow(join(ROOT, source))))).flat();
  files.sort((a, b) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(relative(ROOT, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/** @returns {Promise<{ part: string, stamp: string }[]>} the parts that are missing or older than their sources */
export async function staleParts() {
  const parts = await Promise.all(
    Object.entries(PARTS).map(async ([part, { sources }]) => {
      const stamp = await fingerprint(sources);
      return { part, stamp, stale: (await stampOf(part)) !== stamp };
    }),
  );
  return parts.filter(({ stale }) => stale);
}

async function buildWeb(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: join(ROOT, 'web/vite.config.ts'),
    root: join(ROOT, 'web'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

async function buildServer(outDir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(ROOT, 'server/main.ts')],
    outfile: join(outDir, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
    // They bring files of their own: WebAssembly and native code.
    external: ['@electric-sql/pglite', '@resvg/resvg-js'],
    // Packages written for `require` find it here.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
}

const stampOf = (part) => readFile(join(DIST, part, STAMP), 'utf8').catch(() => '');

/** Builds beside the old part and puts it in its place at the end, so that two starts at once do no harm. */
async function replacePart(part, stamp) {
  const fresh = join(DIST, `.${part}-${process.pid}`);
  await mkdir(fresh, { recursive: true });
  try {
    await PARTS[part].build(fresh);
    await writeFile(join(fresh, STAMP), stamp);
    if ((await stampOf(part)) === stamp) return;
    await rm(join(DIST, part), { recursive: true, force: true });
    await rename(fresh, join(DIST, part)).catch(async (error) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      await cp(fresh, join(DIST, part), { recursive: true, force: true });
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

const NAMES = { web: 'the pages 页面', server: 'the server 服务' };

/** Builds the given parts, with a line for each on the terminal. */
export async function buildParts(parts) {
  for (const { part, stamp } of parts) {
    const start = performance.now();
    process.stdout.write(`Building ${NAMES[part]} … `);
    await replacePart(part, stamp);
    console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildParts(await staleParts()).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
