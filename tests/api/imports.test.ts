import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObservationAnswer, RankingAnswer, ReleaseAnswer, ReleaseDetail } from '../../core/answers.ts';
import type { ChangesAnswer, CommitAnswer, DraftAnswer } from '../../core/csv/draftAnswer.ts';
import expected from '../fixtures/csv/05-problems.expected.json' with { type: 'json' };
import { openTestApp, TODAY, type TestApp } from '../support/app.ts';
import { ROOT } from '../support/root.ts';
import { longFile, send, upload } from '../support/upload.ts';

let t: TestApp;
let clock = new Date(TODAY).getTime();
const laterBy = (seconds: number) => {
  clock += seconds * 1_000;
  return new Date(clock).toISOString().replace(/\.\d+Z$/, 'Z');
};
beforeAll(async () => {
  t = await openTestApp('seeded', {
    now: () => new Date(clock),
    env: { DUIBIAO_MAX_UPLOAD: String(20 * 1024 * 1024) },
  });
});
afterAll(() => t.close());

const sample = (name: string) => readFileSync(`${ROOT}tests/fixtures/csv/${name}`);
const release = { label: '2025 年报', reason: '测试' };
const commit = (id: string, body: unknown = release) => send<CommitAnswer>(t, 'POST', `imports/${id}/commit`, body);
const latest = async () => (await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases')).body.releases[0]?.release;
const figure = async (region: string, year: number, indicator = 'software-revenue', asOf = '') => {
  const query = `indicator=${indicator}&region=${region}&year=${year}${asOf === '' ? '' : `&as_of=${asOf}`}`;
  return (
    (await t.get<{ observations: ObservationAnswer[] }>(`/api/v1/observations?${query}`)).body.observations[0] ?? null
  );
};

describe('the real samples over the seeds', () => {
  it.each([
    ['01-bureau-export-wide-years.gbk.csv', 'gb18030', ',', 'wide-years', 4, 279],
    ['02-long.utf8bom.csv', 'utf-8', ',', 'long', 1, 62],
    ['03-yearbook-wide-indicators.gbk.csv', 'gb18030', ',', 'wide-indicators', 3, 93],
    ['04-excel-unicode-text.utf16le.txt', 'utf-16le', '\t', 'wide-indicator-years', 1, 62],
  ])('%s changes nothing and makes no release', async (name, encoding, delimiter, layout, header_row, cells) => {
    const before = await latest();
    const { status, body } = await upload(t, sample(name), { name });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      file: { name, encoding, delimiter, layout, header_row, known_release: null },
      summary: { cells, new: 0, revised: 0, unchanged: cells, missing: 0, errors: 0, confirmations: 0 },
      consequences: [],
    });
    expect(new Set(body.changes.map((change) => change.kind))).toEqual(new Set(['unchanged']));
    const committed = await commit(body.import);
    expect(committed).toEqual({
      status: 200,
      body: {
        release: null,
        counts: { new: 0, revised: 0, unchanged: cells, missing: 0, targets: 0 },
        code: 'no_change',
      },
    });
    expect(await latest()).toBe(before);
  });

  it('answers sample 05 with every problem at its row and commits nothing', async () => {
    const { body } = await upload(t, sample('05-problems.utf8.csv'));
    const of = (wanted: string[]) =>
      body.problems.filter(({ severity }) => wanted.includes(severity)).map(({ row, code }) => ({ row, code }));
    const errors = expected.problems.flatMap(({ row, rows, code }) => (rows ?? [row]).map((at) => ({ row: at, code })));
    expect(of(['error'])).toEqual(errors.filter(({ code }) => code !== 'region_out_of_scope'));
    expect(of(['confirm'])).toEqual(expected.confirmations);
    expect(body.problems.find(({ row }) => row === 7)).toMatchObject({
      severity: 'note',
      code: 'region_out_of_scope',
      column: 'B',
    });
    expect(body.problems.find(({ row }) => row === 9)).toMatchObject({
      column: 'D',
      column_name: '数值',
      raw: '9,99',
      message: '“9,99”不是可以确定的数值',
      suggestion: '小数点请用“.”；千位逗号须三位一组',
    });
    expect(body.summary.symbols.map(({ row, region, symbol }) => ({ row, region, symbol }))).toEqual(expected.symbols);
    expect(body.summary.left_out).toEqual([{ row: 7, name: '深圳市', class: 'city' }]);
    const answer = await commit(body.import);
    expect([answer.status, answer.body.code]).toEqual([409, 'draft_has_errors']);
    expect(await figure('320000', 2025)).toBeNull();
  });

  it('speaks English when asked', async () => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(sample('05-problems.utf8.csv'))], 'x.csv'));
    const body = (await (await t.send('POST', '/api/v1/imports?lang=en', form)).json()) as DraftAnswer;
    expect(body.problems.find(({ row }) => row === 18)?.message).toBe('“25” is not a year of four digits');
    expect(body.changes[0]?.region_name).toBe('Jiangsu');
  });
});

