import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObservationAnswer, ReleaseAnswer } from '../../core/answers.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { longFile, send, upload } from '../support/upload.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp('seeded');
});
afterAll(() => t.close());

/** Commits one invented figure of Zhejiang for 2026 and answers the release. */
async function commit(value: string): Promise<number> {
  const draft = await upload(t, longFile([[2026, '浙江', value]]));
  const open = draft.body.problems.filter((problem) => problem.severity === 'confirm').map(({ code }) => ({ code }));
  if (open.length > 0) await send(t, 'PATCH', `imports/${draft.body.import}`, { confirm: open });
  const done = await send<{ release: number }>(t, 'POST', `imports/${draft.body.import}/commit`, { label: '测试' });
  expect(done.status).toBe(201);
  return done.body.release;
}

const revert = (release: number) =>
  send<{ release: number; releases?: number[] }>(t, 'POST', `releases/${String(release)}/revert`, { reason: '测试' });

async function stored(): Promise<number | null> {
  const path = '/api/v1/observations?indicator=software-revenue&region=330000&year=2026';
  const { body } = await t.get<{ observations: ObservationAnswer[] }>(path);
  return body.observations[0]?.value ?? null;
}

const states = async () => {
  const { body } = await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases');
  return Object.fromEntries(body.releases.map(({ release, state }) => [release, state]));
};

describe('taking back what was taken back', () => {
  it('restores step by step, and refuses a step whose ground is gone', async () => {
    const first = await commit('10000');
    const second = await commit('10001');
    const third = (await revert(second)).body.release;
    expect(await stored()).toBe(10000);
    const fourth = (await revert(first)).body.release;
    expect(await stored()).toBeNull();

    // Release `third` gave 10000 back; that is gone now, so there is nothing to take back from it.
    const refused = await revert(third);
    expect([refused.status, refused.body.code, refused.body.releases]).toEqual([
      409,
      'later_release_touches',
      [fourth],
    ]);
    expect(await stored()).toBeNull();
    expect(await states()).toMatchObject({ [first]: 'reverted', [second]: 'reverted', [third]: 'committed' });

    const fifth = await revert(fourth);
    expect(fifth.status).toBe(201);
    expect(await stored()).toBe(10000);
    expect(await states()).toMatchObject({ [first]: 'committed', [fourth]: 'reverted' });
    const { body } = await t.get<ReleaseAnswer>(`/api/v1/releases/${String(fifth.body.release)}`);
    expect(body.counts).toMatchObject({ new: 1, revised: 0, missing: 0 });

    expect((await revert(third)).status).toBe(201);
    expect(await stored()).toBe(10001);
    expect(await states()).toMatchObject({ [first]: 'committed', [second]: 'committed', [third]: 'reverted' });
  });

  it('names a release that takes another back in the language of the reader', async () => {
    const taken = await commit('10002');
    const back = (await revert(taken)).body.release;
    const label = async (lang: string) =>
      (await t.get<ReleaseAnswer>(`/api/v1/releases/${String(back)}?lang=${lang}`)).body.label;
    expect(await label('zh')).toBe(`撤回批次 ${String(taken)}：测试`);
    expect(await label('en')).toBe(`Release ${String(taken)} taken back: 测试`);
  });
});

describe('text that no database can hold', () => {
  it.each(['a\u0000b', '\ud800'])('%j is a 400 wherever it is sent', async (text) => {
    const draft = await upload(t, longFile([[2026, '江苏', '20000']]));
    const path = `imports/${draft.body.import}`;
    const answers = await Promise.all([
      send(t, 'PATCH', path, { fixes: [{ row: 2, column: 'D', raw: text }] }),
      send(t, 'POST', `${path}/commit`, { label: text }),
      send(t, 'POST', `${path}/commit`, { label: '好', reason: text }),
      send(t, 'POST', 'releases/2/revert', { reason: text }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'bad_parameter']));
  });

  it.each(['imports/%00', 'imports/%00/changes', 'imports/..%2f'])('%s is a 400', async (path) => {
    expect((await send(t, 'GET', path)).status).toBe(400);
  });

  it('has a limit for bodies that are no upload', async () => {
    const body = { reason: 'x'.repeat(5 * 1024 * 1024) };
    const answer = await send<object>(t, 'POST', 'releases/2/revert', body);
    expect([answer.status, answer.body.code]).toEqual([413, 'file_too_large']);
  });
});
