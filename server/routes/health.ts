import { Hono } from 'hono';
import { readDataVersion } from '../db/queries/loadRows.ts';
import type { Deps } from '../deps.ts';

const TIMEOUT_MS = 2_000;

/** `{status, database, data_version, version}`; 503 when the database does not answer within two seconds. */
export const health = ({ database, programVersion }: Pick<Deps, 'database' | 'programVersion'>) =>
  new Hono().get('/healthz', async (c) => {
    c.header('cache-control', 'no-store');
    const late = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), TIMEOUT_MS).unref();
    });
    const version = await Promise.race([readDataVersion(database.db).catch(() => null), late]);
    const body = {
      status: version === null ? ('unavailable' as const) : ('ok' as const),
      database: database.kind,
      data_version: version === null ? null : `r${String(version)}`,
      version: programVersion,
    };
    return version === null ? c.json(body, 503) : c.json(body, 200);
  });
