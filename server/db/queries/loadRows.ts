import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { DatasetRows } from '../../../core/dataset.ts';
import { type Db, isoInstant, schema } from '../client.ts';

const { observationRevisions: o, targetRevisions: t } = schema;

/** The newest release, or the one that was newest at an instant; null before the first. */
export async function findLatestRelease(db: Db, at: string | null): Promise<{ id: number; validFrom: string } | null> {
  const [found] = await db
    .select({ id: schema.releases.id, validFrom: schema.releases.validFrom })
    .from(schema.releases)
    .where(at === null ? undefined : lte(schema.releases.validFrom, at))
    .orderBy(desc(schema.releases.validFrom), desc(schema.releases.id))
    .limit(1);
  return found === undefined ? null : { id: found.id, validFrom: isoInstant(found.validFrom) };
}

/** The counter that every write raises. */
export async function readDataVersion(db: Db): Promise<number> {
  const [row] = await db.select({ version: sql<number>`version::int` }).from(schema.dataVersion);
  return row?.version ?? 0;
}

/** Everything valid now (`at` null) or at an instant. Run inside one repeatable-read transaction. */
export async function loadDatasetRows(db: Db, at: string | null): Promise<DatasetRows> {
  const observations = await db
    .select({
      region: o.region,
      indicator: o.indicator,
      year: o.year,
      value: o.value,
      symbol: o.symbol,
      bound: o.bound,
      status: o.status,
      break: o.break,
      source: o.source,
      locator: o.locator,
      note: o.note,
      release: o.release,
      valid_from: o.validFrom,
    })
    .from(o)
    .where(at === null ? isNull(o.validTo) : and(lte(o.validFrom, at), or(isNull(o.validTo), gt(o.validTo, at))));
  const targets = await db
    .select({
      region: t.region,
      indicator: t.indicator,
      year: t.year,
      value: t.value,
      value_to: t.valueTo,
      bound: t.bound,
      target_kind: t.targetKind,
      period_from: t.periodFrom,
      period_to: t.periodTo,
      modality: t.modality,
      wording_zh: t.wordingZh,
      source: t.source,
      locator: t.locator,
      confidence: t.confidence,
      note: t.note,
      release: t.release,
      valid_from: t.validFrom,
    })
    .from(t)
    .where(
      and(
        eq(t.withdrawn, false),
        at === null ? isNull(t.validTo) : and(lte(t.validFrom, at), or(isNull(t.validTo), gt(t.validTo, at))),
      ),
    );
  return {
    ...(await loadDictionaries(db)),
    observations: observations.map((row) => ({ ...row, valid_from: isoInstant(row.valid_from) })),
    targets: targets.map((row) => ({ ...row, valid_from: isoInstant(row.valid_from) })),
  };
}

async function loadDictionaries(db: Db): Promise<Omit<DatasetRows, 'observations' | 'targets'>> {
  const { regions: r, indicators: i, sources: s, roadmapMeasures: m, milestones: g, regionGroups, themes } = schema;
  return {
    regions: await db
      .select({
        region: r.region,
        name_zh: r.nameZh,
        short_zh: r.shortZh,
        name_en: r.nameEn,
        level: r.level,
        macro_region: r.macroRegion,
        economic_zone: r.economicZone,
        has_data: r.hasData,
      })
      .from(r)
      .orderBy(asc(r.region)),
    region_aliases: await db.select().from(schema.regionAliases),
    groups: await db
      .select({
        group: regionGroups.group,
        name_zh: regionGroups.nameZh,
        name_en: regionGroups.nameEn,
        members: regionGroups.members,
      })
      .from(regionGroups)
      .orderBy(asc(regionGroups.position)),
    themes: await db
      .select({ theme: themes.theme, name_zh: themes.nameZh, name_en: themes.nameEn })
      .from(themes)
      .orderBy(asc(themes.position)),
    indicators: await db
      .select({
        indicator: i.indicator,
        name_zh: i.nameZh,
        name_en: i.nameEn,
        unit: i.unit,
        direction: i.direction,
        theme: i.theme,
        kind: i.kind,
        decimals: i.decimals,
        formula: i.formula,
        additive: i.additive,
        min: i.min,
        max: i.max,
        part_of: i.partOf,
        comparable: i.comparable,
        featured: i.featured,
        definition_zh: i.definitionZh,
      })
      .from(i)
      .orderBy(asc(i.position)),
    indicator_aliases: await db.select().from(schema.indicatorAliases),
    sources: await db
      .select({
        source: s.source,
        title_zh: s.titleZh,
        publisher: s.publisher,
        published: s.published,
        kind: s.kind,
        via: s.via,
        note: s.note,
      })
      .from(s)
      .orderBy(asc(s.source)),
    roadmaps: await db
      .select({
        region: m.region,
        year: m.year,
        headline: m.headline,
        position: m.position,
        summary_zh: m.summaryZh,
        themes: m.themes,
        source: m.source,
        locator: m.locator,
      })
      .from(m)
      .orderBy(asc(m.region), asc(m.year), asc(m.position)),
    milestones: await db
      .select({
        source: g.source,
        action_no: g.actionNo,
        action_zh: g.actionZh,
        year: g.year,
        goal_zh: g.goalZh,
        figures: g.figures,
      })
      .from(g)
      .orderBy(asc(g.source), asc(g.actionNo), asc(g.year)),
  };
}