describe('files that are no tables', () => {
  const nul = Buffer.from('年份,地区,指标,数值\n2025,江苏,软件业务收入,1\u00002\n');
  it.each([
    ['a picture', readPng(), 422, 'not_a_table', '图片'],
    ['an XLSX', Buffer.from('PK\u0003\u0004xl/workbook.xml', 'latin1'), 422, 'not_a_table', '另存为'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 422, 'not_a_table', 'PDF'],
    ['zero bytes inside', nul, 422, 'not_a_table', '不属于文本'],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 251)), 422, 'not_a_table', '不属于文本'],
    ['nothing', Buffer.alloc(0), 422, 'empty_file', '没有内容'],
    ['a BOM and blanks', Buffer.from('\ufeff \r\n '), 422, 'empty_file', '没有内容'],
    ['more lines than any table', Buffer.alloc(1_200_000, 'x\n'), 413, 'file_too_large', '行'],
    ['more than the limit', Buffer.alloc(21 * 1024 * 1024, 'x'), 413, 'file_too_large', '上限'],
  ])('%s: %i %s', async (_, bytes, status, code, words) => {
    const answer = await upload(t, bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toContain(words);
  });

  it('is refused by its announced length without being read', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = {
      authorization: 'Bearer test-token',
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(300 * 1024 * 1024),
    };
    const response = await t.app.request('/api/v1/imports', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(3);
  });

  it('is refused as soon as it has grown over the limit when no length was announced', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const headers = { authorization: 'Bearer test-token', 'content-type': 'multipart/form-data; boundary=x' };
    const response = await t.app.request('/api/v1/imports', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(30);
  });
});

