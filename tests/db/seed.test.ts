import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareText, firstDifference } from '../../core/firstDifference.ts';
import { rowsOf, type Database } from '../../server/db/client.ts';
import { findLatestRelease, loadDatasetRows, readDataVersion } from '../../server/db/queries/loadRows.ts';
import { seed } from '../../server/db/seed.ts';
import { loadSeedRows } from '../../server/db/seedRows.ts';
import { openTestDatabase, ROOT } from '../support/database.ts';

const seeds = loadSeedRows(`${ROOT}seeds`);

describe('the seeds', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase('seeded');
  });
  afterAll(() => database.close());

  it('are all in the database as release 1, with the digits of the file', async () => {
    const rows = await loadDatasetRows(database.db, null);
    const key = (row: { region: string; indicator: string; year: number }) =>
      `${row.indicator} ${row.region} ${String(row.year)}`;
    const inOrder = <T extends { region: string; indicator: string; year: number }>(list: T[]) =>
      list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(rows.observations).toHaveLength(5402);
    expect(inOrder(rows.observations)).toEqual(inOrder(seeds.observations));
    const targetOrder = (list: typeof seeds.targets) =>
      list.toSorted((a, b) => (key(a) + a.source < key(b) + b.source ? -1 : 1));
    expect(targetOrder(rows.targets)).toEqual(targetOrder(seeds.targets));
    expect(rows.targets).toHaveLength(240);
    expect(rows.indicators).toEqual(seeds.indicators);
    expect(rows.regions).toEqual(seeds.regions);
    expect(rows.groups).toEqual(seeds.groups);
    expect(rows.themes).toEqual(seeds.themes);
    expect(rows.sources).toHaveLength(115);
    const measureOrder = (list: typeof seeds.roadmaps) =>
      list.toSorted((a, b) => firstDifference(compareText(a.region, b.region), a.position - b.position));
    expect(measureOrder(rows.roadmaps)).toEqual(measureOrder(seeds.roadmaps));
    expect(rows.milestones).toHaveLength(44);
    expect(rows.region_aliases).toHaveLength(292);
    expect(rows.indicator_aliases).toHaveLength(464);
  });

  it('are valid from 1970 and not before', async () => {
    expect(await findLatestRelease(database.db, null)).toEqual({ id: 1, validFrom: '1970-01-01T00:00:00.000Z' });
    expect(await findLatestRelease(database.db, '1969-12-31T00:00:00Z')).toBeNull();
    expect((await loadDatasetRows(database.db, '1969-12-31T00:00:00Z')).observations).toEqual([]);
    expect((await loadDatasetRows(database.db, '1970-01-01T00:00:00Z')).observations).toHaveLength(5402);
  });

  it('are loaded once', async () => {
    await seed(database.db, `${ROOT}seeds`);
    expect(await readDataVersion(database.db)).toBe(1);
    const [count] = rowsOf<{ n: number }>(
      await database.db.execute(sql`select count(*)::int as n from observation_revisions`),
    );
    expect(count?.n).toBe(5402);
  });

  it('refer only to what the dictionaries hold', () => {
    const known = {
      region: new Set(seeds.regions.map((row) => row.region)),
      indicator: new Set(seeds.indicators.map((row) => row.indicator)),
      source: new Set(seeds.sources.map((row) => row.source)),
      theme: new Set(seeds.themes.map((row) => row.theme)),
    };
    const strangers = [
      ...[...seeds.observations, ...seeds.targets].flatMap((row) => [
        known.region.has(row.region) ? [] : [row.region],
        known.indicator.has(row.indicator) ? [] : [row.indicator],
        row.source === null || known.source.has(row.source) ? [] : [row.source],
      ]),
      ...seeds.roadmaps.map((row) => row.themes.filter((theme) => !known.theme.has(theme))),
      ...seeds.indicators.map((row) => (known.theme.has(row.theme) ? [] : [row.theme])),
      ...seeds.region_aliases.map((row) => (known.region.has(row.region) ? [] : [row.region])),
      ...seeds.indicator_aliases.map((row) => (known.indicator.has(row.indicator) ? [] : [row.indicator])),
      ...seeds.milestones.map((row) => (known.source.has(row.source) ? [] : [row.source])),
    ].flat(2);
    expect(strangers).toEqual([]);
  });
});

it('keeps a figure with neither value nor symbol out', async () => {
  const database = await openTestDatabase('empty');
  const insert = database.db.execute(sql`
    insert into observation_revisions (region, indicator, year, bound, status, "break", release, valid_from)
    values ('320000', 'x', 2024, 'eq', 'final', false, 1, now())`);
  await expect(insert).rejects.toThrow();
  await database.close();
});
