import { join } from 'node:path';

/** The settings of a process, read from its environment once. */
export type Env = {
  port: number;
  host: string;
  /** Where the embedded database, the admin token and temporary files are. */
  dataDir: string;
  /** A PostgreSQL server instead of the embedded database; null: embedded. */
  databaseUrl: string | null;
  adminToken: string | null;
  /** The operator's own 审图号, printed in every picture; null: 本图未送审. */
  reviewNumber: string | null;
  maxUploadBytes: number;
  /** Indicators that are not published here (for the licence of their data), and `map` for the map pack. */
  leaveOut: string[];
};

const MIB = 1024 * 1024;

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} must be a whole number from ${String(least)} to ${String(most)}, not "${text}"`);
  }
  return value;
}

const given = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

/** Throws `RangeError` with the variable's name when a setting cannot be used. */
export function readEnv(env: NodeJS.ProcessEnv, root: string): Env {
  return {
    port: whole(env, 'PORT', 3000, 0, 65_535),
    host: given(env['HOST']) ?? '0.0.0.0',
    dataDir: given(env['DUIBIAO_DATA']) ?? join(root, 'data'),
    databaseUrl: given(env['DATABASE_URL']),
    adminToken: given(env['DUIBIAO_ADMIN_TOKEN']),
    reviewNumber: given(env['DUIBIAO_REVIEW_NUMBER']),
    leaveOut: (given(env['DUIBIAO_LEAVE_OUT']) ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    maxUploadBytes: whole(env, 'DUIBIAO_MAX_UPLOAD', 128 * MIB, 1024, 2048 * MIB),
  };
}
