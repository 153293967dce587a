import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, run } from '../verify/command.ts';

type Started = { printed: string; stop: () => Promise<number | null> };

let folder = '';
const children: ChildProcess[] = [];
const dataDir = () => join(folder, 'data');

/** `npm start` without npm, until it says how to stop it or ends. */
function start(settings: Record<string, string>): Promise<Started> {
  const env = { ...process.env, DATABASE_URL: '', DUIBIAO_ADMIN_TOKEN: '', DUIBIAO_DATA: dataDir(), ...settings };
  const child = spawn(process.execPath, ['server/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl+C')) resolve({ printed, stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => resolve({ printed, stop }));
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-start-'));
  expect(await run(process.execPath, ['server/build.mjs'])).toMatchObject({ ok: true });
});

afterAll(() => {
  // Those that a failed test left running.
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

// A first start makes a database: seconds on an idle machine, minutes on a crowded one.
describe('npm start', { timeout: 240_000 }, () => {
  it('says the address, where the data is, how to stop, and the write token once', async () => {
    const first = await start({ PORT: '0' });
    const token = readFileSync(join(dataDir(), 'admin-token'), 'utf8').trim();
    expect(first.printed).toMatch(/http:\/\/localhost:\d+/);
    expect(first.printed).toContain(dataDir());
    expect(first.printed).toContain(token);
    expect(await first.stop()).toBe(0);

    const second = await start({ PORT: '0' });
    expect(second.printed).toMatch(/http:\/\/localhost:\d+/);
    expect(second.printed).not.toContain(token);
    expect(await second.stop()).toBe(0);
  });

  it('keeps the write token from other users', () => {
    expect(statSync(join(dataDir(), 'admin-token')).mode & 0o777).toBe(0o600);
  });

  it('ends with a sentence when the data folder is in use', async () => {
    const first = await start({ PORT: '0' });
    const second = await start({ PORT: '0' });
    const ended = await second.stop();
    await first.stop();
    expect(ended).toBe(1);
    expect(second.printed).toMatch(/数据目录正被.*使用/);
    expect(second.printed).toMatch(/already running/);
    expect(second.printed).not.toMatch(/^\s+at /m);
  });

  it('ends with a sentence when the port is in use', async () => {
    const holder: Server = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;
    const started = await start({ PORT: String(port), HOST: '0.0.0.0' });
    const ended = await started.stop();
    holder.close();
    expect(ended).toBe(1);
    expect(started.printed).toMatch(/端口.*占用/);
    expect(started.printed).not.toMatch(/^\s+at /m);
  });

  it('ends with a sentence when a setting cannot be used', async () => {
    const started = await start({ PORT: 'eighty' });
    expect(await started.stop()).toBe(1);
    expect(started.printed).toContain('PORT must be a whole number');
    expect(started.printed).not.toMatch(/^\s+at /m);
  });
});
