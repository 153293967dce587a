import { sql } from 'drizzle-orm';
import type { IndicatorDetail } from '../../../core/answers.ts';
import { type Db, rowsOf } from '../client.ts';

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** How figures of an indicator changed after their first release until an instant, by import (a revert is no revision). */
export async function revisionStatistics(
  db: Db,
  { indicator, at }: { indicator: string; at: string | null },
): Promise<IndicatorDetail['revisions']> {
  const [row] = rowsOf<{ revised: number; mean: string | null; mean_absolute: string | null; largest: string | null }>(
    await db.execute(sql`
      select count(*)::int as revised, avg(delta)::text as mean, avg(abs(delta))::text as mean_absolute,
             max(abs(delta))::text as largest
      from (
        select value - lag(value) over (partition by region, year order by valid_from, id) as delta, release
        from observation_revisions
        where indicator = ${indicator} and (${at}::timestamptz is null or valid_from <= ${at}::timestamptz)
      ) as steps
      join releases on releases.id = steps.release and releases.kind = 'import'
      where delta <> 0`),
  );
  return {
    revised: row?.revised ?? 0,
    mean: numberOf(row?.mean ?? null),
    mean_absolute: numberOf(row?.mean_absolute ?? null),
    largest: numberOf(row?.largest ?? null),
  };
}