describe('requests that are not right', () => {
  it('needs the token for everything but the sample', async () => {
    for (const [method, path] of [
      ['POST', 'imports'],
      ['GET', 'imports/x'],
      ['GET', 'imports/x/changes'],
      ['PATCH', 'imports/x'],
      ['DELETE', 'imports/x'],
      ['POST', 'imports/x/commit'],
      ['POST', 'releases/1/revert'],
    ]) {
      const response = await t.app.request(`/api/v1/${path}`, { method: method ?? '' });
      expect([path, response.status]).toEqual([path, 401]);
    }
    const answer = await t.get<DraftAnswer>('/api/v1/imports/sample');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ import: 'sample', state: 'draft' });
    expect(answer.body.summary.errors).toBeGreaterThan(0);
    expect(answer.body.summary.new).toBeGreaterThan(0);
  });

  it.each([
    ['no file', {}, 'file', 'bad_parameter'],
    ['an unknown field', { file: 'x', nonsense: '1' }, 'nonsense', 'unknown_parameter'],
    ['an unknown indicator', { file: 'x', indicator: 'no-such-thing' }, 'indicator', 'bad_parameter'],
    ['a bad year', { file: 'x', year: '25' }, 'year', 'bad_parameter'],
    ['an unknown encoding', { file: 'x', encoding: 'klingon' }, 'encoding', 'bad_parameter'],
    ['an unknown profile', { file: 'x', profile: 'none' }, 'profile', 'bad_parameter'],
  ])('%s is a 400 that names it', async (_, fields, parameter, code) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.set(name, name === 'file' ? new File([value], 'a.csv') : value);
    form.set('year', form.get('year') ?? '2025');
    const answer = await send<object>(t, 'POST', 'imports', form);
    expect([answer.status, answer.body.code, answer.body['parameter']]).toEqual([400, code, parameter]);
  });

  it('refuses a body that is no form, and one that ends early', async () => {
    expect((await send(t, 'POST', 'imports', { file: 'x' })).status).toBe(400);
    const headers = { authorization: 'Bearer test-token', 'content-type': 'multipart/form-data; boundary=x' };
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc';
    expect((await t.app.request('/api/v1/imports', { method: 'POST', headers, body })).status).toBe(400);
  });

  it.each([
    ['PATCH', 'imports/nothing', { confirm: [] }],
    ['GET', 'imports/nothing', undefined],
    ['GET', 'imports/nothing/changes', undefined],
    ['DELETE', 'imports/nothing', undefined],
    ['POST', 'imports/nothing/commit', release],
    ['POST', 'releases/999/revert', { reason: 'x' }],
  ])('%s %s is 404', async (method, path, body) => {
    const answer = await send<object>(t, method, path, body);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('refuses a patch and a commit of a wrong form', async () => {
    const { body } = await upload(t, longFile([[2025, '江苏', '16000']]));
    for (const patch of [
      { nonsense: 1 },
      { confirm: [{ code: 'no_such_code' }] },
      { fixes: [{ row: 0, column: 'A', raw: '' }] },
      { mapping: { indicator: 'no-such-thing' } },
      { mapping: { regions: { x: '999999' } } },
      { mapping: { unit: '金币' } },
    ]) {
      expect([(await send(t, 'PATCH', `imports/${body.import}`, patch)).status, patch]).toEqual([400, patch]);
    }
    expect((await commit(body.import, { label: '' })).status).toBe(400);
    expect((await commit(body.import, { label: 'x', nonsense: 1 })).status).toBe(400);
    expect((await send(t, 'DELETE', `imports/${body.import}`)).status).toBe(204);
    expect((await send(t, 'GET', `imports/${body.import}`)).status).toBe(404);
  });
});

describe('the same table in every encoding', () => {
  it.each(['utf-8', 'gbk', 'gb18030', 'utf-16le', 'utf-16be'])('%s gives the same changes (C1)', async (encoding) => {
    const text = `${longFile([
      [2025, '江苏', '16000.5'],
      [2025, '内蒙', '26.1'],
      [2025, '西藏', '—'],
    ])}\n`;
    const plain = (await upload(t, text)).body;
    const { body } = await upload(t, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }));
    expect(body.changes).toEqual(plain.changes);
    expect(body.summary).toEqual(plain.summary);
  });

  it('takes the encoding it is told, and marks what does not fit it', async () => {
    const bytes = iconv.encode(longFile([[2025, '江苏', '16000']]), 'gbk');
    const { body } = await upload(t, bytes, { fields: { encoding: 'utf-8' } });
    expect(body.file.encoding).toBe('utf-8');
    expect(body.summary.errors).toBeGreaterThan(0);
    expect((await upload(t, bytes, { fields: { encoding: 'GBK' } })).body.summary).toMatchObject({ errors: 0, new: 1 });
  });
});

