import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ReleaseCounts } from '../../core/answers.ts';
import { DIRECTIONS, INDICATOR_KINDS } from '../../core/indicator.ts';
import { BOUNDS, FIGURE_STATUSES, FIGURE_SYMBOLS } from '../../core/observation.ts';
import { SOURCE_KINDS, TARGET_KINDS } from '../../core/target.ts';

export const directionEnum = pgEnum('direction', DIRECTIONS);
export const indicatorKindEnum = pgEnum('indicator_kind', INDICATOR_KINDS);
export const boundEnum = pgEnum('bound', BOUNDS);
export const figureStatusEnum = pgEnum('figure_status', FIGURE_STATUSES);
export const figureSymbolEnum = pgEnum('figure_symbol', FIGURE_SYMBOLS);
export const sourceKindEnum = pgEnum('source_kind', SOURCE_KINDS);
export const targetKindEnum = pgEnum('target_kind', TARGET_KINDS);
export const releaseKindEnum = pgEnum('release_kind', ['seed', 'import', 'revert']);
export const releaseStateEnum = pgEnum('release_state', ['committed', 'reverted']);

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const regions = pgTable('regions', {
  region: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  shortZh: text('short_zh').notNull(),
  nameEn: text('name_en').notNull(),
  level: text({ enum: ['country', 'province'] }).notNull(),
  macroRegion: text('macro_region'),
  economicZone: text('economic_zone'),
  hasData: boolean('has_data').notNull(),
});

export const regionAliases = pgTable(
  'region_aliases',
  { region: text().notNull(), alias: text().notNull(), kind: text().notNull() },
  (t) => [primaryKey({ columns: [t.alias, t.region] })],
);

export const regionGroups = pgTable('region_groups', {
  group: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  members: text().array().notNull(),
  position: integer().notNull(),
});

export const themes = pgTable('themes', {
  theme: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
});

export const indicators = pgTable('indicators', {
  indicator: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  unit: text().notNull(),
  direction: directionEnum().notNull(),
  theme: text()
    .notNull()
    .references(() => themes.theme),
  kind: indicatorKindEnum().notNull(),
  decimals: smallint(),
  formula: text(),
  additive: boolean().notNull(),
  min: numeric(),
  max: numeric(),
  partOf: text('part_of'),
  comparable: boolean(),
  featured: boolean().notNull(),
  definitionZh: text('definition_zh').notNull(),
  position: integer().notNull(),
});

export const indicatorAliases = pgTable(
  'indicator_aliases',
  { indicator: text().notNull(), alias: text().notNull() },
  (t) => [primaryKey({ columns: [t.alias, t.indicator] })],
);

export const sources = pgTable('sources', {
  source: text().primaryKey(),
  titleZh: text('title_zh').notNull(),
  publisher: text().notNull(),
  published: text(),
  kind: sourceKindEnum().notNull(),
  via: text(),
  note: text(),
});

/** One committed import. The seeds are release 1, valid from 1970-01-01 on every installation. */
export const releases = pgTable('releases', {
  id: integer().primaryKey(),
  label: text().notNull(),
  reason: text(),
  kind: releaseKindEnum().notNull(),
  state: releaseStateEnum().notNull().default('committed'),
  reverts: integer(),
  fileName: text('file_name'),
  sha256: text(),
  encoding: text(),
  profile: text(),
  createdBy: text('created_by'),
  createdAt: instant('created_at').notNull(),
  validFrom: instant('valid_from').notNull(),
  counts: jsonb().$type<ReleaseCounts>().notNull(),
});

/**
 * Append-only: a revision is never changed but for `valid_to`, and never deleted. The current figure of a key is the
 * one whose `valid_to` is null. No foreign keys: an import resolves its codes against the dictionaries, and writing
 * 100,000 rows takes five times as long with them.
 */
