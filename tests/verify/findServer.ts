import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { describeServer, type TestServer } from './describeServer.ts';
import { findBinaries, startOwnServer } from './ownServer.ts';

type Candidate = { where: string; env: Record<string, string> };

// postgres.js takes no socket folder in a URL; with an empty host it looks into PGHOST.
const onSocket = (folder: string, user: string): Candidate => ({
  where: `socket in ${folder} as ${user}`,
  env: { TEST_DATABASE_URL: 'postgres:///postgres', PGHOST: folder, PGUSER: user },
});

function runningServers(): Candidate[] {
  const users = [...new Set([process.env['PGUSER'] ?? userInfo().username, 'postgres'])];
  const sockets = ['/var/run/postgresql', '/tmp'].filter((folder) => existsSync(`${folder}/.s.PGSQL.5432`));
  return [
    ...sockets.flatMap((folder) => users.map((user) => onSocket(folder, user))),
    ...users.map((user) => ({
      where: `port 5432 as ${user}`,
      env: { TEST_DATABASE_URL: `postgres://${encodeURIComponent(user)}@127.0.0.1:5432/postgres` },
    })),
  ];
}

/**
 * A PostgreSQL server for the second half of the database tests, or the reason why there is none.
 *
 * In this order: the one named by `TEST_DATABASE_URL`; one started from local binaries, because it is empty and this
 * run's own; one that already runs here and lets this user create databases.
 */
export async function findServer(): Promise<TestServer | { none: string }> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') {
    const found = await describeServer({ TEST_DATABASE_URL: named });
    const env = { TEST_DATABASE_URL: named };
    if (found.ok) return { env, description: `${found.description} of TEST_DATABASE_URL`, stop: async () => {} };
    throw new Error(`TEST_DATABASE_URL names a server that cannot be used: ${found.description}`);
  }
  const reasons: string[] = [];
  const binaries = await findBinaries();
  if (binaries === null) reasons.push('no postgres program found');
  else {
    try {
      return await startOwnServer(binaries);
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  for (const { where, env } of runningServers()) {
    const found = await describeServer(env);
    if (found.ok) return { env, description: `${found.description}, ${where}`, stop: async () => {} };
    reasons.push(`${where}: ${found.description}`);
  }
  return { none: reasons.join('; ') };
}
