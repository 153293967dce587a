import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FileProblemAnswer } from '../../core/csv/draftAnswer.ts';
import type { Confirmation } from '../../core/csv/fileProblem.ts';
import type { Lang } from '../../core/region.ts';
import type { DraftOptions } from '../import/importDesk.ts';
import { applyFixes, namesOf } from '../import/readFile.ts';
import { splitFile } from '../import/splitFile.ts';
import { problemSheets } from '../workbook/problemSheets.ts';
import { writeWorkbook } from '../workbook/writeWorkbook.ts';
import { describeProblem } from './describeDraft.ts';
import { currentMoment, needDraft, type ImportDeps } from './getDraft.ts';

const unzip = promisify(gunzip);

type Asked = { id: string; lang: Lang };

/** All problems of a draft, not only the first ones, in the order of the file. Throws `not_found`. */
export async function getDraftProblems(deps: ImportDeps, { id, lang }: Asked): Promise<FileProblemAnswer[]> {
  const draft = await needDraft(deps, id);
  const moment = await currentMoment(deps);
  const { checked } = await deps.desk.read(draft, moment);
  const confirmations = draft.confirmations as Confirmation[];
  return checked.problems.map((problem) => describeProblem(problem, { dataset: moment.dataset, lang, confirmations }));
}

/** The uploaded table as a workbook with its problems in it. Throws `not_found`. */
export async function getProblemWorkbook(deps: ImportDeps, { id, lang }: Asked): Promise<Buffer<ArrayBuffer>> {
  const problems = await getDraftProblems(deps, { id, lang });
  const draft = await needDraft(deps, id);
  const moment = await currentMoment(deps);
  const { reading } = await deps.desk.read(draft, moment);
  const { rows } = await splitFile(await unzip(draft.fileGz), draft.options as DraftOptions, namesOf(moment.dataset));
  applyFixes(rows, draft.fixes);
  return writeWorkbook(problemSheets({ rows, header_row: reading.header_row, problems }, lang));
}
