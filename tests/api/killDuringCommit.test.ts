import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { ObservationAnswer, ReleaseAnswer, ReleaseDetail } from '../../core/answers.ts';
import type { CommitAnswer, DraftAnswer } from '../../core/csv/draftAnswer.ts';
import { openTestDatabase } from '../support/database.ts';
import { manyRows } from '../support/manyRows.ts';
import { startProduct, type Product } from '../support/product.ts';

const ROWS = 100_000;
const TOKEN = 'kill-test-token';
const headers = { authorization: `Bearer ${TOKEN}` };

let folder: string;
let env: Record<string, string>;
let product: Product;
let dropDatabase = async () => {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-kill-'));
  env = { DUIBIAO_DATA: folder, DUIBIAO_ADMIN_TOKEN: TOKEN, DATABASE_URL: '' };
  if (inject('serverUrl') !== null) {
    const { url, close } = await openTestDatabase('seeded');
    env = { ...env, DATABASE_URL: url ?? '' };
    dropDatabase = close;
  }
  product = await startProduct(env);
}, 120_000);

afterAll(async () => {
  await product.kill();
  await dropDatabase();
  rmSync(folder, { recursive: true, force: true });
});

const get = async <T>(path: string) => (await fetch(`${product.url}/api/v1/${path}`, { headers })).json() as Promise<T>;

async function draftWhenRead(id: string): Promise<DraftAnswer> {
  for (;;) {
    const draft = await get<DraftAnswer>(`imports/${id}`);
    if (draft.state === 'draft') return draft;
    await sleep(100);
  }
}

function commit(id: string): Promise<CommitAnswer | null> {
  const body = JSON.stringify({ label: '十万行', reason: '测试' });
  const json = { ...headers, 'content-type': 'application/json' };
  return fetch(`${product.url}/api/v1/imports/${id}/commit`, { method: 'POST', headers: json, body })
    .then((answer) => answer.json() as Promise<CommitAnswer>)
    .catch(() => null);
}

it('a process killed while it commits 100,000 rows has written all of them or none', async () => {
  const form = new FormData();
  form.set('file', new File([manyRows(ROWS)], '十万行.csv'));
  const answer = await fetch(`${product.url}/api/v1/imports`, { method: 'POST', headers, body: form });
  expect(answer.status).toBe(202);
  const reading = (await answer.json()) as DraftAnswer;
  expect(reading).toMatchObject({ state: 'reading', summary: { cells: 0 } });
  expect(reading.progress).toBeGreaterThanOrEqual(0);
  const id = reading.import;
  const draft = await draftWhenRead(id);
  expect(draft.summary).toMatchObject({ rows: ROWS, new: ROWS, errors: 0 });
  expect(draft.changes).toHaveLength(10_000);
  const confirm = draft.problems
    .filter(({ severity }) => severity === 'confirm')
    .map(({ code, column }) => ({ code, column }));
  await fetch(`${product.url}/api/v1/imports/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ confirm: [...new Map(confirm.map((point) => [point.code, point])).values()] }),
  });

  const outcomes: string[] = [];
  for (const afterMs of [300, 1_500]) {
    const committing = commit(id);
    await sleep(afterMs);
    await product.kill();
    await committing;
    product = await startProduct(env);
    const { releases } = await get<{ releases: ReleaseAnswer[] }>('releases');
    const { observations } = await get<{ observations: ObservationAnswer[] }>(
      'observations?indicator=software-revenue&year=1978',
    );
    if (releases.length > 1) {
      expect((await get<ReleaseDetail>('releases/2?limit=1')).changes_total).toBe(ROWS);
      expect(observations).toHaveLength(31);
      outcomes.push('all');
      break;
    }
    expect(observations).toEqual([]);
    outcomes.push('none');
    await draftWhenRead(id);
  }
  if (!outcomes.includes('all')) expect(await commit(id)).toMatchObject({ release: 2, counts: { new: ROWS } });
  expect((await get<ReleaseDetail>('releases/2?limit=1')).changes_total).toBe(ROWS);
  expect(outcomes).toContain('none');
}, 180_000);
