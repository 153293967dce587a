import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../core/problem.ts';
import { openWorkbook } from '../../server/import/xlsx/openWorkbook.ts';
import { readSheet } from '../../server/import/xlsx/readSheet.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { upload } from '../support/upload.ts';
import { typed, workbook } from '../support/workbook.ts';

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp('seeded');
});
afterAll(() => t.close());

const bytesOf = async (path: string) =>
  Buffer.from(await (await t.app.request(`/api/v1/templates/${path}`)).arrayBuffer());
const csvRows = async (path: string) =>
  (await bytesOf(path))
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(','));
const sheetRows = async (bytes: Buffer) => {
  const book = await openWorkbook(bytes);
  return readSheet(book, book.sheets[0]?.name ?? '');
};
const TWO = 'indicators=software-revenue,computers-per-100-staff';
const nothing = { new: 0, revised: 0, missing: 0, errors: 0, confirmations: 0 };

describe('the yearly form as CSV', () => {
  it('has the nation and the 31 provinces in code order, and the indicators asked for with their units', async () => {
    const [header, ...rows] = await csvRows(`2026.csv?bom=0&${TWO}`);
    expect(header).toEqual(['地区', '2026年软件业务收入（亿元）', '2026年每百人使用计算机数（台）']);
    expect(rows).toHaveLength(32);
    expect(rows.slice(0, 3)).toEqual([
      ['全国', '', ''],
      ['北京', '', ''],
      ['天津', '', ''],
    ]);
    expect(rows.at(-1)?.[0]).toBe('新疆');
  });

  it('begins with a BOM and has a name for the disk', async () => {
    const response = await t.app.request('/api/v1/templates/2026.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('2026年报表.csv');
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('asks for what the featured indicators need when none are named', async () => {
    const [header = []] = await csvRows('2026.csv?bom=0');
    expect(header).toContain('2026年每百人使用计算机数（台）');
    expect(header).toContain('2026年地区生产总值（亿元）');
    expect(header.join()).not.toContain('软件业务收入相当于GDP比例');
  });

  it('is in English on request', async () => {
    const [header, nation] = await csvRows(`2026.csv?bom=0&lang=en&${TWO}`);
    expect(header?.slice(0, 2)).toEqual(['region', '2026 Software business revenue (100 million yuan)']);
    expect(nation?.[0]).toBe('China');
  });
});

describe('the yearly form as a workbook', () => {
  it('has last year’s figures beside each column', async () => {
    const rows = await sheetRows(await bytesOf(`2025.xlsx?${TWO}`));
    expect(rows[0]?.slice(0, 3)).toEqual(['地区', '2025年软件业务收入（亿元）', '上年数（2024年）']);
    const jiangsu = rows.find(([name]) => name === '江苏') ?? [];
    expect(Number(jiangsu[2])).toBeGreaterThan(10_000);
    expect(rows.at(-1)?.[0]).toMatch(/^注：/);
  });

  it('has the same bytes each time', async () => {
    expect((await bytesOf('2026.xlsx')).equals(await bytesOf('2026.xlsx?bom=1'))).toBe(true);
  });
});

describe('the form handed in', () => {
  it.each([
    '2026.csv',
    '2026.xlsx',
    '2026.xlsx?lang=en',
    '2026.csv?lang=en&bom=0',
    // Years of which figures are stored: they stand in the form.
    '2024.csv',
    '2024.xlsx',
    '2024.xlsx?lang=en',
    '1978.csv',
  ])('%s changes nothing as it is', async (path) => {
    const { status, body } = await upload(t, await bytesOf(path));
    expect(status).toBe(201);
    expect(body.summary).toMatchObject({ ...nothing, rows: 32 });
    expect(body.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each(['csv', 'xlsx'])('is read without any mapping when filled (%s)', async (kind) => {
    const bytes = await bytesOf(`2026.${kind}?${TWO}`);
    const rows = kind === 'csv' ? await csvRows(`2026.csv?bom=0&${TWO}`) : await sheetRows(bytes);
    const jiangsu = rows.find(([name]) => name === '江苏') ?? [];
    jiangsu[1] = '16500.25';
    const filled =
      kind === 'csv'
        ? Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))
        : await workbook({ sheet: '表', data: rows.map((row) => row.map(typed)) });
    const { body } = await upload(t, filled);
    expect(body.summary).toMatchObject({ new: 1, revised: 0, missing: 0, errors: 0 });
    expect(body.changes[0]).toMatchObject({
      region: '320000',
      indicator: 'software-revenue',
      year: 2026,
      new: '16500.25',
    });
  });

  it('takes every indicator there is', async () => {
    const { body } = await t.get<{ indicators: { indicator: string; formula: string | null }[] }>('/api/v1/indicators');
    const released = body.indicators.filter(({ formula }) => formula === null).map(({ indicator }) => indicator);
    for (let at = 0; at < released.length; at += 100) {
      const form = await bytesOf(`2024.xlsx?indicators=${released.slice(at, at + 100).join()}`);
      const draft = (await upload(t, form)).body;
      expect(draft.summary).toMatchObject(nothing);
    }
  });
});

describe('what cannot be asked for', () => {
  it.each([
    ['1948.csv', 400, 'bad_parameter', 'year'],
    ['2101.xlsx', 400, 'bad_parameter', 'year'],
    ['abc.csv', 400, 'bad_parameter', 'year'],
    ['2026.csv?indicators=', 400, 'bad_parameter', 'indicators'],
    ['2026.csv?indicators=a%20b', 400, 'bad_parameter', 'indicators'],
    ['2026.xlsx?year=2026', 400, 'unknown_parameter', 'year'],
    ['2026.csv?indicators=no-such-indicator', 404, 'not_found', undefined],
    ['2026.pdf', 404, 'not_found', undefined],
  ])('%s: %i %s', async (path, status, code, parameter) => {
    const { status: answered, body } = await t.get<Problem>(`/api/v1/templates/${path}`);
    expect([answered, body.code]).toEqual([status, code]);
    if (parameter !== undefined) expect(String(body['parameter'])).toContain(parameter);
  });
});
