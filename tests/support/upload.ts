import type { DraftAnswer } from '../../core/csv/draftAnswer.ts';
import type { Problem } from '../../core/problem.ts';
import type { TestApp } from './app.ts';

export type Answer<T> = { status: number; body: T & Partial<Problem> };

/** Uploads a file as a form, with the token. */
export async function upload(
  t: TestApp,
  file: string | Uint8Array,
  { name = '数据.csv', fields = {} }: { name?: string; fields?: Record<string, string> } = {},
): Promise<Answer<DraftAnswer>> {
  const form = new FormData();
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file);
  form.set('file', new File([bytes], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return answer(await t.send('POST', '/api/v1/imports', form));
}

export async function send<T>(t: TestApp, method: string, path: string, body?: unknown): Promise<Answer<T>> {
  return answer(await t.send(method, `/api/v1/${path}`, body));
}

async function answer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T & Partial<Problem> };
}

/** A long table of one indicator in 亿元. */
export function longFile(rows: [year: number, region: string, value: string][], indicator = '软件业务收入'): string {
  return [
    '年份,地区,指标,数值,单位',
    ...rows.map(([year, region, value]) => `${year},${region},${indicator},${value},亿元`),
  ].join('\n');
}
