import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { adminToken } from './adminToken.ts';
import { createApp } from './app.ts';
import { readEnv } from './env.ts';
import { FolderHeldError } from './folderLock.ts';
import { INIT_ARGUMENT, initEmbedded, openDatabase } from './openDatabase.ts';
import { openSnapshots } from './snapshots.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The checkout: two folders up from `server/main.ts` and from `dist/server/main.mjs` alike lies a package.json. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'seeds'))) return from;
  return findRoot(dirname(from));
}

const program = fileURLToPath(import.meta.url);
const root = findRoot(dirname(program));

function fail(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof FolderHeldError) {
    say('数据目录正被另一个对标进程使用，请先停止它，或用 DUIBIAO_DATA 指定另一个目录。');
    say(`Duibiao is already running: ${error.message}. Stop it first, or set DUIBIAO_DATA to another folder.`);
  } else if (code === 'EADDRINUSE') {
    say('端口已被占用，请用 PORT 指定另一个端口。 / The port is in use; set PORT to another one.');
  } else if (error instanceof RangeError) {
    say(`设置有误 / A setting cannot be used: ${error.message}`);
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  process.exit(1);
}

async function start(): Promise<void> {
  const env = readEnv(process.env, root);
  const database = await openDatabase(env, { root, program, say });
  mkdirSync(env.dataDir, { recursive: true });
  const { token, file, fresh } = adminToken(env.adminToken, env.dataDir);
  const now = () => new Date();
  const snapshots = await openSnapshots(database, now, env.leaveOut);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const webDir = join(root, 'dist', 'web');
  const app = createApp({
    database,
    snapshots,
    env,
    adminToken: token,
    now,
    programVersion: version,
    seedsDir: join(root, 'seeds'),
    webDir: existsSync(join(webDir, 'index.html')) ? webDir : null,
    log: (entry) => process.stderr.write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`),
  });
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }, ({ port }) => {
    say(`对标 Duibiao ${version}  http://localhost:${String(port)}`);
    say(database.kind === 'embedded' ? `数据目录 / data: ${env.dataDir}` : '数据库 / database: DATABASE_URL');
    if (fresh) say(`写入令牌（只显示一次，保存在 ${String(file)}）/ admin token: ${token}`);
    say('按 Ctrl+C 停止 / press Ctrl+C to stop');
  });
  server.on('error', fail);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close(() => {
      snapshots
        .close()
        .then(() => database.close())
        .then(() => process.exit(0), fail);
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const initFolder = process.argv[2] === INIT_ARGUMENT ? process.argv[3] : undefined;
if (initFolder === undefined) await start().catch(fail);
else await initEmbedded(initFolder, root).catch(fail);
