import { afterEach, expect, it, vi } from 'vitest';
import { call, ProblemError, withQuery } from '../../web/src/lib/api.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string, status: number) => {
  const fetch = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const problemOf = async (path = '/x') => {
  const error: unknown = await call(path).catch((thrown: unknown) => thrown);
  return error instanceof ProblemError ? error.problem : error;
};

it('leaves out parameters that say nothing, and keeps 0', () =>
  expect(withQuery('/x', { a: null, b: undefined, c: '', inset: 0, year: 2024 })).toBe('/x?inset=0&year=2024'));

it('answers with the JSON, and with null where there is none', async () => {
  answering('{"a":1}', 200);
  expect(await call('/x')).toEqual({ a: 1 });
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }));
  expect(await call('/x')).toBeNull();
});

it('throws the problem of the server with its fields', async () => {
  answering('{"type":"t","title":"没有找到","status":404,"code":"not_found","detail":"没有这个指标"}', 404);
  expect(await problemOf()).toMatchObject({ code: 'not_found', title: '没有找到', detail: '没有这个指标' });
});

it.each([
  ['an answer of something in between', '<html>Bad gateway</html>', 502],
  ['an empty answer', '', 500],
  ['JSON that is no problem', '[]', 503],
])('calls %s an internal problem', async (_, body, status) => {
  answering(body, status);
  expect(await problemOf()).toEqual({ title: '', status, code: 'internal' });
});

it('calls no answer at all unreachable', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  expect(await problemOf()).toEqual({ title: '', status: 0, code: 'unreachable' });
});

it('passes the abort of the caller on instead of calling it a problem', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')));
  const controller = new AbortController();
  controller.abort();
  await expect(call('/x', { signal: controller.signal })).rejects.toHaveProperty('name', 'AbortError');
});

it('sends the token, JSON as JSON and a form as it is', async () => {
  const fetch = answering('{}', 200);
  await call('/x', { method: 'POST', body: { a: 1 }, token: 'secret' });
  const form = new FormData();
  await call('/x', { method: 'POST', body: form });
  const sent = fetch.mock.calls as unknown as [string, RequestInit & { headers: Record<string, string> }][];
  expect(sent[0]?.[1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
  expect(sent[0]?.[1].headers).toMatchObject({ authorization: 'Bearer secret', 'content-type': 'application/json' });
  expect(sent[1]?.[1].body).toBe(form);
  expect(sent[1]?.[1].headers).not.toHaveProperty('content-type');
});
