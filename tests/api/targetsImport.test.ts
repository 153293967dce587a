import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseAnswer, ReleaseDetail, TargetAnswer } from '../../core/answers.ts';
import type { ChangesAnswer, CommitAnswer, DraftAnswer } from '../../core/csv/draftAnswer.ts';
import { openTestApp, TODAY, type TestApp } from '../support/app.ts';
import { ROOT } from '../support/root.ts';
import { send, upload } from '../support/upload.ts';

let t: TestApp;
let clock = new Date(TODAY).getTime();
const laterBy = (seconds: number) => {
  clock += seconds * 1_000;
  return new Date(clock).toISOString().replace(/\.\d+Z$/, 'Z');
};
beforeAll(async () => {
  t = await openTestApp('seeded', { now: () => new Date(clock) });
});
afterAll(() => t.close());

const PLAN = '江苏省“十四五”数字经济发展规划';
const CORE = '数字经济核心产业增加值占GDP比重';
const file = (rows: string[][], header = ['地区', '指标', '目标年', '目标', '文件', '页码']) =>
  [header, ...rows].map((row) => row.join(',')).join('\n');
const jiangsu = (target: string, page = '118', year = '2025') => ['江苏', CORE, year, target, PLAN, page];
const commit = (id: string) =>
  send<CommitAnswer>(t, 'POST', `imports/${id}/commit`, { label: '目标更新', reason: '测试' });
const revert = (release: number) => send<{ release: number }>(t, 'POST', `releases/${release}/revert`, { reason: 'x' });
const release = async (id: number, query = '') => (await t.get<ReleaseDetail>(`/api/v1/releases/${id}?${query}`)).body;

/** The target of Jiangsu's plan for the core share in a year, without when and by which release they came. */
async function stored(year = 2025, asOf = ''): Promise<Partial<TargetAnswer>[]> {
  const path = `/api/v1/targets?indicator=digital-economy-core-share&region=320000&year=${year}`;
  const { body } = await t.get<{ targets: TargetAnswer[] }>(asOf === '' ? path : `${path}&as_of=${asOf}`);
  return body.targets
    .filter(({ source }) => source === 'js-145-digital-economy')
    .map(({ release: _, valid_from: __, ...target }) => target);
}

async function committed(rows: string[][]): Promise<number> {
  const { body } = await upload(t, file(rows));
  const done = await commit(body.import);
  expect(done.status).toBe(201);
  return done.body.release ?? 0;
}

