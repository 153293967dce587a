import { sql } from 'drizzle-orm';
import type { Observation } from '../../../core/observation.ts';
import type { Target } from '../../../core/target.ts';
import type { Db } from '../client.ts';

/** Long statements hold up the event loop of the embedded database, so rows go in slices. */
export const ROWS_PER_STATEMENT = 5_000;

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) yield rows.slice(at, at + ROWS_PER_STATEMENT);
}

/**
 * Writes new revisions and closes the ones they replace, by key. Inside the caller's transaction. Rows carry their
 * release and `valid_from`; one of each key at the most.
 */
export async function writeObservations(db: Db, rows: readonly Observation[], replace: boolean): Promise<void> {
  for (const slice of slices(rows)) {
    const json = JSON.stringify(slice);
    if (replace) {
      await db.execute(sql`
        update observation_revisions as old set valid_to = t.valid_from
        from json_to_recordset(${json}::json) as t(region text, indicator text, year smallint, valid_from timestamptz)
        where old.indicator = t.indicator and old.region = t.region and old.year = t.year and old.valid_to is null`);
    }
    await db.execute(sql`
      insert into observation_revisions
        (region, indicator, year, value, symbol, bound, status, "break", source, locator, note, release, valid_from)
      select region, indicator, year, value, symbol, bound, status, "break", source, locator, note, release, valid_from
      from json_to_recordset(${json}::json) as t(
        region text, indicator text, year smallint, value numeric, symbol figure_symbol, bound bound,
        status figure_status, "break" boolean, source text, locator text, note text, release integer,
        valid_from timestamptz)`);
  }
}

/** The same for targets, whose key has the source in it. */
export async function writeTargets(db: Db, rows: readonly Target[], replace: boolean): Promise<void> {
  for (const slice of slices(rows)) {
    const json = JSON.stringify(slice);
    if (replace) {
      await db.execute(sql`
        update target_revisions as old set valid_to = t.valid_from
        from json_to_recordset(${json}::json) as t(
          region text, indicator text, year smallint, source text, valid_from timestamptz)
        where old.indicator = t.indicator and old.region = t.region and old.year = t.year and old.source = t.source
          and old.valid_to is null`);
    }
    await db.execute(sql`
      insert into target_revisions
        (region, indicator, year, source, value, value_to, bound, target_kind, period_from, period_to, modality,
         wording_zh, locator, confidence, note, release, valid_from)
      select region, indicator, year, source, value, value_to, bound, target_kind, period_from, period_to, modality,
         wording_zh, locator, confidence, note, release, valid_from
      from json_to_recordset(${json}::json) as t(
        region text, indicator text, year smallint, source text, value numeric, value_to numeric, bound bound,
        target_kind target_kind, period_from smallint, period_to smallint, modality text, wording_zh text,
        locator text, confidence text, note text, release integer, valid_from timestamptz)`);
  }
}
