import postgres from 'postgres';

/** Variables by which the tests find a server, what it is, and how to let go of it. */
export type TestServer = { env: Record<string, string>; description: string; stop: () => Promise<void> };

// The queries of the product stay within this version.
const OLDEST = 15;

/**
 * Asks a server what it is. `ok` only when it answers, is new enough, and this login may create databases: each test
 * file makes its own. Connects the way the tests will: with these variables over those of the environment.
 */
export async function describeServer(env: Record<string, string>): Promise<{ ok: boolean; description: string }> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const sql = postgres(env['TEST_DATABASE_URL'] ?? '', { max: 1, connect_timeout: 3, onnotice: () => {} });
  process.env = before;
  try {
    const [row] = await sql<{ version: string; major: number; may: boolean }[]>`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int / 10000 as major,
             (select rolsuper or rolcreatedb from pg_roles where rolname = current_user) as may`;
    if (row === undefined) return { ok: false, description: 'gave no answer' };
    const description = `PostgreSQL ${row.version.split(' ')[0]}`;
    if (row.major < OLDEST) return { ok: false, description: `${description} is older than ${OLDEST}` };
    return row.may
      ? { ok: true, description }
      : { ok: false, description: `${description}: this login may not create databases` };
  } catch (error) {
    return { ok: false, description: error instanceof Error && error.message !== '' ? error.message : String(error) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}
