import { fork } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './db/client.ts';
import { openEmbedded } from './db/embedded.ts';
import { foldersOf, prepareEmbedded, prepareServer } from './db/migrate.ts';
import { openServer } from './db/server.ts';
import type { Env } from './env.ts';
import { holdFolder } from './folderLock.ts';

export const INIT_ARGUMENT = '--init-embedded';

/** Creates, migrates and seeds the embedded database in `folder`: the work of the short-lived child process. */
export async function initEmbedded(folder: string, root: string): Promise<void> {
  const database = await openEmbedded({ dataDir: folder });
  await prepareEmbedded(database, foldersOf(root));
  await database.close();
}

/** Making a database takes 800 MB for a moment, which a process never gives back: a child does it and is gone. */
function initInChild(folder: string, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [INIT_ARGUMENT, folder], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`making the database failed (exit ${String(code)})`)),
    );
  });
}

/**
 * The database of this process, migrated and seeded: a server by `DATABASE_URL`, else the embedded one in the data
 * folder, which this process holds from here on. `program` is the file of `main.ts`. Throws `FolderHeldError`.
 */
export async function openDatabase(
  env: Env,
  { root, program, say }: { root: string; program: string; say: (line: string) => void },
): Promise<Database> {
  if (env.databaseUrl !== null) {
    await prepareServer(env.databaseUrl, foldersOf(root));
    return openServer(env.databaseUrl);
  }
  mkdirSync(env.dataDir, { recursive: true });
  const release = await holdFolder(env.dataDir);
  try {
    const folder = join(env.dataDir, 'pg');
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      say('第一次启动：正在建立数据库并载入种子数据…… / First start: making the database and loading the seeds …');
      // Made beside its place and moved there whole: one that was begun and not finished is begun again.
      const unfinished = join(env.dataDir, 'pg.new');
      rmSync(unfinished, { recursive: true, force: true });
      await initInChild(unfinished, program);
      renameSync(unfinished, folder);
    }
    const database = await openEmbedded({ dataDir: folder });
    await prepareEmbedded(database, foldersOf(root));
    return {
      ...database,
      close: async () => {
        await database.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
