import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import autocannon from 'autocannon';
import { atMost, fetchBytes, type Figure } from './measure.ts';
import { startProcess } from './serverProcess.ts';

const RANKING = '/api/v1/rankings?indicator=software-revenue-gdp&year=2024';
const ONE_INDICATOR = '/api/v1/observations?indicator=software-revenue-gdp';

async function requestsPerSecond(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: 10, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} not 2xx`);
  return result.requests.average;
}

/**
 * The ranking against a constant answer of the same bytes from a bare process with the same HTTP library. Both run
 * side by side and are asked in turns, so that a slow moment of the machine falls on both.
 */
export async function measureAnswers(url: string, folder: string, rounds: number, seconds: number): Promise<Figure[]> {
  const body = join(folder, 'ranking.json');
  await writeFile(body, await fetchBytes(url + RANKING));
  const constant = await startProcess(['--import', 'tsx', 'tests/bench/constantServer.ts'], { BODY_FILE: body }, '/');
  const product: number[] = [];
  const bare: number[] = [];
  try {
    await requestsPerSecond(url + RANKING, 1);
    await requestsPerSecond(constant.url, 1);
    for (let round = 0; round < rounds; round++) {
      product.push(await requestsPerSecond(url + RANKING, seconds));
      bare.push(await requestsPerSecond(constant.url, seconds));
    }
  } finally {
    await constant.stop();
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratio = mean(product) / mean(bare);
  const oneIndicator = brotliCompressSync(await fetchBytes(url + ONE_INDICATOR)).byteLength / 1024;
  return [
    {
      name: 'Ranking answer against a constant answer of the same size',
      target: '≥ 0.5',
      measured: `${ratio.toFixed(2)} (${mean(product).toFixed(0)} / ${mean(bare).toFixed(0)} a second)`,
      met: ratio >= 0.5,
    },
    atMost('One indicator, all years, brotli', oneIndicator, 8, (value) => `${value.toFixed(1)} KiB`),
  ];
}
