import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { rowsOf } from '../../server/db/client.ts';
import { foldersOf, prepareServer } from '../../server/db/migrate.ts';
import { openServer } from '../../server/db/server.ts';
import { databaseUrl, onServer, ROOT } from '../support/database.ts';

const serverUrl = inject('serverUrl');
const started: ChildProcess[] = [];

type Start = { child: ChildProcess; output: () => string; ready: Promise<string>; exit: Promise<number | null> };

/** Starts the program as its own process on any free port. */
function start(env: NodeJS.ProcessEnv): Start {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'server/main.ts')], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = new Promise<string>((resolve) => {
    const hear = (data: Buffer) => {
      output += data.toString();
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (address !== undefined && output.includes('Ctrl+C')) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
  return { child, output: () => output, ready, exit };
}

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exit;
  }
});

describe.runIf(serverUrl === null)('the program on the embedded database', () => {
  it('serves the first start, refuses the second with a sentence, and starts again after kill -9', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duibiao-start-'));
    const first = start({ DUIBIAO_DATA: folder });
    const address = await first.ready;
    const token = /admin token: (\S+)/.exec(first.output())?.[1];
    expect(readFileSync(join(folder, 'admin-token'), 'utf8').trim()).toBe(token);
    expect(statSync(join(folder, 'admin-token')).mode & 0o777).toBe(0o600);
    expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ status: 'ok', database: 'embedded' });

    const second = start({ DUIBIAO_DATA: folder });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain('数据目录正被另一个对标进程使用');
    expect(second.output()).toContain('already running');
    expect(second.output()).not.toContain('    at ');

    first.child.kill('SIGKILL');
    await first.exit;
    const third = start({ DUIBIAO_DATA: folder });
    const again = await third.ready;
    expect(third.output()).not.toContain('admin token');
    const { n_ranked } = (await (await fetch(`${again}/api/v1/rankings?indicator=rd-intensity&year=2024`)).json()) as {
      n_ranked: number;
    };
    expect(n_ranked).toBe(31);
    third.child.kill('SIGTERM');
    expect(await third.exit).toBe(0);
    expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
    rmSync(folder, { recursive: true });
  }, 120_000);
});

it('says which setting cannot be used, without a stack', async () => {
  const wrong = start({ PORT: 'eighty', DUIBIAO_DATA: join(tmpdir(), 'duibiao-never') });
  expect(await wrong.exit).toBe(1);
  expect(wrong.output()).toContain('PORT');
  expect(wrong.output()).not.toContain('    at ');
});

describe.runIf(serverUrl !== null)('a PostgreSQL server', () => {
  it('is migrated and seeded once by three starts at the same time', async () => {
    if (serverUrl === null) throw new Error('needs a server');
    const name = `duibiao_start_${randomUUID().slice(0, 8)}`;
    await onServer(serverUrl, (run) => run`create database ${run(name)}`);
    const url = databaseUrl(serverUrl, name);
    await Promise.all([1, 2, 3].map(() => prepareServer(url, foldersOf(ROOT))));
    const database = openServer(url, { connections: 1 });
    const [count] = rowsOf<{ observations: number; releases: number }>(
      await database.db.execute(sql`
        select (select count(*)::int from observation_revisions) as observations,
               (select count(*)::int from releases) as releases`),
    );
    expect(count).toEqual({ observations: 5402, releases: 1 });
    await database.close();
    await onServer(serverUrl, (run) => run`drop database ${run(name)} with (force)`);
  });
});
