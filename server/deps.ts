import type { Database } from './db/client.ts';
import type { Env } from './env.ts';
import type { Snapshots } from './snapshots.ts';

/** All that the application needs from outside. Time is an argument: nothing below reads a clock. */
export type Deps = {
  database: Database;
  snapshots: Snapshots;
  env: Env;
  /** Allows writing. */
  adminToken: string;
  now: () => Date;
  /** The program's own version, part of every ETag. */
  programVersion: string;
  /** The `seeds/` folder of the checkout (fonts, geometry, bundled samples). */
  seedsDir: string;
  /** The built page; null: API only. */
  webDir: string | null;
  log: (entry: Record<string, unknown>) => void;
};