describe('our own files, uploaded again', () => {
  it.each(['rd-intensity', 'software-revenue-gdp', '5g-base-stations', 'software-revenue'])(
    'the list of %s changes nothing',
    async (indicator) => {
      const csv = new Uint8Array(
        await (await t.app.request(`/api/v1/observations.csv?indicator=${indicator}`)).arrayBuffer(),
      );
      const { body } = await upload(t, csv);
      expect(body.summary).toMatchObject({ new: 0, revised: 0, missing: 0, errors: 0, confirmations: 0 });
    },
  );

  it.each(['zh', 'en'])('the empty template of what is missing (%s) is read without a problem', async (lang) => {
    const response = await t.app.request(`/api/v1/templates/targets.csv?lang=${lang}`);
    const { body } = await upload(t, new Uint8Array(await response.arrayBuffer()));
    expect(body.summary.rows).toBeGreaterThan(50);
    expect(body.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(body.summary).toMatchObject({ new: 0, revised: 0, missing: 0 });
  });
});

describe('mending a draft', () => {
  it('corrects cells, maps names, and reads the file again each time', async () => {
    const file = '年份,地区,指标,数值,单位\n2025,火星,软件业务收入,16000,亿元\n2025,浙江,软件收入额,abc,亿元\n';
    const { body } = await upload(t, file);
    expect(body.summary).toMatchObject({ errors: 3, new: 0 });
    const path = `imports/${body.import}`;
    const mapped = await send<DraftAnswer>(t, 'PATCH', path, {
      mapping: { regions: { 火星: '320000' }, indicators: { 软件收入额: 'software-revenue' } },
    });
    expect(mapped.body.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'not_a_number', row: 3 },
    ]);
    const fixed = await send<DraftAnswer>(t, 'PATCH', path, { fixes: [{ row: 3, column: 'D', raw: '11000' }] });
    expect(fixed.body.summary).toMatchObject({ errors: 0, new: 2 });
    expect(fixed.body.fixes).toEqual([{ row: 3, column: 'D', raw: '11000' }]);
    const again = await send<DraftAnswer>(t, 'PATCH', path, { fixes: [{ row: 3, column: 'D', raw: '11001' }] });
    expect(again.body.changes.map((change) => change.new)).toEqual(['16000', '11001']);
    expect((await send<DraftAnswer>(t, 'GET', path)).body).toEqual(again.body);
  });

  it('takes the indicator and the year it is told for the whole file', async () => {
    const { body } = await upload(t, '地区,数值\n江苏,16000\n', {
      fields: { indicator: 'software-revenue', year: '2025' },
    });
    expect(body.changes).toMatchObject([
      { region: '320000', indicator: 'software-revenue', year: 2025, new: '16000', kind: 'new' },
    ]);
  });

  it('shows what the title told, and the year and indicator it gave to the columns', async () => {
    const { body } = await upload(t, '江苏统计年鉴2025,\n2024年各省软件业务收入,\n地区,数值\n江苏,15444.62777\n');
    expect(body.file.title).toEqual({ indicator: 'software-revenue', year: 2024, region: null, unit: null });
    expect(body.columns[1]).toMatchObject({ column: 'B', indicator: 'software-revenue', year: 2024 });
    expect(body.problems.map(({ code, message }) => [code, message])).toEqual([
      ['set_aside', '不是数据行，已放在一边：江苏统计年鉴2025'],
      ['set_aside', '标题行，用来确定年份（2024）、指标（软件业务收入）：2024年各省软件业务收入'],
    ]);
  });

  it('refuses a year that has not come, and takes the current one', async () => {
    const { body } = await upload(
      t,
      longFile([
        [2026, '江苏', '17000'],
        [2027, '江苏', '18000'],
      ]),
    );
    expect(body.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'bad_year', row: 3, column: 'A', message: '2027 年还没有到，不会有统计数' },
    ]);
    expect(body.changes.map((change) => change.year)).toEqual([2026]);
  });

  it('marks a change of the note only', async () => {
    const { body } = await upload(
      t,
      '年份,地区,指标,数值,备注\n2024,江苏,软件业务收入,15444.62777,见年鉴\n2024,浙江,软件业务收入,9778,\n',
    );
    expect(body.changes.map(({ kind, also, delta }) => [kind, also, delta === 0])).toEqual([
      ['revised', ['note'], true],
      ['revised', undefined, false],
    ]);
  });

  it('shows the computed figure that a released one would hide, and asks', async () => {
    const { body } = await upload(t, '地区,2024年软件业务收入相当于GDP比例（%）\n广东,1.08\n');
    expect(body.changes).toMatchObject([{ kind: 'new', old: '16.08', new: '1.08', delta: -15, old_computed: true }]);
    expect(body.problems).toMatchObject([{ code: 'implausible_change', severity: 'confirm', row: 2, column: 'B' }]);
    expect((await commit(body.import)).body.code).toBe('needs_confirmation');
  });

  it('pages the changes by kind', async () => {
    const rows = [
      [2025, '江苏', '16000'],
      [2025, '浙江', '11000'],
      [2024, '江苏', '15444.62777'],
    ] as [number, string, string][];
    const { body } = await upload(t, longFile(rows));
    expect(body.changes.map((change) => change.kind)).toEqual(['new', 'new', 'unchanged']);
    const page = async (query: string) =>
      (await send<ChangesAnswer>(t, 'GET', `imports/${body.import}/changes?${query}`)).body;
    expect(await page('kind=new&offset=1&limit=5')).toMatchObject({
      total: 2,
      offset: 1,
      changes: [{ region: '330000' }],
    });
    expect((await page('kind=unchanged')).changes).toHaveLength(1);
    expect((await page('')).total).toBe(3);
    expect((await send(t, 'GET', `imports/${body.import}/changes?kind=magic`)).status).toBe(400);
  });

  it('asks for a confirmation that names the column before a share of 0.10 is stored (C7)', async () => {
    const file = '年份,地区,指标,数值\n2025,江苏,R&D经费投入强度,0.10\n2025,浙江,R&D经费投入强度,0.11\n';
    const { body } = await upload(t, file);
    const asked = body.problems.filter(({ code }) => code === 'fraction_for_percent');
    expect(asked).toMatchObject([
      { severity: 'confirm', column: 'D', column_name: '数值', row: null, confirmed: false },
    ]);
    const path = `imports/${body.import}`;
    await send(t, 'PATCH', path, { confirm: [{ code: 'implausible_change' }, { code: 'fraction_for_percent' }] });
    const refused = await commit(body.import);
    expect([refused.status, refused.body.code]).toEqual([409, 'needs_confirmation']);
    const { body: confirmed } = await send<DraftAnswer>(t, 'PATCH', path, {
      confirm: [{ code: 'fraction_for_percent', column: 'D' }],
    });
    expect(confirmed.summary).toMatchObject({ confirmations: 0 });
    expect(confirmed.problems.find(({ code }) => code === 'fraction_for_percent')?.confirmed).toBe(true);
    expect((await send(t, 'DELETE', path)).status).toBe(204);
  });
});