describe('a file of targets that says what is stored', () => {
  it.each([
    ['sample 06', 'tests/fixtures/csv/06-targets.utf8bom.csv', 6],
    ['the seed file', 'seeds/targets.csv', 240],
  ])('%s makes no release', async (_, path, n) => {
    const before = (await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases')).body.releases.length;
    const { status, body } = await upload(t, readFileSync(ROOT + path));
    expect(status).toBe(201);
    expect(body.file).toMatchObject({ layout: 'targets', header_row: 1 });
    expect(body.summary).toMatchObject({ rows: n, cells: n, new: 0, revised: 0, unchanged: n, errors: 0, notes: 0 });
    expect(body.changes_total).toBe(n);
    expect(body.changes.every(({ kind, target }) => kind === 'unchanged' && target === true)).toBe(true);
    expect(body.consequences).toEqual([]);
    expect(await commit(body.import)).toEqual({
      status: 200,
      body: {
        release: null,
        counts: { new: 0, revised: 0, unchanged: n, missing: 0, targets: 0 },
        code: 'no_change',
      },
    });
    expect((await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases')).body.releases).toHaveLength(before);
  });

  it('our own list of targets, uploaded again, changes nothing', async () => {
    const csv = new Uint8Array(await (await t.app.request('/api/v1/targets.csv')).arrayBuffer());
    const { body } = await upload(t, csv);
    expect(body.summary).toMatchObject({ unchanged: 240, new: 0, revised: 0, errors: 0, confirmations: 0 });
  });
});

describe('from the upload to the target and back', () => {
  it('shows words, commits, is in the log and in the past, and is taken back whole', async () => {
    const times = [laterBy(60)];
    const before = { 2025: await stored(2025), 2023: await stored(2023) };
    const text = file([jiangsu('超过12%', '119'), jiangsu('9%左右', '119', '2023')]);
    const { body: draft } = await upload(t, text);
    expect(draft.summary).toMatchObject({ rows: 2, cells: 2, new: 1, revised: 1, unchanged: 0, errors: 0 });
    expect(draft.changes).toMatchObject([
      {
        region_name: '江苏',
        year: 2025,
        old: '超过10%',
        new: '超过12%',
        delta: null,
        kind: 'revised',
        target: true,
        source: 'js-145-digital-economy',
        source_title: PLAN,
      },
      { year: 2023, old: null, new: '9%左右', kind: 'new' },
    ]);
    expect(draft.consequences).toMatchObject([
      { indicator: 'digital-economy-core-share', region: '320000', year: 2023, old_status: null },
    ]);
    const page = await send<ChangesAnswer>(t, 'GET', `imports/${draft.import}/changes?kind=new`);
    expect(page.body).toMatchObject({ total: 1, changes: [{ new: '9%左右' }] });

    laterBy(60);
    const done = await commit(draft.import);
    expect(done).toEqual({
      status: 201,
      body: { release: expect.any(Number), counts: { new: 1, revised: 1, unchanged: 0, missing: 0, targets: 2 } },
    });
    const id = done.body.release ?? 0;
    times.push(laterBy(60));
    expect(await stored(2025)).toMatchObject([
      { value: 12, bound: 'gt', wording: '超过12%', locator: '第119页', period_from: 2021, period_to: 2025 },
    ]);
    expect(await release(id)).toMatchObject({
      counts: { targets: 2 },
      changes_total: 2,
      changes: [
        { year: 2023, old: null, new: '9%左右', kind: 'new', target: true },
        { year: 2025, old: '超过10%', new: '超过12%', kind: 'revised', target: true },
      ],
    });
    expect((await release(id, 'lang=en&offset=1&limit=1')).changes).toMatchObject([
      { region_name: 'Jiangsu', old: 'more than 10%', new: 'more than 12%' },
    ]);

    const again = await upload(t, text);
    expect(again.body.file.known_release).toBe(id);
    expect(again.body.summary).toMatchObject({ new: 0, revised: 0, unchanged: 2 });

    laterBy(60);
    const back = await revert(id);
    expect(back.status).toBe(201);
    times.push(laterBy(60));
    expect(await stored(2025)).toEqual(before[2025]);
    expect(await stored(2023)).toEqual(before[2023]);
    const known = await Promise.all(times.map((at) => stored(2025, at)));
    expect(known.map(([target]) => target?.value)).toEqual([10, 12, 10]);
    const fresh = await Promise.all(times.map((at) => stored(2023, at)));
    expect(fresh.map((found) => found.length - before[2023].length)).toEqual([0, 1, 0]);
    expect(await release(back.body.release)).toMatchObject({
      kind: 'revert',
      counts: { new: 0, revised: 1, missing: 1, targets: 2 },
      changes: [
        { year: 2023, old: '9%左右', new: null, kind: 'withdrawn' },
        { year: 2025, old: '超过12%', new: '超过10%', kind: 'revised' },
      ],
    });

    // Taken back itself, the revert gives both again.
    expect((await revert(back.body.release)).status).toBe(201);
    expect((await stored(2025))[0]?.value).toBe(12);
    expect(await stored(2023)).toHaveLength(before[2023].length + 1);
    const list = (await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases')).body.releases;
    expect(list[0]?.counts).toMatchObject({ new: 1, revised: 1, missing: 0, targets: 2 });
  });

  it('writes a target again over one that was withdrawn', async () => {
    const first = await committed([jiangsu('14%左右', '1', '2026')]);
    await revert(first);
    expect(await stored(2026)).toEqual([]);
    const { body } = await upload(t, file([jiangsu('14%左右', '1', '2026')]));
    expect(body.changes).toMatchObject([{ kind: 'new', old: null }]);
    const second = (await commit(body.import)).body.release ?? 0;
    expect(await stored(2026)).toHaveLength(1);
    expect((await release(second)).changes).toMatchObject([{ kind: 'new', old: null, new: '14%左右' }]);
    await revert(second);
    expect(await stored(2026)).toEqual([]);
  });

  it('refuses to take back a release that a later one touches, with the target', async () => {
    const first = await committed([jiangsu('15%左右', '1', '2027')]);
    const second = await committed([jiangsu('16%左右', '1', '2027')]);
    const refused = await revert(first);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'later_release_touches',
        releases: [second],
        cells: [
          {
            region: '320000',
            indicator: 'digital-economy-core-share',
            year: 2027,
            source: 'js-145-digital-economy',
            target: true,
            release: second,
          },
        ],
      },
    ]);
    expect((await revert(second)).status).toBe(201);
    expect((await stored(2027))[0]?.value).toBe(15);
    expect((await revert(first)).status).toBe(201);
    expect(await stored(2027)).toEqual([]);
  });

  it('does not commit what another release has changed since it was shown', async () => {
    const [a, b] = [
      await upload(t, file([jiangsu('17%左右', '1', '2028')])),
      await upload(t, file([jiangsu('18%左右', '1', '2028')])),
    ];
    expect((await commit(a.body.import)).status).toBe(201);
    const stale = await commit(b.body.import);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_draft']);
    const shown = await send<DraftAnswer>(t, 'GET', `imports/${b.body.import}`);
    expect(shown.body.changes).toMatchObject([{ old: '17%左右', new: '18%左右', kind: 'revised' }]);
    expect((await commit(b.body.import)).status).toBe(201);
  });
});

describe('a file of targets with problems', () => {
  it('names row, column and what to do, in both languages, and commits nothing', async () => {
    const text = file([jiangsu('全国领先'), jiangsu('超过12%'), ['江苏', CORE, '2025', '10%', '没有这份文件', '1']]);
    const { body } = await upload(t, text);
    expect(body.problems).toMatchObject([
      { severity: 'error', code: 'not_a_number', row: 2, column: 'D', column_name: '目标', raw: '全国领先' },
      { severity: 'error', code: 'out_of_range', row: 4, column: 'E', column_name: '文件', raw: '没有这份文件' },
    ]);
    expect(body.problems[1]?.message).toBe('来源目录里没有文件“没有这份文件”');
    expect(body.problems.every(({ suggestion }) => suggestion !== null)).toBe(true);
    const english = await send<DraftAnswer>(t, 'GET', `imports/${body.import}?lang=en`);
    expect(english.body.problems[1]?.message).toBe('The list of sources has no document “没有这份文件”');
    const before = await stored();
    expect((await commit(body.import)).body.code).toBe('draft_has_errors');
    expect(await stored()).toEqual(before);
  });

  it('is mended in place, and asks once before a title is taken for another', async () => {
    const row = ['江苏', CORE, '2029', '领先', '江苏省十四五数字经济发展规划', '3'];
    const { body } = await upload(t, file([row]));
    const path = `imports/${body.import}`;
    const fixed = await send<DraftAnswer>(t, 'PATCH', path, { fixes: [{ row: 2, column: 'D', raw: '13%以上' }] });
    expect(fixed.body.problems).toMatchObject([{ code: 'near_match', column: 'E', confirmed: false }]);
    expect((await commit(body.import)).body.code).toBe('needs_confirmation');
    await send(t, 'PATCH', path, { confirm: [{ code: 'near_match', row: 2, column: 'E' }] });
    expect((await commit(body.import)).status).toBe(201);
    expect(await stored(2029)).toMatchObject([{ value: 13, bound: 'ge', locator: '第3页', wording: '13%以上' }]);
  });
});

describe('release 1', () => {
  it('lists its figures and then its targets, page by page', async () => {
    const first = await release(1, 'limit=1');
    const figures = first.counts.new;
    expect(first.changes_total).toBe(figures + first.counts.targets);
    const { changes } = await release(1, `offset=${figures - 1}&limit=3`);
    expect(changes.map(({ target }) => target ?? false)).toEqual([false, true, true]);
    expect((await release(1, `offset=${figures + 239}&limit=3`)).changes).toHaveLength(1);
  });
});
