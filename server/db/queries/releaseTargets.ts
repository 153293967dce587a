import { sql } from 'drizzle-orm';
import type { TargetContent } from '../../../core/csv/targets/targetEntry.ts';
import { type Db, rowsOf } from '../client.ts';
import type { LaterCell, RestoreCounts } from './writeRelease.ts';

/** A target as a release wrote it, with what it replaced; null: withdrawn, or nothing was there. */
export type ReleaseTarget = {
  key: Pick<TargetContent, 'region' | 'indicator' | 'year' | 'source'>;
  before: TargetContent | null;
  after: TargetContent | null;
};

/** One revision as JSON in the words of `TargetContent`, null for a tombstone; numbers as text, so that no digit is lost. */
const contentOf = (row: 'new' | 'old') => {
  const r = sql.raw(row);
  return sql`case when ${r}.id is null or ${r}.withdrawn then null else json_build_object(
    'region', ${r}.region, 'indicator', ${r}.indicator, 'year', ${r}.year, 'source', ${r}.source,
    'value', ${r}.value::text, 'value_to', ${r}.value_to::text, 'bound', ${r}.bound, 'target_kind', ${r}.target_kind,
    'period_from', ${r}.period_from, 'period_to', ${r}.period_to, 'modality', ${r}.modality,
    'wording_zh', ${r}.wording_zh, 'locator', ${r}.locator, 'confidence', ${r}.confidence, 'note', ${r}.note) end`;
};

/** The targets a release wrote, each with what it replaced, by indicator, region, year and source. */
export async function listReleaseTargets(
  db: Db,
  { release, offset, limit }: { release: number; offset: number; limit: number },
): Promise<ReleaseTarget[]> {
  if (limit <= 0) return [];
  return rowsOf<ReleaseTarget>(
    await db.execute(sql`
      select json_build_object('region', new.region, 'indicator', new.indicator, 'year', new.year,
                               'source', new.source) as key,
             ${contentOf('old')} as before, ${contentOf('new')} as after
      from target_revisions as new
      left join target_revisions as old
        on old.indicator = new.indicator and old.region = new.region and old.year = new.year
        and old.source = new.source and old.valid_to = new.valid_from
      where new.release = ${release}
      order by new.indicator, new.region, new.year, new.source
      offset ${offset} limit ${limit}`),
  );
}

export async function countReleaseTargets(db: Db, { release }: { release: number }): Promise<number> {
  const [row] = rowsOf<{ n: number }>(
    await db.execute(sql`select count(*)::int as n from target_revisions where release = ${release}`),
  );
  return row?.n ?? 0;
}

/** Like `listLaterCells`, of targets. */
export async function listLaterTargets(
  db: Db,
  { release, limit }: { release: number; limit: number },
): Promise<LaterCell[]> {
  return rowsOf<LaterCell>(
    await db.execute(sql`
      select distinct mine.indicator, mine.region, mine.year::int as year, mine.source, true as target, later.release
      from target_revisions as mine
      join target_revisions as later
        on later.indicator = mine.indicator and later.region = mine.region and later.year = mine.year
        and later.source = mine.source and later.release > mine.release
      join releases as standing
        on standing.id = later.release and standing.state = 'committed'
        and not (standing.kind = 'revert' and standing.reverts > mine.release)
      where mine.release = ${release}
      order by mine.indicator, mine.region, year, mine.source
      limit ${limit}`),
  );
}

/** Like `restoreBefore`, of targets: what was valid before `release` is said again, or a tombstone ends what it brought. */
export async function restoreTargetsBefore(
  db: Db,
  { release, as, validFrom }: { release: number; as: number; validFrom: string },
): Promise<RestoreCounts> {
  await db.execute(sql`
    update target_revisions as now set valid_to = ${validFrom}::timestamptz
    from target_revisions as mine
    where mine.release = ${release} and now.valid_to is null
      and now.indicator = mine.indicator and now.region = mine.region and now.year = mine.year
      and now.source = mine.source`);
  await db.execute(sql`
    insert into target_revisions
      (region, indicator, year, source, value, value_to, bound, target_kind, period_from, period_to, modality,
       wording_zh, locator, confidence, note, withdrawn, release, valid_from)
    select mine.region, mine.indicator, mine.year, mine.source, said.value, said.value_to, said.bound,
       said.target_kind, said.period_from, said.period_to, said.modality, said.wording_zh, said.locator,
       said.confidence, said.note, old.id is null or old.withdrawn, ${as}, ${validFrom}::timestamptz
    from target_revisions as mine
    left join target_revisions as old
      on old.indicator = mine.indicator and old.region = mine.region and old.year = mine.year
      and old.source = mine.source and old.valid_to = mine.valid_from
    join target_revisions as said on said.id = coalesce(old.id, mine.id)
    where mine.release = ${release}`);
  const [counts] = rowsOf<RestoreCounts>(
    await db.execute(sql`
      select count(*) filter (where not made.withdrawn and was.withdrawn)::int as again,
             count(*) filter (where not made.withdrawn and not was.withdrawn)::int as revised,
             count(*) filter (where made.withdrawn)::int as withdrawn
      from target_revisions as made
      join target_revisions as was
        on was.indicator = made.indicator and was.region = made.region and was.year = made.year
        and was.source = made.source and was.valid_to = made.valid_from
      where made.release = ${as}`),
  );
  return counts ?? { again: 0, revised: 0, withdrawn: 0 };
}