describe('from the upload to the ranking and back', () => {
  it('commits a file whole, shows it, and takes it back (C2, C5, C6)', async () => {
    const before = { ranking: await ranking(2024), beijing: await figure('110000', 2024) };
    const file = longFile([
      [2024, '北京', '3000'],
      [2025, '江苏', '16000'],
      [2025, '西藏', '—'],
    ]);
    const { body: draft } = await upload(t, file, { name: '年报.csv' });
    expect(draft.summary).toMatchObject({ new: 2, revised: 1, confirmations: 1, errors: 0 });
    expect(draft.changes[0]).toMatchObject({ kind: 'revised', old: '31163.79316', new: '3000', region_name: '北京' });
    expect(draft.changes[0]?.delta).toBeCloseTo(-28163.79316, 6);
    const moved = draft.consequences.filter(({ indicator }) => indicator === 'software-revenue');
    expect(moved).toContainEqual(
      expect.objectContaining({ region: '110000', year: 2024, region_name: '北京', old_rank: 1 }),
    );
    expect(draft.consequences.some(({ indicator }) => indicator === 'software-revenue-gdp')).toBe(true);

    await send(t, 'PATCH', `imports/${draft.import}`, { confirm: [{ code: 'implausible_change' }] });
    const committed = await commit(draft.import);
    expect(committed).toEqual({
      status: 201,
      body: { release: expect.any(Number), counts: { new: 2, revised: 1, unchanged: 0, missing: 0, targets: 0 } },
    });
    const id = committed.body.release ?? 0;
    expect((await figure('110000', 2024))?.text).toBe('3000');
    expect((await figure('540000', 2025))?.symbol).toBe('not_applicable');
    const newRank = (await ranking(2024)).rows.find(({ region }) => region === '110000')?.rank;
    expect(newRank).toBe(moved.find(({ region }) => region === '110000')?.new_rank);
    const detail = (await t.get<ReleaseDetail>(`/api/v1/releases/${id}`)).body;
    expect(detail).toMatchObject({ label: '2025 年报', file_name: '年报.csv', encoding: 'utf-8', changes_total: 3 });
    expect(detail.sha256).toBe(draft.file.sha256);
    expect((await commit(draft.import)).status).toBe(404);

    const again = await upload(t, file);
    expect(again.body.file.known_release).toBe(id);
    expect(again.body.summary).toMatchObject({ new: 0, revised: 0, unchanged: 3, errors: 0, confirmations: 0 });
    expect((await commit(again.body.import)).body).toMatchObject({ release: null, code: 'no_change' });
    expect(await latest()).toBe(id);

    const reverted = await send<{ release: number }>(t, 'POST', `releases/${id}/revert`, { reason: '数据有误' });
    expect([reverted.status, reverted.body.release]).toEqual([201, id + 1]);
    const after = await figure('110000', 2024);
    expect({ ...after, release: null, valid_from: null }).toEqual({
      ...before.beijing,
      release: null,
      valid_from: null,
    });
    expect(await figure('320000', 2025)).toBeNull();
    expect((await ranking(2024)).rows.map(({ region, rank }) => [region, rank])).toEqual(
      before.ranking.rows.map(({ region, rank }) => [region, rank]),
    );
    const list = (await t.get<{ releases: ReleaseAnswer[] }>('/api/v1/releases')).body.releases;
    expect(list[0]).toMatchObject({ kind: 'revert', reverts: id, reason: '数据有误', state: 'committed' });
    expect(list[1]).toMatchObject({ state: 'reverted', reverted_by: id + 1 });
    const twice = await send<object>(t, 'POST', `releases/${id}/revert`, { reason: 'x' });
    expect([twice.status, twice.body.code]).toEqual([409, 'later_release_touches']);
  });

  it('writes an empty cell over a figure as missing only when confirmed, and keeps it when told so', async () => {
    const { body } = await upload(t, longFile([[2024, '甘肃', '']]));
    expect(body.problems).toMatchObject([{ code: 'blank_over_value', row: 2, column: 'D' }]);
    expect(body.changes).toMatchObject([{ kind: 'becoming_missing', new: 'missing' }]);
    expect((await commit(body.import)).body.code).toBe('needs_confirmation');
    const kept = await send<DraftAnswer>(t, 'PATCH', `imports/${body.import}`, { mapping: { blanks: 'keep' } });
    expect(kept.body.summary).toMatchObject({ missing: 0, unchanged: 1, confirmations: 0 });
    await send(t, 'PATCH', `imports/${body.import}`, { mapping: { blanks: 'missing' } });
    const { release: id } = (await commit(body.import)).body;
    expect(await figure('620000', 2024)).toMatchObject({ value: null, symbol: 'missing' });
    expect((await send(t, 'POST', `releases/${id ?? 0}/revert`, { reason: 'x' })).status).toBe(201);
    expect((await figure('620000', 2024))?.symbol).toBeNull();
  });

  it('restores bounds, flags and notes, and as_of shows both sides (C6)', async () => {
    const file = '年份,地区,指标,数值,单位,口径,状态,备注\n2020,全国,5G基站数（累计）,75,万个,约,初步,改过\n';
    const indicator = '5g-base-stations';
    const before = await figure('100000', 2020, indicator);
    const times = [laterBy(60)];
    const { body } = await upload(t, file);
    laterBy(60);
    const { release: id } = (await commit(body.import)).body;
    times.push(laterBy(60));
    expect(await figure('100000', 2020, indicator)).toMatchObject({
      text: '75',
      bound: 'approx',
      status: 'provisional',
      note: '改过',
      source: null,
    });
    laterBy(60);
    await send(t, 'POST', `releases/${id ?? 0}/revert`, { reason: 'x' });
    times.push(laterBy(60));
    const known = await Promise.all(times.map((at) => figure('100000', 2020, indicator, at)));
    expect(known.map((found) => found?.text)).toEqual(['70', '75', '70']);
    const dateless = (found: ObservationAnswer | null) => ({ ...found, release: null, valid_from: null });
    expect(dateless(await figure('100000', 2020, indicator))).toEqual(dateless(before));
    expect(dateless(known[2] ?? null)).toEqual(dateless(before));
  });

  it('does not commit what another release has changed since it was shown', async () => {
    const first = (await upload(t, longFile([[2024, '贵州', '777.7']]))).body;
    const second = (await upload(t, longFile([[2024, '贵州', '778.8']]))).body;
    expect((await commit(first.import)).status).toBe(201);
    const stale = await commit(second.import);
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_draft']);
    const shown = await send<DraftAnswer>(t, 'GET', `imports/${second.import}`);
    expect(shown.body.changes).toMatchObject([{ old: '777.7', new: '778.8' }]);
    expect((await commit(second.import)).status).toBe(201);
  });

  it('refuses to take back a release that a later one touches, with the cells, until that one is taken back', async () => {
    const ids: number[] = [];
    for (const value of ['801', '802']) {
      const { body } = await upload(t, longFile([[2024, '云南', value]]));
      await send(t, 'PATCH', `imports/${body.import}`, { confirm: [{ code: 'implausible_change' }] });
      ids.push((await commit(body.import)).body.release ?? 0);
    }
    const [first = 0, second = 0] = ids;
    const refused = await send<object>(t, 'POST', `releases/${first}/revert`, { reason: 'x' });
    expect([refused.status, refused.body.code]).toEqual([409, 'later_release_touches']);
    expect(refused.body['cells']).toEqual([
      { region: '530000', indicator: 'software-revenue', year: 2024, release: second },
    ]);
    expect((await send(t, 'POST', `releases/${second}/revert`, { reason: 'x' })).status).toBe(201);
    expect((await figure('530000', 2024))?.text).toBe('801');
    expect((await send(t, 'POST', `releases/${first}/revert`, { reason: 'x' })).status).toBe(201);
    expect((await figure('530000', 2024))?.text).not.toBe('801');
  });

  it('takes back a taking back', async () => {
    const { body } = await upload(t, longFile([[2025, '海南', '188']]));
    const id = (await commit(body.import)).body.release ?? 0;
    const back = await send<{ release: number }>(t, 'POST', `releases/${id}/revert`, {});
    expect(await figure('460000', 2025)).toBeNull();
    expect((await send(t, 'POST', `releases/${back.body.release}/revert`, {})).status).toBe(201);
    expect((await figure('460000', 2025))?.text).toBe('188');
    expect((await t.get<ReleaseAnswer>(`/api/v1/releases/${id}`)).body.state).toBe('committed');
  });

  it('never takes back the seeds', async () => {
    const answer = await send<object>(t, 'POST', 'releases/1/revert', { reason: 'x' });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('one error in many rows commits none of them (C4)', async () => {
    const rows = Array.from({ length: 31 }, (_, at) => [2026, '江苏', String(at)] as [number, string, string]);
    const { body } = await upload(t, `${longFile(rows.slice(0, 1))}\n2026,浙江,软件业务收入,abc,亿元\n`);
    expect((await commit(body.import)).body.code).toBe('draft_has_errors');
    expect(await figure('320000', 2026)).toBeNull();
  });
});

async function ranking(year: number): Promise<RankingAnswer> {
  return (await t.get<RankingAnswer>(`/api/v1/rankings?indicator=software-revenue&year=${year}`)).body;
}

function readPng(): Buffer {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([head, Buffer.alloc(500, 7)]);
}
