/**
 * `npm start`: builds what is missing or stale, then runs the server in this process. Plain JavaScript, so that it runs
 * on Node 20 after `npm ci`, with or without the development dependencies.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { staleParts } from './build.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Duibiao needs Node.js 20.19 or newer; this is ${process.versions.node}. 需要 Node.js 20.19 或更新版本。`,
  );
  process.exit(1);
}

try {
  // In a process of its own: what the build took of memory is given back before the server runs.
  if ((await staleParts()).length > 0) {
    execFileSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], { stdio: 'inherit' });
  }
} catch (error) {
  console.error(
    'The build failed; what it printed stands above. Did "npm ci" run to its end? 构建失败，请先完整运行 npm ci。',
  );
  if (error.status === undefined) console.error(error.message);
  process.exit(1);
}

// An error names the line of the source, not of the bundle.
process.setSourceMapsEnabled(true);
await import(new URL('../dist/server/main.js', import.meta.url).href);
