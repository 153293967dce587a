import { eq, sql } from 'drizzle-orm';
import { type Db, rowsOf, schema } from '../client.ts';
import { ROWS_PER_STATEMENT } from './writeRevisions.ts';

const { releases, auditLog } = schema;

/** The release itself and its line in the log; inside the transaction that writes its figures. */
export async function insertRelease(db: Db, release: typeof releases.$inferInsert): Promise<void> {
  await db.insert(releases).values(release);
  await db.insert(auditLog).values({
    at: release.createdAt,
    who: release.createdBy ?? null,
    action: release.kind === 'revert' ? 'revert' : 'commit',
    subject: String(release.id),
    detail: { label: release.label, reason: release.reason ?? null, counts: release.counts },
  });
}

/** `reverted`, or `committed` again when the release that took it back is taken back itself. */
export async function setReleaseState(
  db: Db,
  { release, state }: { release: number; state: 'committed' | 'reverted' },
): Promise<void> {
  await db.update(releases).set({ state }).where(eq(releases.id, release));
}

export type LaterCell = {
  region: string;
  indicator: string;
  year: number;
  release: number;
  /** Of a target, not of a figure; its key has the source in it. */
  target?: true;
  source?: string;
};

/**
 * Cells of a release that a later one has written since, and that are not as the release left them. A later release that
 * was taken back does not count, nor the one that took it back: together they changed nothing. One that took back a release
 * from before does.
 */
export async function listLaterCells(
  db: Db,
  { release, limit }: { release: number; limit: number },
): Promise<LaterCell[]> {
  return rowsOf<LaterCell>(
    await db.execute(sql`
      select distinct mine.indicator, mine.region, mine.year::int as year, later.release
      from observation_revisions as mine
      join observation_revisions as later
        on later.indicator = mine.indicator and later.region = mine.region and later.year = mine.year
        and later.release > mine.release
      join releases as standing
        on standing.id = later.release and standing.state = 'committed'
        and not (standing.kind = 'revert' and standing.reverts > mine.release)
      where mine.release = ${release}
      order by mine.indicator, mine.region, year
      limit ${limit}`),
  );
}

/** Cells by what became of them: there again, another value, nothing any more. */
export type RestoreCounts = { again: number; revised: number; withdrawn: number };

/**
 * Writes new revisions that say again what was valid before `release`, every part of them; where nothing was, a
 * tombstone. What was current ends at that instant; nothing is deleted. In slices, because a long statement holds up
 * everybody else on the embedded database.
 */
export async function restoreBefore(
  db: Db,
  { release, as, validFrom }: { release: number; as: number; validFrom: string },
): Promise<RestoreCounts> {
  let after = 0;
  for (;;) {
    const [slice] = rowsOf<{ last: number | null }>(
      await db.execute(sql`
        select max(id)::int as last from (
          select id from observation_revisions where release = ${release} and id > ${after}
          order by id limit ${ROWS_PER_STATEMENT}) as next`),
    );
    if (slice?.last == null) break;
    await restoreSlice(db, { release, as, validFrom, after, last: slice.last });
    after = slice.last;
  }
  const [counts] = rowsOf<RestoreCounts>(
    await db.execute(sql`
      select count(*) filter (where made.symbol is distinct from 'withdrawn' and was.symbol = 'withdrawn')::int as again,
             count(*) filter (where made.symbol is distinct from 'withdrawn'
                                and was.symbol is distinct from 'withdrawn')::int as revised,
             count(*) filter (where made.symbol = 'withdrawn')::int as withdrawn
      from observation_revisions as made
      join observation_revisions as was
        on was.indicator = made.indicator and was.region = made.region and was.year = made.year
        and was.valid_to = made.valid_from
      where made.release = ${as}`),
  );
  return counts ?? { again: 0, revised: 0, withdrawn: 0 };
}

async function restoreSlice(
  db: Db,
  slice: { release: number; as: number; validFrom: string; after: number; last: number },
): Promise<void> {
  const { release, as, validFrom, after, last } = slice;
  const mine = sql`mine.release = ${release} and mine.id > ${after} and mine.id <= ${last}`;
  await db.execute(sql`
    update observation_revisions as now set valid_to = ${validFrom}::timestamptz
    from observation_revisions as mine
    where ${mine} and now.valid_to is null
      and now.indicator = mine.indicator and now.region = mine.region and now.year = mine.year`);
  await db.execute(sql`
    insert into observation_revisions
      (region, indicator, year, value, symbol, bound, status, "break", source, locator, note, release, valid_from)
    select mine.region, mine.indicator, mine.year, old.value,
      case when old.id is null then 'withdrawn'::figure_symbol else old.symbol end,
      coalesce(old.bound, 'eq'::bound), coalesce(old.status, mine.status), coalesce(old."break", false),
      old.source, old.locator, old.note, ${as}, ${validFrom}::timestamptz
    from observation_revisions as mine
    left join observation_revisions as old
      on old.indicator = mine.indicator and old.region = mine.region and old.year = mine.year
      and old.valid_to = mine.valid_from
    where ${mine}`);
}
