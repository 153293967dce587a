import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { ImportMapping } from '../../core/csv/reading.ts';
import type { DraftRow } from '../db/queries/imports.ts';
import type { Moment } from '../snapshots.ts';
import type { Encoding } from './decode.ts';
import { readFile, type ReadFile } from './readFile.ts';

const unzip = promisify(gunzip);

/** What a draft remembers of the upload beside the file. */
export type DraftOptions = { encoding: Encoding | null; mapping: ImportMapping; lines: number };

/** Files with more lines are read in the background. Source: API contract. */
export const LINES_AT_ONCE = 50_000;

type Job = { progress: number; result: Promise<ReadFile> };

/** Reads the files of drafts, remembers what the last ones said, and knows how far the large ones are. */
export type ImportDesk = {
  /** The file of a draft as it stands against a moment. */
  read: (draft: DraftRow, moment: Moment) => Promise<ReadFile>;
  /** The same when it is known or small; else starts reading and answers with the progress so far, 0 to 1. */
  readSoon: (draft: DraftRow, moment: Moment) => Promise<ReadFile | { progress: number }>;
};

/** The database gives the fields of a JSON document back in an order of its own. */
function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const FIGURES_KEPT = 300_000;

export function openImportDesk(): ImportDesk {
  const known = new LRUCache<string, ReadFile>({
    maxSize: FIGURES_KEPT,
    // One file always fits, or its draft would be read again for ever.
    sizeCalculation: ({ checked }) =>
      Math.min(FIGURES_KEPT, Math.max(1, checked.changes.length + checked.problems.length)),
  });
  const failed = new LRUCache<string, Error>({ max: 20 });
  const jobs = new Map<string, Job>();

  function start(key: string, draft: DraftRow, moment: Moment): Job {
    const running = jobs.get(key);
    if (running !== undefined) return running;
    const job: Job = { progress: 0, result: work() };
    async function work(): Promise<ReadFile> {
      try {
        const bytes = await unzip(draft.fileGz);
        const options = draft.options as DraftOptions;
        const file = await readFile(bytes, { ...options, fixes: draft.fixes }, moment, (progress) => {
          job.progress = Math.max(job.progress, progress);
        });
        known.set(key, file);
        return file;
      } catch (error) {
        failed.set(key, error instanceof Error ? error : new Error(String(error)));
        throw error;
      } finally {
        jobs.delete(key);
      }
    }
    jobs.set(key, job);
    return job;
  }

  const keyOf = (draft: DraftRow, { dataset, day }: Moment): string =>
    JSON.stringify([draft.id, dataset.version, day, draft.options, draft.fixes], inKeyOrder);

  return {
    async read(draft, moment) {
      const key = keyOf(draft, moment);
      return known.get(key) ?? (await start(key, draft, moment).result);
    },
    async readSoon(draft, moment) {
      const key = keyOf(draft, moment);
      const ready = known.get(key);
      if (ready !== undefined) return ready;
      const failure = failed.get(key);
      if (failure !== undefined) throw failure;
      const job = start(key, draft, moment);
      if ((draft.options as DraftOptions).lines <= LINES_AT_ONCE) return job.result;
      // The next question tells what became of it.
      job.result.catch(() => {});
      return { progress: job.progress };
    },
  };
}
