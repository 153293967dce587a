import { atMost, fetchBytes, ms, percentile, timeEach, type Figure } from './measure.ts';
import type { ServerProcess } from './serverProcess.ts';

const MAP = '/maps/broadband-per-100';

/** A picture nobody asked for before: its title is its own, and labels, theme and classes go round. */
function different(kind: 'png' | 'svg', index: number, more = ''): string {
  const labels = ['name', 'value', 'both'][index % 3];
  const theme = index % 2 === 0 ? 'light' : 'dark';
  const title = encodeURIComponent(`每百人宽带用户 第${index}张`);
  return `${MAP}.${kind}?year=${2018 + (index % 7)}&k=${3 + (index % 4)}&labels=${labels}&theme=${theme}&title=${title}${more}`;
}

export async function measurePictures(server: ServerProcess, count: number): Promise<Figure[]> {
  const get = (path: string) => fetchBytes(server.url + path);
  await get(different('png', 0));
  const uncached = await timeEach(count, (index) => get(different('png', 10_000 + index)));
  const cached = await timeEach(count, () => get(different('png', 10_000)));
  const svg = await timeEach(count, (index) => get(different('svg', 20_000 + index)));
  const large = await timeEach(Math.ceil(count / 4), (index) => get(different('png', 30_000 + index, '&scale=2')));
  return [
    atMost('PNG 1200 × 675 not seen before, p50', percentile(uncached, 0.5), 150, ms),
    { name: '… p95', target: '', measured: ms(percentile(uncached, 0.95)), met: null },
    atMost('PNG seen before, p50', percentile(cached, 0.5), 5, ms),
    { name: '… p95', target: '', measured: ms(percentile(cached, 0.95)), met: null },
    atMost('SVG not seen before, p50', percentile(svg, 0.5), 30, ms),
    atMost('PNG 2400 px wide, p95', percentile(large, 0.95), 500, ms),
  ];
}

/** Growth from after the first fiftieth of the pictures to the end, and over the second half alone. */
export async function measureMemory(server: ServerProcess, count: number): Promise<Figure[]> {
  const draw = async (from: number, to: number) => {
    for (let index = from; index < to; index++) await fetchBytes(server.url + different('png', 100_000 + index));
    return server.residentMb();
  };
  const warm = await draw(0, Math.ceil(count / 50));
  const middle = await draw(Math.ceil(count / 50), count / 2);
  const end = await draw(count / 2, count);
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  return [
    atMost(`Memory growth over ${count} different pictures`, end - warm, 150, mb),
    { name: '… over the second half of them', target: '', measured: mb(end - middle), met: null },
    { name: '… whole process at the end', target: '', measured: mb(end), met: null },
  ];
}
