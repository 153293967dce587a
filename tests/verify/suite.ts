import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ROOT, localBinary, run } from './command.ts';

const HARNESS = join(ROOT, 'tests/support/database.ts');

async function reaches(file: string, seen: Set<string>): Promise<boolean> {
  if (file === HARNESS) return true;
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g)) {
    if (path !== undefined && (await reaches(join(dirname(file), path), seen))) return true;
  }
  return false;
}

/** The test files that open a database: those that import the database harness, directly or by another file. */
export async function databaseTests(): Promise<string[]> {
  const names = await readdir(join(ROOT, 'tests'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => join(ROOT, 'tests', name));
  const found = await Promise.all(
    files.map(async (file) => ((await reaches(file, new Set())) ? [relative(ROOT, file)] : [])),
  );
  return found.flat().toSorted();
}

export type SuiteResult = { ok: boolean; passed: number; failed: number; skipped: number };

/** Runs the test files given, or all of them, with these variables. A file that does not even load counts as failed. */
export async function runSuite(files: string[], env: NodeJS.ProcessEnv): Promise<SuiteResult> {
  const folder = await mkdtemp(join(tmpdir(), 'duibiao-suite-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...files];
    // A log has no use for colours; without this, vitest writes them wherever CI is set.
    const plain = process.stdout.isTTY ? env : { ...env, NO_COLOR: '1' };
    const { ok } = await run(localBinary('vitest'), args, { env: plain, live: true, timeoutMs: 15 * 60_000 });
    if (!existsSync(report)) return { ok: false, passed: 0, failed: 1, skipped: 0 };
    const counts = JSON.parse(await readFile(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
      testResults: { status: string; assertionResults: unknown[] }[];
    };
    const unloaded = counts.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = counts.numFailedTests + unloaded;
    return {
      ok: ok && failed === 0,
      passed: counts.numPassedTests,
      failed: ok || failed > 0 ? failed : 1,
      skipped: counts.numPendingTests + counts.numTodoTests,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
