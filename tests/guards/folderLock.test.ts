import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../support/holdFolder.ts', import.meta.url));
const started: ChildProcess[] = [];

/** Starts a process that tries to hold the folder; its first word is `held` or `refused`. */
function hold(folder: string): { child: ChildProcess; word: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const word = new Promise<string>((resolve) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { child, word };
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = gone(child);
  child.kill('SIGKILL');
  await exit;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map(stop));
});

it('lets one of two processes that start at once have the data folder, ten times, each time after a kill -9', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-lock-'));
  for (let round = 0; round < 10; round++) {
    const pair = [hold(folder), hold(folder)];
    const words = await Promise.all(pair.map(({ word }) => word));
    expect(words.toSorted(), `round ${String(round)}`).toEqual(['held', 'refused']);
    // The holder is killed without a chance to clean up; the next round must take over its stale socket.
    await Promise.all(pair.map(({ child }) => stop(child)));
  }
  rmSync(folder, { recursive: true });
}, 120_000);

it('works in a folder whose path is too long for a socket', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'duibiao-lock-')), 'x'.repeat(120));
  const first = hold(folder);
  expect(await first.word).toBe('held');
  const second = hold(folder);
  expect(await second.word).toBe('refused');
  await stop(first.child);
  const third = hold(folder);
  expect(await third.word).toBe('held');
  rmSync(folder, { recursive: true });
});
