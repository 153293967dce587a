import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { DatasetRows } from '../../core/dataset.ts';
import { type Db, schema } from './client.ts';
import { loadSeedRows, SEED_RELEASE, SEED_VALID_FROM } from './seedRows.ts';
import { writeObservations, writeTargets } from './queries/writeRevisions.ts';

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()) {
    hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

/** Loads every row of the seed files as release 1, in one transaction. Does nothing when a release 1 is there. */
export async function seed(db: Db, folder: string): Promise<void> {
  const [loaded] = await db.select().from(schema.dataVersion).where(eq(schema.dataVersion.id, 1));
  if (loaded !== undefined) return;
  await loadRows(db, loadSeedRows(folder), fingerprint(folder));
}

/** The rows as release 1 of an empty database, in one transaction. */
export async function loadRows(db: Db, rows: DatasetRows, seeds: string): Promise<void> {
  await db.transaction(async (tx) => {
    await insertDictionaries(tx, rows);
    await writeObservations(tx, rows.observations, false);
    await writeTargets(tx, rows.targets, false);
    await tx.insert(schema.releases).values({
      id: SEED_RELEASE,
      label: '种子数据',
      kind: 'seed',
      createdAt: SEED_VALID_FROM,
      validFrom: SEED_VALID_FROM,
      counts: {
        new: rows.observations.length,
        revised: 0,
        unchanged: 0,
        missing: 0,
        targets: rows.targets.length,
      },
    });
    await tx.insert(schema.dataVersion).values({ id: 1, version: SEED_RELEASE, seeds });
  });
}

async function insertDictionaries(db: Db, rows: DatasetRows): Promise<void> {
  await db.insert(schema.regions).values(
    rows.regions.map((r) => ({
      region: r.region,
      nameZh: r.name_zh,
      shortZh: r.short_zh,
      nameEn: r.name_en,
      level: r.level,
      macroRegion: r.macro_region,
      economicZone: r.economic_zone,
      hasData: r.has_data,
    })),
  );
  await insertAll(rows.region_aliases, (slice) => db.insert(schema.regionAliases).values(slice));
  await insertAll(
    rows.groups.map((g, position) => ({
      group: g.group,
      nameZh: g.name_zh,
      nameEn: g.name_en,
      members: g.members,
      position,
    })),
    (slice) => db.insert(schema.regionGroups).values(slice),
  );
  await insertAll(
    rows.themes.map((t, position) => ({ theme: t.theme, nameZh: t.name_zh, nameEn: t.name_en, position })),
    (slice) => db.insert(schema.themes).values(slice),
  );
  await insertAll(
    rows.indicators.map((i, position) => ({
      indicator: i.indicator,
      nameZh: i.name_zh,
      nameEn: i.name_en,
      unit: i.unit,
      direction: i.direction,
      theme: i.theme,
      kind: i.kind,
      decimals: i.decimals,
      formula: i.formula,
      additive: i.additive,
      min: i.min,
      max: i.max,
      partOf: i.part_of,
      comparable: i.comparable,
      featured: i.featured,
      definitionZh: i.definition_zh,
      position,
    })),
    (slice) => db.insert(schema.indicators).values(slice),
  );
  await insertAll(rows.indicator_aliases, (slice) => db.insert(schema.indicatorAliases).values(slice));
  await insertAll(
    rows.sources.map((s) => ({
      source: s.source,
      titleZh: s.title_zh,
      publisher: s.publisher,
      published: s.published,
      kind: s.kind,
      via: s.via,
      note: s.note,
    })),
    (slice) => db.insert(schema.sources).values(slice),
  );
  await insertAll(
    rows.roadmaps.map((r) => ({
      region: r.region,
      year: r.year,
      headline: r.headline,
      position: r.position,
      summaryZh: r.summary_zh,
      themes: r.themes,
      source: r.source,
      locator: r.locator,
    })),
    (slice) => db.insert(schema.roadmapMeasures).values(slice),
  );
  await insertAll(
    rows.milestones.map((m) => ({
      source: m.source,
      actionNo: m.action_no,
      actionZh: m.action_zh,
      year: m.year,
      goalZh: m.goal_zh,
      figures: m.figures,
    })),
    (slice) => db.insert(schema.milestones).values(slice),
  );
}

/** An empty list writes nothing: drizzle refuses `values([])`. */
async function insertAll<T>(rows: T[], insert: (slice: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
}
