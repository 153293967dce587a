import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Database, schema } from './client.ts';

/** A PostgreSQL server through a pool of connections. */
export function openServer(url: string, options: { connections?: number } = {}): Database {
  const sql = postgres(url, {
    max: options.connections ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: 'duibiao' },
  });
  return {
    kind: 'server',
    db: drizzle(sql, { schema }),
    listen: async (channel, hear) => {
      const listening = await sql.listen(channel, hear);
      return () => listening.unlisten();
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
