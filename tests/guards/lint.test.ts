import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, localBinary } from '../verify/command.ts';

type Case = { name: string; file: string; code: string; rule: string };

const RESTRICTED = 'eslint(no-restricted-imports)';
const ZERO = 'typescript(strict-boolean-expressions)';

const REFUSED: Case[] = [
  { name: 'core reads a file', file: 'core/a.ts', code: `import 'node:fs';`, rule: RESTRICTED },
  { name: 'core builds SQL', file: 'core/b.ts', code: `import 'drizzle-orm';`, rule: RESTRICTED },
  {
    name: 'core builds SQL by a deep import',
    file: 'core/c.ts',
    code: `import 'drizzle-orm/pg-core';`,
    rule: RESTRICTED,
  },
  { name: 'core imports the server', file: 'core/d.ts', code: `import '../server/env.ts';`, rule: RESTRICTED },
  { name: 'core imports a page', file: 'core/map/e.ts', code: `import '../../web/src/lib/api.ts';`, rule: RESTRICTED },
  { name: 'core parses files itself', file: 'core/csv/f.ts', code: `import 'papaparse';`, rule: RESTRICTED },
  {
    name: 'core reads the clock',
    file: 'core/g.ts',
    code: `export const t = Date.now();`,
    rule: 'eslint(no-restricted-properties)',
  },
  {
    name: 'core throws dice',
    file: 'core/h.ts',
    code: `export const r = Math.random();`,
    rule: 'eslint(no-restricted-properties)',
  },
  {
    name: 'a page imports a value of the server',
    file: 'web/src/a.ts',
    code: `import { app } from '../../server/app.ts';\napp;`,
    rule: RESTRICTED,
  },
  {
    name: 'a component imports a value of the server',
    file: 'web/src/B.svelte',
    code: `<script lang="ts">import { app } from '../../server/app.ts';\napp;</script>`,
    rule: RESTRICTED,
  },
  { name: 'a page talks to the database', file: 'web/src/c.ts', code: `import 'postgres';`, rule: RESTRICTED },
  {
    name: 'a page carries the request schemas',
    file: 'web/src/d.ts',
    code: `import '../../core/api.ts';`,
    rule: RESTRICTED,
  },
  { name: 'a route builds SQL', file: 'server/routes/a.ts', code: `import 'drizzle-orm';`, rule: RESTRICTED },
  {
    name: 'a route builds SQL by a deep import',
    file: 'server/routes/b.ts',
    code: `import 'drizzle-orm/pg-core';`,
    rule: RESTRICTED,
  },
  {
    name: 'a route reaches for the tables',
    file: 'server/routes/c.ts',
    code: `import '../db/schema.ts';`,
    rule: RESTRICTED,
  },
  { name: 'the server imports a page', file: 'server/z.ts', code: `import '../web/src/lib/api.ts';`, rule: RESTRICTED },
  {
    name: 'a route imports a page',
    file: 'server/routes/z.ts',
    code: `import '../../web/src/lib/api.ts';`,
    rule: RESTRICTED,
  },
  {
    name: 'a service knows a route',
    file: 'server/services/a.ts',
    code: `import '../routes/maps.ts';`,
    rule: RESTRICTED,
  },
  { name: 'a service takes a request', file: 'server/services/b.ts', code: `import 'hono';`, rule: RESTRICTED },
  {
    name: 'a query calls a service',
    file: 'server/db/queries/a.ts',
    code: `import '../../services/getRelease.ts';`,
    rule: RESTRICTED,
  },
  {
    name: 'a number is tested for truth',
    file: 'core/zero.ts',
    code: `export const f = (n: number) => (n ? 1 : 2);`,
    rule: ZERO,
  },
  {
    name: 'a number or nothing is tested for truth',
    file: 'server/zero.ts',
    code: `export const f = (n: number | null) => (n ? 1 : 2);`,
    rule: ZERO,
  },
];

const ALLOWED: Omit<Case, 'rule'>[] = [
  { name: 'core imports core', file: 'core/ok.ts', code: `export { f } from './kin.ts';` },
  {
    name: 'a page imports a type of the server',
    file: 'web/src/ok.ts',
    code: `import type { AppType } from '../../server/app.ts';\nexport type T = AppType;`,
  },
  {
    name: 'a route imports a type of the database',
    file: 'server/routes/ok.ts',
    code: `import type { Db } from '../db/client.ts';\nexport type T = Db;`,
  },
  {
    name: 'a number is compared',
    file: 'core/compare.ts',
    code: `export const f = (n: number | null) => (n === null ? 1 : 2);`,
  },
];

type Finding = { code: string; filename: string };
let findings: Finding[] = [];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-lint-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'core/tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, code } of [...REFUSED, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  let output: string;
  try {
    output = execFileSync(localBinary('oxlint'), ['--type-aware', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  findings = (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rulesIn = (file: string) => findings.filter(({ filename }) => filename === file).map(({ code }) => code);

describe('the linter refuses', () => {
  it.each(REFUSED)('$name', ({ file, rule }) => {
    expect(rulesIn(file)).toContain(rule);
  });
});

describe('the linter allows', () => {
  it.each(ALLOWED)('$name', ({ file }) => {
    expect(rulesIn(file).filter((rule) => rule === RESTRICTED || rule === ZERO)).toEqual([]);
  });
});
