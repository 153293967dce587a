import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The token that allows writing until there are accounts: the operator's own, else the one kept in `admin-token` in
 * the data folder (mode 0600), made at the first start. `fresh` is true when it was made just now.
 */
export function adminToken(
  given: string | null,
  dataDir: string,
): { token: string; file: string | null; fresh: boolean } {
  if (given !== null) return { token: given, file: null, fresh: false };
  const file = join(dataDir, 'admin-token');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept !== '') return { token: kept, file, fresh: false };
  mkdirSync(dataDir, { recursive: true });
  const token = randomBytes(24).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { token, file, fresh: true };
}
