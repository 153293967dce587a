import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import { type Database, schema } from './client.ts';
import { openServer } from './server.ts';
import { seed } from './seed.ts';

/** Key of the advisory lock that writers and starting processes take. */
export const WRITERS_LOCK = 7_318_001;

type Folders = { migrations: string; seeds: string };

/** The folders beside the program: `root` is the checkout. */
export function foldersOf(root: string): Folders {
  return { migrations: join(root, 'drizzle'), seeds: join(root, 'seeds') };
}

/** Brings the embedded database to the current schema with the seeds in it. Does nothing the second time. */
export async function prepareEmbedded(database: Database, folders: Folders): Promise<void> {
  await migratePglite(database.db as unknown as PgliteDatabase<typeof schema>, {
    migrationsFolder: folders.migrations,
  });
  await seed(database.db, folders.seeds);
}

/**
 * The same on a server. Drizzle's migrator takes no lock of its own (of three parallel starts two failed), so the
 * whole preparation runs on one connection that holds the advisory lock.
 */
export async function prepareServer(url: string, folders: Folders): Promise<void> {
  const database = openServer(url, { connections: 1 });
  try {
    await database.db.execute(sql`select pg_advisory_lock(${WRITERS_LOCK})`);
    await migratePostgres(database.db as unknown as PostgresJsDatabase<typeof schema>, {
      migrationsFolder: folders.migrations,
    });
    await seed(database.db, folders.seeds);
    await database.db.execute(sql`select pg_advisory_unlock(${WRITERS_LOCK})`);
  } finally {
    await database.close();
  }
}
