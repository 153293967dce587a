import { desc, sql } from 'drizzle-orm';
import { CHANGED } from '../snapshots.ts';
import { type Database, type Db, isoInstant, schema } from './client.ts';
import { WRITERS_LOCK } from './migrate.ts';

/** The number of the release being written and the instant from which its revisions are valid. */
export type Writing = { tx: Db; release: number; validFrom: string };

/**
 * Runs `work` as the only writer, in one transaction with the number of the next release: all of it is committed, or
 * nothing. Instants of releases rise strictly, so that `as_of` can tell any two apart. The data version is raised and
 * other processes are told. `work` answers null to write nothing.
 */
export async function asWriter<T>(
  { db }: Pick<Database, 'db'>,
  now: () => Date,
  work: (writing: Writing) => Promise<T | null>,
): Promise<T | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    const [last] = await tx
      .select({ id: schema.releases.id, validFrom: schema.releases.validFrom })
      .from(schema.releases)
      .orderBy(desc(schema.releases.id))
      .limit(1);
    const after = last === undefined ? 0 : new Date(isoInstant(last.validFrom)).getTime() + 1;
    const validFrom = new Date(Math.max(now().getTime(), after)).toISOString();
    const release = (last?.id ?? 0) + 1;
    const done = await work({ tx, release, validFrom });
    if (done === null) return null;
    await tx.update(schema.dataVersion).set({ version: sql`version + 1` });
    await tx.execute(sql`select pg_notify(${CHANGED}, ${String(release)})`);
    return done;
  });
}
