/**
 * `npm run dev`: the API with reload after each change, and the pages by Vite with hot replacement, on one address. The
 * API listens on the port after the one of the pages.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env['PORT'] ?? 3000);
const apiPort = port + 1;

const api = spawn(
  process.execPath,
  [`${ROOT}node_modules/tsx/dist/cli.mjs`, 'watch', '--clear-screen=false', 'server/main.ts'],
  {
    cwd: ROOT,
    env: { ...process.env, PORT: String(apiPort) },
    stdio: 'inherit',
  },
);
api.on('exit', (code) => process.exit(code ?? 0));

const target = `http://localhost:${apiPort}`;
const paths = ['/api', '/maps', '/charts', '/healthz', '/docs', '/embed'];
const vite = await createServer({
  configFile: `${ROOT}web/vite.config.ts`,
  root: `${ROOT}web`,
  server: { port, strictPort: true, proxy: Object.fromEntries(paths.map((path) => [path, { target }])) },
});
try {
  await vite.listen();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  api.kill('SIGTERM');
  process.exit(1);
}
console.log(`Pages with reload: http://localhost:${port}   API: ${target}   Stop both with Ctrl+C.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    api.kill(signal);
    void vite.close();
  });
}
