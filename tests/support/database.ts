import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { Database } from '../../server/db/client.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { openServer } from '../../server/db/server.ts';

export { ROOT } from './root.ts';

/** With these rows a test's database begins: the schema alone, or the schema with the seeds as release 1. */
export type Start = 'empty' | 'seeded';

declare module 'vitest' {
  interface ProvidedContext {
    /** Embedded: paths of the dumped data folders. Server: names of the template databases. */
    templates: Record<Start, string>;
    serverUrl: string | null;
  }
}

/** A database of the calling file's own, cloned from the run's template; closing it removes it. */
export async function openTestDatabase(start: Start): Promise<Database & { url: string | null }> {
  const template = inject('templates')[start];
  const serverUrl = inject('serverUrl');
  if (serverUrl === null) {
    if (!existsSync(template)) throw new Error(`no template at ${template}`);
    return { ...(await openEmbedded({ image: new Blob([readFileSync(template)]) })), url: null };
  }
  const name = `duibiao_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = databaseUrl(serverUrl, name);
  const database = openServer(url, { connections: 4 });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the server's own database. */
export async function onServer(url: string, run: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}