export const observationRevisions = pgTable(
  'observation_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    region: text().notNull(),
    indicator: text().notNull(),
    year: smallint().notNull(),
    value: numeric(),
    symbol: figureSymbolEnum(),
    bound: boundEnum().notNull(),
    status: figureStatusEnum().notNull(),
    break: boolean().notNull(),
    source: text(),
    locator: text(),
    note: text(),
    release: integer().notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
  },
  (t) => [
    uniqueIndex('observation_current')
      .on(t.indicator, t.region, t.year)
      .where(sql`valid_to is null`),
    index('observation_release').on(t.release),
    index('observation_key').on(t.indicator, t.region, t.year),
    check('value_or_symbol', sql`(value is null) = (symbol is not null)`),
  ],
);

/** Append-only like observations. Several sources may state a target for one region, indicator and year. */
export const targetRevisions = pgTable(
  'target_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    region: text().notNull(),
    indicator: text().notNull(),
    year: smallint().notNull(),
    source: text().notNull(),
    value: numeric().notNull(),
    valueTo: numeric('value_to'),
    bound: boundEnum().notNull(),
    targetKind: targetKindEnum('target_kind').notNull(),
    periodFrom: smallint('period_from'),
    periodTo: smallint('period_to'),
    modality: text(),
    wordingZh: text('wording_zh').notNull(),
    locator: text(),
    confidence: text({ enum: ['high', 'medium', 'low'] }).notNull(),
    note: text(),
    /** Written by a revert over a target that had no earlier wording; its other parts are those of the one withdrawn. */
    withdrawn: boolean().notNull().default(false),
    release: integer().notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
  },
  (t) => [
    uniqueIndex('target_current')
      .on(t.indicator, t.region, t.year, t.source)
      .where(sql`valid_to is null`),
    index('target_release').on(t.release),
  ],
);

export const targets = pgView('targets').as((query) =>
  query
    .select()
    .from(targetRevisions)
    .where(sql`${targetRevisions.validTo} is null and not ${targetRevisions.withdrawn}`),
);

/** An uploaded file that was checked and not yet committed. Everything shown of it is computed from these fields. */
export const importDrafts = pgTable('import_drafts', {
  id: text().primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  fileGz: bytea('file_gz').notNull(),
  options: jsonb().$type<Record<string, unknown>>().notNull(),
  fixes: jsonb().$type<{ row: number; column: string; raw: string }[]>().notNull(),
  confirmations: jsonb().$type<{ code: string; column?: string; row?: number }[]>().notNull(),
  /** Data version and fingerprint of the changes that were last shown. */
  shown: jsonb().$type<{ version: string; fingerprint: string } | null>(),
  createdBy: text('created_by'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const mappingProfiles = pgTable('mapping_profiles', {
  id: text().primaryKey(),
  name: text().notNull(),
  header: text().array().notNull(),
  mapping: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: instant('created_at').notNull(),
});

export const roadmapMeasures = pgTable(
  'roadmap_measures',
  {
    region: text().notNull(),
    year: smallint().notNull(),
    headline: text().notNull(),
    position: integer().notNull(),
    summaryZh: text('summary_zh').notNull(),
    themes: text().array().notNull(),
    source: text().notNull(),
    locator: text(),
  },
  (t) => [primaryKey({ columns: [t.region, t.year, t.position] })],
);

export const milestones = pgTable(
  'milestones',
  {
    source: text().notNull(),
    actionNo: smallint('action_no').notNull(),
    actionZh: text('action_zh').notNull(),
    year: smallint().notNull(),
    goalZh: text('goal_zh').notNull(),
    figures: jsonb().$type<unknown[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.actionNo, t.year] })],
);

/** One row: raised in the transaction of every write, read by every process before it trusts its snapshot. */
export const dataVersion = pgTable('data_version', {
  id: smallint().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
  seeds: text(),
});

/** Who did what, newest last. */
export const auditLog = pgTable('audit_log', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  who: text(),
  action: text().notNull(),
  subject: text(),
  detail: jsonb(),
});
