import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, localBinary, run } from './command.ts';

const sqlFiles = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();

/**
 * Are the migrations in `drizzle/` what the schema asks for? Generates into a copy and expects nothing new.
 *
 * The absence of a new file is not enough: without a terminal, drizzle-kit writes nothing and ends well when it would
 * have to ask whether a column was renamed. So its own sentence "No schema changes" is required too.
 */
export async function migrationsMatchSchema(): Promise<{ ok: boolean; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'duibiao-migrations-'));
  try {
    await cp(join(ROOT, 'drizzle'), folder, { recursive: true });
    const before = await sqlFiles(folder);
    // drizzle-kit takes the output folder relative to where it runs, even if it looks absolute.
    const args = [
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      'server/db/schema.ts',
      '--out',
      relative(ROOT, folder),
    ];
    const { ok, output } = await run(localBinary('drizzle-kit'), args, { timeoutMs: 120_000 });
    const added = (await sqlFiles(folder)).filter((name) => !before.includes(name));
    if (ok && added.length === 0 && output.includes('No schema changes')) return { ok: true, output };
    return {
      ok: false,
      output: `${output}\nThe schema asks for a migration that drizzle/ does not hold: ${added.join(', ') || '(a question without an answer)'}`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
