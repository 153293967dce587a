import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/client.ts';
import type { Deps } from '../../server/deps.ts';
import { readEnv } from '../../server/env.ts';
import { openSnapshots } from '../../server/snapshots.ts';
import { openTestDatabase, ROOT, type Start } from './database.ts';

export const TOKEN = 'test-token';

/** The day on which tests judge: fixed, so that states do not change with the calendar. */
export const TODAY = '2026-11-25T04:00:00Z';

export type TestApp = {
  app: ReturnType<typeof createApp>;
  database: Database;
  deps: Deps;
  /** GET, with the answer's JSON. */
  get: <T>(path: string) => Promise<{ status: number; body: T; headers: Headers }>;
  /** Any request with the admin token. */
  send: (method: string, path: string, body?: unknown) => Promise<Response>;
  close: () => Promise<void>;
};

/** The real application on a database of the calling file's own. */
export async function openTestApp(
  start: Start,
  options: { now?: () => Date; env?: NodeJS.ProcessEnv } = {},
): Promise<TestApp> {
  const database = await openTestDatabase(start);
  const dataDir = mkdtempSync(join(tmpdir(), 'duibiao-app-'));
  const now = options.now ?? (() => new Date(TODAY));
  const env = readEnv({ DUIBIAO_DATA: dataDir, ...options.env }, ROOT);
  const snapshots = await openSnapshots(database, now, env.leaveOut);
  const deps: Deps = {
    database,
    snapshots,
    env,
    adminToken: TOKEN,
    now,
    programVersion: 'test',
    seedsDir: join(ROOT, 'seeds'),
    webDir: null,
    log: (entry) => console.error(entry),
  };
  const app = createApp(deps);
  return {
    app,
    database,
    deps,
    get: async <T>(path: string) => {
      const response = await app.request(path);
      return { status: response.status, body: (await response.json()) as T, headers: response.headers };
    },
    send: async (method, path, body) =>
      app.request(path, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      await snapshots.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
