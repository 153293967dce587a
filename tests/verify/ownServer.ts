import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { describeServer, type TestServer } from './describeServer.ts';

/** The folder that holds `initdb` and `postgres`: on the path, or where Debian and others keep them; null if nowhere. */
export async function findBinaries(): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const base of ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt']) {
    if (!existsSync(base)) continue;
    const versions = (await readdir(base)).toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    folders.push(...versions.map((version) => join(base, version, 'bin')));
  }
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. */
async function whoRunsIt(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (user === undefined)
    throw new Error('root cannot run PostgreSQL, and there is neither a user postgres nor nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

// A server that is thrown away needs to survive nothing.
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100'];

/**
 * Starts a PostgreSQL server of this run's own, in a fresh folder, on a free port of this machine with a password made
 * for it, so that the tests can never reach somebody else's database. `stop` ends it and removes the folder.
 *
 * @throws Error with the server's own words when it cannot be started
 */
export async function startOwnServer(binaries: string): Promise<TestServer> {
  const who = await whoRunsIt();
  // Not in TMPDIR: that may be a folder which the user who runs the server cannot enter.
  const folder = await mkdtemp('/tmp/duibiao-postgres-');
  const password = randomBytes(16).toString('hex');
  let server: ChildProcess | null = null;
  const stop = async () => {
    if (server !== null && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await writeFile(join(folder, 'password'), password);
    if (who.uid !== undefined && who.gid !== undefined) {
      await chown(folder, who.uid, who.gid);
      await chown(join(folder, 'password'), who.uid, who.gid);
    }
    await chmod(folder, 0o700);
    const data = join(folder, 'data');
    const options = { ...who, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
    const init = ['-D', data, '-U', 'duibiao', '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`];
    execFileSync(join(binaries, 'initdb'), [...init, '-E', 'UTF8', '--locale=C', '--no-sync'], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...SETTINGS];
    let words = '';
    server = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));
    const url = `postgres://duibiao:${password}@127.0.0.1:${port}/postgres`;
    for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt++) {
      const found = await describeServer({ TEST_DATABASE_URL: url });
      if (found.ok)
        return { env: { TEST_DATABASE_URL: url }, description: `${found.description}, started for this run`, stop };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`PostgreSQL did not start: ${words.trim()}`);
  } catch (error) {
    await stop();
    throw error;
  }
}
