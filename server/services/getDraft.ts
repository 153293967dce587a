import type { ChangesAnswer, DraftAnswer } from '../../core/csv/draftAnswer.ts';
import { describeChange, fileChanges, inOrderOfInterest } from '../../core/csv/describeChanges.ts';
import type { ChangeKind } from '../../core/answers.ts';
import { AppError } from '../../core/problem.ts';
import type { Lang } from '../../core/region.ts';
import { findDraft, findReleaseOfFile, updateDraft, type DraftRow } from '../db/queries/imports.ts';
import type { Deps } from '../deps.ts';
import type { ImportDesk } from '../import/importDesk.ts';
import type { Moment } from '../snapshots.ts';
import { describeDraft, describeReading } from './describeDraft.ts';

export type ImportDeps = Pick<Deps, 'database' | 'snapshots' | 'now' | 'env'> & { desk: ImportDesk };

/** Throws `not_found`: never uploaded, committed, discarded or expired. */
export async function needDraft(
  { database, now }: Pick<ImportDeps, 'database' | 'now'>,
  id: string,
): Promise<DraftRow> {
  const draft = await findDraft(database.db, { id });
  if (draft !== null && draft.expiresAt > now().toISOString()) return draft;
  throw new AppError(
    'not_found',
    {
      zh: '没有这个预览：可能已经提交、放弃或过期。请重新上传文件。',
      en: 'No such preview: it was committed, discarded or has expired. Upload the file again.',
    },
    { id },
  );
}

/** The whole draft against the data of now, and a record of what was shown. */
export async function getDraft(deps: ImportDeps, { id, lang }: { id: string; lang: Lang }): Promise<DraftAnswer> {
  return showDraft(deps, await needDraft(deps, id), lang);
}

export async function showDraft(deps: ImportDeps, draft: DraftRow, lang: Lang): Promise<DraftAnswer> {
  const moment = await currentMoment(deps);
  const file = await deps.desk.readSoon(draft, moment);
  if ('progress' in file) return describeReading(draft, file.progress, moment);
  const { db } = deps.database;
  const shown = { version: moment.dataset.version, fingerprint: file.fingerprint };
  if (draft.shown?.fingerprint !== shown.fingerprint || draft.shown.version !== shown.version) {
    await updateDraft(db, { id: draft.id, shown });
  }
  const knownRelease = await findReleaseOfFile(db, draft);
  return describeDraft(draft, file, { dataset: moment.dataset, lang, knownRelease });
}

/** One page of the changes of a draft, of one kind or of all. */
export async function getDraftChanges(
  deps: ImportDeps,
  asked: { id: string; kind: ChangeKind | undefined; offset: number; limit: number; lang: Lang },
): Promise<ChangesAnswer> {
  const draft = await needDraft(deps, asked.id);
  const moment = await currentMoment(deps);
  const { checked } = await deps.desk.read(draft, moment);
  const wanted = inOrderOfInterest(fileChanges(checked)).filter(
    ({ kind }) => asked.kind === undefined || kind === asked.kind,
  );
  return {
    changes: wanted
      .slice(asked.offset, asked.offset + asked.limit)
      .map((change) => describeChange(change, moment.dataset, asked.lang)),
    total: wanted.length,
    offset: asked.offset,
  };
}

/** The data as it is at this moment, also when another process has just written. */
export async function currentMoment({ snapshots }: Pick<ImportDeps, 'snapshots'>): Promise<Moment> {
  await snapshots.refresh();
  return snapshots.moment(undefined);
}
