/** One line of the report: what was wanted, what was measured. `met` null: shown beside the others, without a target. */
export type Figure = { name: string; target: string; measured: string; met: boolean | null };

/** The value below which this share of the measurements lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that each of `count` calls took, one after the other. */
export async function timeEach(count: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await call(index);
    times.push(performance.now() - start);
  }
  return times;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** At most `limit`, both in the unit of `show`. */
export const atMost = (name: string, value: number, limit: number, show: (value: number) => string): Figure => ({
  name,
  target: `≤ ${show(limit)}`,
  measured: show(value),
  met: value <= limit,
});

/** Fetches and reads the whole body; throws on any status but 200, so that no failure is measured as speed. */
export async function fetchBytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  const body = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200)
    throw new Error(`${url} answered ${answer.status}: ${new TextDecoder().decode(body).slice(0, 300)}`);
  return body;
}
