import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Unix socket's path may have about 104 characters; a longer data path gets its socket in the temporary folder. */
const LONGEST_PATH = 100;

/** A take-over of a dead holder's socket takes milliseconds; one that is older was itself killed. */
const TAKEOVER_MS = 5_000;

export class FolderHeldError extends Error {
  constructor(folder: string) {
    super(`the data folder ${folder} is in use by another process`);
    this.name = 'FolderHeldError';
  }
}

function socketPath(folder: string): string {
  const inside = join(folder, 'lock.sock');
  if (inside.length <= LONGEST_PATH) return inside;
  return join(tmpdir(), `duibiao-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.sock`);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Runs `work` in at most one process at a time; false when another is at it. */
function takeover(path: string, work: () => void): boolean {
  try {
    closeSync(openSync(path, 'wx'));
  } catch {
    if (existsSync(path) && Date.now() - statSync(path).mtimeMs > TAKEOVER_MS) rmSync(path, { force: true });
    return false;
  }
  try {
    work();
  } finally {
    rmSync(path, { force: true });
  }
  return true;
}

/**
 * Holds the data folder for this process: PGlite serves one process and does not protect its files. The holder
 * listens on a socket; the kernel answers for it even while it computes, and no longer once it is gone, however it
 * went. A socket nobody answers is replaced, by one process at a time. Throws `FolderHeldError`.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  const path = socketPath(real);
  for (let attempt = 0; attempt < 100; attempt++) {
    const server = await listen(path);
    if (server !== null) {
      server.unref();
      return () => new Promise((resolve) => server.close(() => resolve()));
    }
    if (await answers(path)) throw new FolderHeldError(real);
    // Between listening and being connected to, a new holder may not answer yet: look once more before replacing it.
    await sleep(30);
    if (await answers(path)) throw new FolderHeldError(real);
    const stale = statSync(path, { throwIfNoEntry: false })?.ino;
    takeover(`${path}.takeover`, () => {
      if (statSync(path, { throwIfNoEntry: false })?.ino === stale) rmSync(path, { force: true });
    });
    await sleep(10 + attempt);
  }
  throw new FolderHeldError(real);
}
