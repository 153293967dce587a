import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, run } from '../verify/command.ts';

export const TOKEN = 'bench-token-of-a-temporary-folder';

export type ServerProcess = {
  url: string;
  /** From starting the process to its first answer with figures, in ms. */
  startMs: number;
  residentMb: () => Promise<number>;
  stop: () => Promise<void>;
};

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Resident memory of a process in MB: from the kernel on Linux, else from `ps`. */
async function residentMb(pid: number): Promise<number> {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) / 1024;
  }
}

/** Starts a program and waits until the path answers 200. Throws with what it printed when it ends before. */
export async function startProcess(
  args: string[],
  env: Record<string, string>,
  path: string,
): Promise<Omit<ServerProcess, 'url'> & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended before it answered:\n${printed}`);
    const answer = await fetch(url + path).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) break;
    if (performance.now() - start > 120_000) {
      child.kill('SIGKILL');
      throw new Error(`no answer from ${path} within 120 s (last: ${answer?.status ?? 'none'}):\n${printed}`);
    }
    await sleep(10);
  }
  const startMs = performance.now() - start;
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, startMs, residentMb: () => residentMb(child.pid ?? 0), stop };
}

/** The product as `npm start` runs it, on a data folder of the benchmark's own and the embedded database. */
export function startProduct(dataDir: string): Promise<ServerProcess> {
  const env = { DUIBIAO_DATA: dataDir, DATABASE_URL: '', DUIBIAO_ADMIN_TOKEN: TOKEN };
  return startProcess(['server/start.mjs'], env, '/api/v1/indicators');
}
