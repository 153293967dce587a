import type { CommitAnswer } from '../../core/csv/draftAnswer.ts';
import { countChanges, fileChanges } from '../../core/csv/describeChanges.ts';
import type { Confirmation } from '../../core/csv/fileProblem.ts';
import { isConfirmed, severityOf } from '../../core/csv/fileProblem.ts';
import { observationOf, writes } from '../../core/csv/observationsOf.ts';
import { targetOf, writesTarget } from '../../core/csv/targets/targetDiff.ts';
import { AppError } from '../../core/problem.ts';
import type { Lang } from '../../core/region.ts';
import { asWriter, type Writing } from '../db/asWriter.ts';
import { deleteDraft, type DraftRow } from '../db/queries/imports.ts';
import { insertRelease } from '../db/queries/writeRelease.ts';
import { writeObservations, writeTargets } from '../db/queries/writeRevisions.ts';
import type { ReadFile } from '../import/readFile.ts';
import { describeProblem } from './describeDraft.ts';
import { currentMoment, needDraft, type ImportDeps } from './getDraft.ts';
import type { Moment } from '../snapshots.ts';

export type CommitRequest = { id: string; label: string; reason: string | null; lang: Lang };

const PROBLEMS_TOLD = 100;

/**
 * Writes what the preview showed, all of it or nothing, as one release. Answers `release: null` when there is nothing to
 * write. Throws `draft_has_errors`, `needs_confirmation`, and `stale_draft` when the file would now write something else than
 * was last shown.
 */
export async function commitImport(deps: ImportDeps, request: CommitRequest): Promise<CommitAnswer> {
  const draft = await needDraft(deps, request.id);
  const moment = await currentMoment(deps);
  const file = await deps.desk.read(draft, moment);
  refuseOpenPoints(draft, file, moment, request.lang);
  const counts = countChanges(fileChanges(file.checked));
  const written = file.checked.changes.filter(writes);
  const targets = file.checked.targets.filter(writesTarget);
  if (written.length + targets.length === 0) return { release: null, counts, code: 'no_change' };
  if (draft.shown?.fingerprint !== file.fingerprint) throw stale();

  const release = await asWriter(deps.database, deps.now, async ({ tx, release, validFrom }: Writing) => {
    // Somebody wrote between the look at the data and this lock.
    if (moment.dataset.version !== `r${release - 1}`) throw stale();
    if (!(await deleteDraft(tx, draft))) throw stale();
    await writeObservations(
      tx,
      written.map((change) => observationOf(change, release, validFrom)),
      true,
    );
    await writeTargets(
      tx,
      targets.map((change) => targetOf(change, release, validFrom)),
      true,
    );
    await insertRelease(tx, {
      id: release,
      label: request.label,
      reason: request.reason,
      kind: 'import',
      fileName: draft.fileName,
      sha256: draft.sha256,
      encoding: file.encoding,
      createdBy: 'admin',
      createdAt: deps.now().toISOString(),
      validFrom,
      counts,
    });
    return release;
  });
  await deps.snapshots.refresh();
  return { release, counts };
}

function refuseOpenPoints(draft: DraftRow, { checked }: ReadFile, { dataset }: Moment, lang: Lang): void {
  const confirmations = draft.confirmations as Confirmation[];
  const told = (problems: typeof checked.problems) =>
    problems.slice(0, PROBLEMS_TOLD).map((problem) => describeProblem(problem, { dataset, lang, confirmations }));
  const errors = checked.problems.filter((problem) => severityOf(problem) === 'error');
  if (errors.length > 0) {
    throw new AppError(
      'draft_has_errors',
      {
        zh: `文件里还有 ${errors.length} 处错误，改正后才能提交`,
        en: `The file has ${errors.length} errors; correct them first`,
      },
      { errors: errors.length, problems: told(errors) },
    );
  }
  const open = checked.problems.filter(
    (problem) => severityOf(problem) === 'confirm' && !isConfirmed(problem, confirmations),
  );
  if (open.length > 0) {
    throw new AppError(
      'needs_confirmation',
      { zh: `还有 ${open.length} 处需要确认`, en: `${open.length} points need confirmation` },
      { confirmations: open.length, problems: told(open) },
    );
  }
}

function stale(): AppError {
  return new AppError('stale_draft', {
    zh: '预览之后数据有变化，或这份预览没有看过。请重新查看变更，再提交。',
    en: 'The data changed after the preview, or this preview was never looked at. Look at the changes again, then commit.',
  });
}
