import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { type Database, schema } from './client.ts';

/**
 * PostgreSQL in this process. `dataDir` is a folder that only this process may use (see `folderLock.ts`); without one
 * the database lives in memory. `image` is a dumped data folder to begin from.
 */
export async function openEmbedded(options: { dataDir?: string; image?: Blob } = {}): Promise<Database> {
  const pglite = await PGlite.create({
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    ...(options.image === undefined ? {} : { loadDataDir: options.image }),
    // Safe against a killed process, not against power loss; fsync in WebAssembly costs more than it gives here.
    relaxedDurability: false,
  } satisfies PGliteOptions);
  return {
    kind: 'embedded',
    db: drizzle(pglite, { schema }),
    listen: (channel, hear) => pglite.listen(channel, hear),
    close: () => pglite.close(),
  };
}

/** The data folder of a new database as one file after each of the steps, for starting others from it. */
export async function dumpEmbedded(steps: ((database: Database) => Promise<void>)[]): Promise<Blob[]> {
  const pglite = await PGlite.create();
  const database: Database = {
    kind: 'embedded',
    db: drizzle(pglite, { schema }),
    listen: (channel, hear) => pglite.listen(channel, hear),
    close: () => pglite.close(),
  };
  const images: Blob[] = [];
  for (const step of steps) {
    await step(database);
    images.push(await pglite.dumpDataDir('none'));
  }
  await database.close();
  return images;
}
