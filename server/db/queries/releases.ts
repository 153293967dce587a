import { asc, desc, eq, sql } from 'drizzle-orm';
import type { ReleaseAnswer } from '../../../core/answers.ts';
import { type Db, isoInstant, rowsOf, schema } from '../client.ts';

const { releases } = schema;

type Row = typeof releases.$inferSelect;

const answerOf = (row: Row, revertedBy: number | null): ReleaseAnswer => ({
  release: row.id,
  label: row.label,
  reason: row.reason,
  kind: row.kind,
  state: row.state,
  reverts: row.reverts,
  reverted_by: revertedBy,
  file_name: row.fileName,
  sha256: row.sha256,
  encoding: row.encoding,
  created_by: row.createdBy,
  created_at: isoInstant(row.createdAt),
  counts: row.counts,
});

/** The public revision log, newest first. */
export async function listReleases(db: Db): Promise<ReleaseAnswer[]> {
  const rows = await db.select().from(releases).orderBy(desc(releases.id));
  const revertedBy = new Map(rows.flatMap((row) => (row.reverts === null ? [] : [[row.reverts, row.id] as const])));
  return rows.map((row) => answerOf(row, revertedBy.get(row.id) ?? null));
}

export async function findRelease(db: Db, { release }: { release: number }): Promise<ReleaseAnswer | null> {
  const [row] = await db.select().from(releases).where(eq(releases.id, release));
  if (row === undefined) return null;
  const [reverting] = await db.select().from(releases).where(eq(releases.reverts, release)).orderBy(asc(releases.id));
  return answerOf(row, reverting?.id ?? null);
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
