/**
 * The one truth about this checkout: `npm test` and `npm run verify`. Every check runs even when an earlier one failed;
 * the last lines say on which databases the tests ran and how many checks and tests passed.
 */
import { auditDependencies } from './verify/audit.ts';
import { localBinary, run } from './verify/command.ts';
import { findServer } from './verify/findServer.ts';
import { migrationsMatchSchema } from './verify/migrations.ts';
import { databaseTests, runSuite, type SuiteResult } from './verify/suite.ts';

type CheckResult = { ok: boolean; output: string; skipped?: string };
type Check = { name: string; check: () => Promise<CheckResult> };

const local = (program: string, ...args: string[]) => run(localBinary(program), args, { timeoutMs: 5 * 60_000 });

const CHECKS: Check[] = [
  { name: 'format (prettier)', check: () => local('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'lint (oxlint)', check: () => local('oxlint', '--type-aware', '--quiet') },
  { name: 'types (tsc)', check: () => local('tsc', '-p', '.') },
  { name: 'types of core/ without any I/O (tsc)', check: () => local('tsc', '-p', 'core') },
  {
    name: 'types of the pages (svelte-check)',
    check: () => local('svelte-check', '--tsconfig', 'tsconfig.json', '--output', 'human', '--fail-on-warnings'),
  },
  { name: 'migrations match the schema', check: migrationsMatchSchema },
  {
    name: 'build of the pages and the server',
    check: () => run('node', ['server/build.mjs'], { timeoutMs: 5 * 60_000 }),
  },
  { name: 'known weaknesses in dependencies (npm audit)', check: auditDependencies },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function runCheck({ name, check }: Check): Promise<void> {
  const start = performance.now();
  const { ok, output, skipped } = await check();
  if (skipped !== undefined) console.log(`skip  ${name}: ${skipped}`);
  else console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name}  ${seconds(start)}`);
  if (!ok) console.log(output.trim());
  if (skipped !== undefined) return;
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(name);
}

function count(name: string, result: SuiteResult): string {
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  if (!result.ok) failures.push(name);
  return `ran, ${result.passed} passed, ${result.failed} failed`;
}

async function testOnServer(): Promise<string> {
  const files = await databaseTests();
  if (files.length === 0) return 'did not run (no test opens a database)';
  const server = await findServer();
  if ('none' in server) return `did not run (${server.none})`;
  const stop = () => void server.stop().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const result = await runSuite(files, { ...process.env, ...server.env });
    return `${count('tests on a PostgreSQL server', result)} (${server.description})`;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await server.stop();
  }
}

console.log('\n== Checks ==');
for (const check of CHECKS) await runCheck(check);

console.log('\n== All tests, on the embedded database ==');
const { TEST_DATABASE_URL: _, DATABASE_URL: __, ...withoutServer } = process.env;
const onEmbedded = count('tests on the embedded database', await runSuite([], withoutServer));

console.log('\n== Database tests again, on a PostgreSQL server ==');
let onServer: string;
try {
  onServer = await testOnServer();
} catch (error) {
  onServer = `did not run (${error instanceof Error ? error.message : String(error)})`;
  failures.push('tests on a PostgreSQL server');
  total.failed += 1;
}

console.log('\n== Summary ==');
for (const name of failures) console.log(`FAIL  ${name}`);
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped`);
console.log(`Embedded database: ${onEmbedded}`);
console.log(`PostgreSQL server: ${onServer}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && failures.length === 0 ? 0 : 1;
