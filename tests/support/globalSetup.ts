import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate as migrateServer } from 'drizzle-orm/postgres-js/migrator';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { TestProject } from 'vitest/node';
import type { schema } from '../../server/db/client.ts';
import { dumpEmbedded } from '../../server/db/embedded.ts';
import { foldersOf, prepareEmbedded, prepareServer } from '../../server/db/migrate.ts';
import { openServer } from '../../server/db/server.ts';
import { databaseUrl, onServer, ROOT } from './database.ts';

const folders = foldersOf(ROOT);

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-tests-'));
  const save = async (name: string, image: Blob) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(await image.arrayBuffer()));
    return path;
  };
  const [empty, seeded] = await dumpEmbedded([
    (database) =>
      migrate(database.db as unknown as PgliteDatabase<typeof schema>, { migrationsFolder: folders.migrations }),
    (database) => prepareEmbedded(database, folders),
  ]);
  if (empty === undefined || seeded === undefined) throw new Error('no template');
  project.provide('templates', { empty: await save('empty.tar', empty), seeded: await save('seeded.tar', seeded) });
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function server(project: TestProject, url: string): Promise<() => Promise<void>> {
  const run = randomUUID().slice(0, 8);
  const templates = { empty: `duibiao_empty_${run}`, seeded: `duibiao_seeded_${run}` };
  for (const name of Object.values(templates)) await onServer(url, (sql) => sql`create database ${sql(name)}`);
  const empty = openServer(databaseUrl(url, templates.empty), { connections: 1 });
  await migrateServer(empty.db as unknown as PostgresJsDatabase<typeof schema>, {
    migrationsFolder: folders.migrations,
  });
  await empty.close();
  await prepareServer(databaseUrl(url, templates.seeded), folders);
  project.provide('templates', templates);
  return async () => {
    for (const name of Object.values(templates)) {
      await onServer(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    }
  };
}

/** Makes the run's template databases once: on a PostgreSQL server when `TEST_DATABASE_URL` names one, else embedded. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['TEST_DATABASE_URL'] ?? '';
  project.provide('serverUrl', url === '' ? null : url);
  return url === '' ? embedded(project) : server(project, url);
}
