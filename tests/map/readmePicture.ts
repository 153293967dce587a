/** `npm run readme:picture`: draws the picture of the README anew, by the product itself. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchBytes } from '../bench/measure.ts';
import { startProduct } from '../bench/serverProcess.ts';
import { ROOT } from '../verify/command.ts';

const folder = await mkdtemp(join(tmpdir(), 'duibiao-readme-'));
try {
  const server = await startProduct(folder);
  const picture = await fetchBytes(`${server.url}/maps/broadband-per-100.png?year=2024`);
  await writeFile(join(ROOT, 'tests/map/snapshots/readme.png'), picture);
  await server.stop();
} finally {
  await rm(folder, { recursive: true, force: true });
}
