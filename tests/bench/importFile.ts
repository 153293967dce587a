import { atMost, ms, type Figure } from './measure.ts';
import { TOKEN } from './serverProcess.ts';

type Listed = {
  indicator: string;
  name: string;
  unit: string;
  formula: string | null;
  kind: string;
  comparable: boolean;
};
type Draft = {
  import: string;
  summary: { rows: number; new: number; errors: number; confirmations: number };
  problems: { severity: string; code: string; column: string | null; row: number | null; message: string }[];
};

const YEARS = Array.from({ length: 11 }, (_, index) => 2004 + index);

async function call(url: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${TOKEN}`);
  const answer = await fetch(url, { ...init, headers });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(body).slice(0, 500)}`);
  return body;
}

/** 31 provinces × 20 indicators × 11 years = 6,820 rows of a long table, for years in which nothing is stored yet. */
async function yearlyFile(url: string): Promise<string> {
  const { indicators } = (await call(`${url}/api/v1/indicators`)) as { indicators: Listed[] };
  const { regions } = (await call(`${url}/api/v1/regions`)) as {
    regions: { short: string; level: string; has_data: boolean }[];
  };
  const provinces = regions.filter(({ level, has_data }) => level === 'province' && has_data);
  const levels = indicators.filter(
    ({ formula, kind, comparable }) => formula === null && kind === 'level' && comparable,
  );
  const lines = ['年份,地区,指标,数值,单位'];
  for (const { name, unit } of levels.slice(0, 20)) {
    for (const year of YEARS) {
      for (const [index, { short }] of provinces.entries()) {
        lines.push(
          `${year},${short},${name.includes(',') ? `"${name}"` : name},${(20 + index + (year - 2004) / 10).toFixed(1)},${unit}`,
        );
      }
    }
  }
  return lines.join('\n');
}

/** Checks and commits the yearly file; points to be confirmed are confirmed in between, outside the time measured. */
export async function measureImport(url: string): Promise<Figure[]> {
  const form = new FormData();
  form.set('file', new Blob([await yearlyFile(url)], { type: 'text/csv' }), '年度数据.csv');
  const start = performance.now();
  const draft = (await call(`${url}/api/v1/imports`, { method: 'POST', body: form })) as Draft;
  const checked = performance.now() - start;
  if (draft.summary.errors > 0)
    throw new Error(`the file of the benchmark has errors: ${JSON.stringify(draft.problems[0])}`);
  const json = { 'content-type': 'application/json' };
  const confirm = draft.problems.filter(({ severity }) => severity === 'confirm').map(({ code }) => ({ code }));
  if (confirm.length > 0) {
    const body = JSON.stringify({ confirm: [...new Map(confirm.map((point) => [point.code, point])).values()] });
    await call(`${url}/api/v1/imports/${draft.import}`, { method: 'PATCH', headers: json, body });
  }
  const body = JSON.stringify({ label: '基准测试', reason: '基准测试' });
  const before = performance.now();
  await call(`${url}/api/v1/imports/${draft.import}/commit`, { method: 'POST', headers: json, body });
  const committed = performance.now() - before;
  const rows = draft.summary.rows.toLocaleString('en');
  return [
    atMost(`File of ${rows} rows checked`, checked, 1000, ms),
    atMost(`… ${draft.summary.new.toLocaleString('en')} new figures committed`, committed, 2000, ms),
  ];
}
