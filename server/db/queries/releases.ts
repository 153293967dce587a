import { desc, lte, sql } from 'drizzle-orm';
import type { ReleaseAnswer } from '../../../core/answers.ts';
import type { Lang } from '../../../core/region.ts';
import { type Db, isoInstant, rowsOf, schema } from '../client.ts';

const { releases } = schema;

type Row = typeof releases.$inferSelect;

/** The label a reader sees; of a release that takes another back it says so. */
function labelOf({ label, reverts }: Row, lang: Lang): string {
  if (reverts === null) return label;
  return lang === 'en' ? `Release ${String(reverts)} taken back: ${label}` : `撤回批次 ${String(reverts)}：${label}`;
}

const answerOf = (row: Row, revertedBy: number | null, lang: Lang): ReleaseAnswer => ({
  release: row.id,
  label: labelOf(row, lang),
  reason: row.reason,
  kind: row.kind,
  state: revertedBy === null ? 'committed' : 'reverted',
  reverts: row.reverts,
  reverted_by: revertedBy,
  file_name: row.fileName,
  sha256: row.sha256,
  encoding: row.encoding,
  created_by: row.createdBy,
  created_at: isoInstant(row.createdAt),
  counts: row.counts,
});

/** What had been released by an instant; all of it for null. */
const releasedBy = (at: string | null) => (at === null ? undefined : lte(releases.validFrom, at));

/** The public revision log, newest first, as it stood at an instant (null: now). */
export async function listReleases(
  db: Db,
  { at, lang = 'zh' }: { at: string | null; lang?: Lang | undefined },
): Promise<ReleaseAnswer[]> {
  const rows = await db.select().from(releases).where(releasedBy(at)).orderBy(desc(releases.id));
  // Newest first: a release that took another back counts only while it was not taken back itself.
  const revertedBy = new Map<number, number>();
  for (const { id, reverts } of rows) {
    if (reverts !== null && !revertedBy.has(id)) revertedBy.set(reverts, id);
  }
  return rows.map((row) => answerOf(row, revertedBy.get(row.id) ?? null, lang));
}

export async function findRelease(
  db: Db,
  { release, ...asked }: { release: number; at: string | null; lang?: Lang | undefined },
): Promise<ReleaseAnswer | null> {
  const known = await listReleases(db, asked);
  return known.find((candidate) => candidate.release === release) ?? null;
}

export type ReleaseCell = {
  region: string;
  indicator: string;
  year: number;
  value: string | null;
  symbol: string | null;
  old_value: string | null;
  old_symbol: string | null;
  /** False when nothing was stored before. */
  had: boolean;
};

/** The cells a release wrote, each with what it replaced, by indicator, region and year. */
export async function listReleaseCells(
  db: Db,
  { release, offset, limit }: { release: number; offset: number; limit: number },
): Promise<ReleaseCell[]> {
  return rowsOf<ReleaseCell>(
    await db.execute(sql`
      select new.region, new.indicator, new.year::int as year, new.value::text as value, new.symbol::text as symbol,
             old.value::text as old_value, old.symbol::text as old_symbol, old.id is not null as had
      from observation_revisions as new
      left join observation_revisions as old
        on old.indicator = new.indicator and old.region = new.region and old.year = new.year
        and old.valid_to = new.valid_from
      where new.release = ${release}
      order by new.indicator, new.region, new.year
      offset ${offset} limit ${limit}`),
  );
}

export async function countReleaseCells(db: Db, { release }: { release: number }): Promise<number> {
  const [row] = rowsOf<{ n: number }>(
    await db.execute(sql`select count(*)::int as n from observation_revisions where release = ${release}`),
  );
  return row?.n ?? 0;
}
