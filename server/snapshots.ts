import { LRUCache } from 'lru-cache';
import { buildDataset } from '../core/buildDataset.ts';
import type { Dataset, DatasetRows } from '../core/dataset.ts';
import { parseAsOf, shanghaiDay } from './clock.ts';
import type { Database, Db } from './db/client.ts';
import { findLatestRelease, loadDatasetRows, readDataVersion } from './db/queries/loadRows.ts';

/** The channel on which a write says that there is a new version. */
export const CHANGED = 'duibiao_changed';

/**
 * How long a process may trust its snapshot before it looks at the version row again; a NOTIFY comes sooner. The embedded
 * database has no other writer than this process, which refreshes after each write; looking would wait for an open
 * transaction.
 */
const TRUST_MS = { server: 1_000, embedded: Infinity };

/** What a read answers from: the data of one version, and the calendar day on which it is judged. */
export type Moment = {
  dataset: Dataset;
  day: string;
  /** The `as_of` parameter as it was given; null: now. */
  asOf: string | null;
  /** The instant it means, ISO; null: now. */
  at: string | null;
};

export type Snapshots = {
  /** The moment now (`asOf` undefined), or as it was known on a date. Throws `bad_parameter`. */
  moment: (asOf: string | undefined) => Moment | Promise<Moment>;
  /** Rebuilds the current snapshot if the version row has moved; after a write, before answering. */
  refresh: () => Promise<void>;
  close: () => Promise<void>;
};

const load = (db: Db, at: string | null) =>
  db.transaction(
    async (tx) => ({
      counter: await readDataVersion(tx),
      release: await findLatestRelease(tx, at),
      rows: await loadDatasetRows(tx, at),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );

const versionOf = (release: { id: number } | null) => `r${String(release?.id ?? 0)}`;

/** The rows without those of some indicators. */
function without(rows: DatasetRows, indicators: readonly string[]): DatasetRows {
  if (indicators.length === 0) return rows;
  const kept = <T extends { indicator: string }>(list: T[]) =>
    list.filter((row) => !indicators.includes(row.indicator));
  return {
    ...rows,
    indicators: kept(rows.indicators),
    indicator_aliases: kept(rows.indicator_aliases),
    observations: kept(rows.observations),
    targets: kept(rows.targets),
  };
}

/**
 * Keeps the current data in memory as one immutable dataset, replaced whole when the data version moves. A failed
 * rebuild keeps the old one. Past moments are read from the database and the last few are kept. Indicators in
 * `leaveOut` are in neither, with all that belongs to them.
 */
export async function openSnapshots(
  database: Database,
  now: () => Date,
  leaveOut: readonly string[] = [],
): Promise<Snapshots> {
  const { db } = database;
  let counter = -1;
  let current: Dataset = await build();
  let checkedAt = now().getTime();
  let running: Promise<void> | null = null;
  const past = new LRUCache<string, Dataset>({ max: 4 });

  async function build(): Promise<Dataset> {
    const loaded = await load(db, null);
    counter = loaded.counter;
    return buildDataset(without(loaded.rows, leaveOut), versionOf(loaded.release));
  }

  function refresh(): Promise<void> {
    running ??= (async () => {
      try {
        if ((await readDataVersion(db)) !== counter) current = await build();
        checkedAt = now().getTime();
      } finally {
        running = null;
      }
    })();
    return running;
  }

  async function datasetAt(at: Date): Promise<Dataset> {
    const instant = at.toISOString();
    const year = Number(shanghaiDay(at).slice(0, 4));
    const keyOf = (release: { id: number } | null) => `${versionOf(release)} ${String(year)}`;
    const kept = past.get(keyOf(await findLatestRelease(db, instant)));
    if (kept !== undefined) return kept;
    const { rows, release } = await load(db, instant);
    // What is about a later year was not known then, whenever it was entered here.
    const known = { ...rows, observations: rows.observations.filter((row) => row.year <= year) };
    const dataset = buildDataset(without(known, leaveOut), versionOf(release));
    past.set(keyOf(release), dataset);
    return dataset;
  }

  const stopListening = await database.listen(CHANGED, () => {
    refresh().catch(() => {});
  });

  return {
    moment(asOf) {
      if (asOf !== undefined) {
        const at = parseAsOf(asOf);
        return datasetAt(at).then((dataset) => ({ dataset, day: shanghaiDay(at), asOf, at: at.toISOString() }));
      }
      const at = now();
      const answer = () => ({ dataset: current, day: shanghaiDay(at), asOf: null, at: null });
      return at.getTime() - checkedAt < TRUST_MS[database.kind] ? answer() : refresh().then(answer);
    },
    // A refresh under way may have begun before the write: wait for it, then look again.
    refresh: async () => {
      await running?.catch(() => {});
      await refresh();
    },
    close: stopListening,
  };
}
