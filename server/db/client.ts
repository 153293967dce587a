import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import * as schema from './schema.ts';

/** What both engines and a transaction on either of them are to the queries. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** An open database: the embedded one or a PostgreSQL server, alike to everything above this file. */
export type Database = {
  kind: 'embedded' | 'server';
  db: Db;
  /** Calls `hear` for each NOTIFY on the channel; a hint only, never relied on. Answers how to stop. */
  listen: (channel: string, hear: () => void) => Promise<() => Promise<void>>;
  close: () => Promise<void>;
};

/** The rows of `db.execute(…)`: PGlite answers `{rows}`, postgres.js the array itself. */
export function rowsOf<T>(result: unknown): T[] {
  return (Array.isArray(result) ? result : (result as { rows: T[] }).rows) as T[];
}

/** An instant as either engine prints it, as ISO text in UTC with milliseconds. */
export function isoInstant(text: string): string {
  return new Date(text).toISOString();
}

export { schema };
