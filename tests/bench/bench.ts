/**
 * `npm run bench`: measures a real server process on a temporary data folder and prints each figure beside its target.
 * A report, not a test: it always ends well, because a slow moment of the machine says nothing about the program.
 * `npm run bench -- --quick` takes fewer measurements.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../verify/command.ts';
import { measureAnswers } from './answers.ts';
import { measureFirstView } from './firstView.ts';
import { measureImport } from './importFile.ts';
import { atMost, percentile, type Figure } from './measure.ts';
import { measureMemory, measurePictures } from './pictures.ts';
import { startProduct } from './serverProcess.ts';

const quick = process.argv.includes('--quick');
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;

function print({ name, target, measured, met }: Figure): void {
  const mark = met === null ? ' ' : met ? '✓' : '✗';
  console.log(`${mark} ${name.padEnd(58)} ${target.padEnd(11)} ${measured}`);
}

async function section(measure: () => Promise<Figure[]>): Promise<void> {
  try {
    for (const figure of await measure()) print(figure);
  } catch (error) {
    console.log(`✗ not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function measureStarts(dataDir: string): Promise<Figure[]> {
  const first = await startProduct(dataDir);
  await first.stop();
  const later: number[] = [];
  for (let start = 0; start < (quick ? 1 : 3); start++) {
    const server = await startProduct(dataDir);
    later.push(server.startMs);
    await server.stop();
  }
  return [
    atMost('Very first start to the first answer, with seeds', first.startMs, 15_000, seconds),
    atMost('Later start to the first answer, median', percentile(later, 0.5), 2_500, seconds),
  ];
}

const built = await run(process.execPath, ['server/build.mjs']);
if (!built.ok) console.log(built.output);
const folder = await mkdtemp(join(tmpdir(), 'duibiao-bench-'));
const model = cpus()[0]?.model.trim() ?? 'unknown';
console.log(`Node ${process.versions.node}, ${cpus().length} × ${model}, embedded database${quick ? ', quick' : ''}\n`);
const load = loadavg()[0] ?? 0;
if (load > 0.5)
  console.log(`Others compute here (load ${load.toFixed(1)}): times are longer than on an idle machine.\n`);
console.log(`  ${'what'.padEnd(58)} ${'target'.padEnd(11)} measured`);
try {
  await section(() => measureStarts(join(folder, 'data')));
  const server = await startProduct(join(folder, 'data'));
  try {
    await section(() => measureFirstView(server.url));
    await section(() => measureAnswers(server.url, folder, quick ? 1 : 3, quick ? 2 : 5));
    await section(() => measurePictures(server, quick ? 12 : 60));
    await section(() => measureImport(server.url));
    await section(() => measureMemory(server, quick ? 100 : 1000));
  } finally {
    await server.stop();
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
} finally {
  await rm(folder, { recursive: true, force: true });
}
