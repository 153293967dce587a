import { Hono } from 'hono';
import {
  ChangesQuery,
  CommitBody,
  DraftParam,
  DraftPatchBody,
  LangQuery,
  ProblemsQuery,
} from '../../core/csv/importRequests.ts';
import type { FileProblemAnswer } from '../../core/csv/draftAnswer.ts';
import { attachment } from '../attachment.ts';
import { authorise } from '../authorise.ts';
import { csvAnswer, fields } from '../csvAnswer.ts';
import type { Deps } from '../deps.ts';
import { openImportDesk } from '../import/importDesk.ts';
import { receiveUpload } from '../import/receiveUpload.ts';
import { commitImport } from '../services/commitImport.ts';
import { deleteImport } from '../services/deleteImport.ts';
import { getDraft, getDraftChanges } from '../services/getDraft.ts';
import { getDraftProblems, getProblemWorkbook } from '../services/getDraftProblems.ts';
import { patchImport } from '../services/patchImport.ts';
import { previewImport } from '../services/previewImport.ts';
import { previewSample } from '../services/previewSample.ts';
import { validate } from '../validate.ts';
import { XLSX_TYPE } from '../workbook/writeWorkbook.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const FILE_NAME = { zh: (kind: string) => `问题.${kind}`, en: (kind: string) => `problems.${kind}` };
const PROBLEM = fields<FileProblemAnswer>(
  'row',
  'column',
  'column_name',
  'severity',
  'code',
  'raw',
  'message',
  'suggestion',
  'confirmed',
);
/** The answer to a draft: 202 while its file is still being read. */
const statusOf = (draft: { state: 'reading' | 'draft' }, done: 200 | 201): 200 | 201 | 202 =>
  draft.state === 'reading' ? 202 : done;

/** Upload, preview, correct, commit. Everything but the sample needs the token: drafts are not published yet. */
export const imports = (deps: Deps) => {
  const withDesk = { ...deps, desk: openImportDesk() };
  const writer = authorise(deps);
  return new Hono()
    .get('/imports/sample', validate('query', LangQuery), async (c) =>
      c.json(await previewSample(deps, c.req.valid('query').lang), 200, NO_STORE),
    )
    .post('/imports', writer, validate('query', LangQuery), async (c) => {
      const upload = await receiveUpload(c.req.raw, deps.env.maxUploadBytes);
      const draft = await previewImport(withDesk, upload, c.req.valid('query').lang);
      return c.json(draft, statusOf(draft, 201), { ...NO_STORE, location: `/api/v1/imports/${draft.import}` });
    })
    .get('/imports/:import', writer, validate('param', DraftParam), validate('query', LangQuery), async (c) => {
      const { import: id } = c.req.valid('param');
      return c.json(await getDraft(withDesk, { id, lang: c.req.valid('query').lang }), 200, NO_STORE);
    })
    .get(
      '/imports/:import/changes',
      writer,
      validate('param', DraftParam),
      validate('query', ChangesQuery),
      async (c) => {
        const { import: id } = c.req.valid('param');
        const { kind, offset, limit, lang } = c.req.valid('query');
        return c.json(await getDraftChanges(withDesk, { id, kind, offset, limit, lang }), 200, NO_STORE);
      },
    )
    .get(
      '/imports/:import/problems.csv',
      writer,
      validate('param', DraftParam),
      validate('query', ProblemsQuery),
      async (c) => {
        const { lang, bom } = c.req.valid('query');
        const rows = await getDraftProblems(withDesk, { id: c.req.valid('param').import, lang });
        c.header('cache-control', 'no-store');
        return csvAnswer(c, { rows, columns: PROBLEM, bom, fileName: FILE_NAME[lang]('csv') });
      },
    )
    .get(
      '/imports/:import/problems.xlsx',
      writer,
      validate('param', DraftParam),
      validate('query', ProblemsQuery),
      async (c) => {
        const { lang } = c.req.valid('query');
        const workbook = await getProblemWorkbook(withDesk, { id: c.req.valid('param').import, lang });
        const disposition = attachment(FILE_NAME[lang]('xlsx'));
        return c.body(workbook, 200, {
          ...NO_STORE,
          'content-type': XLSX_TYPE,
          'content-disposition': disposition,
        });
      },
    )
    .patch(
      '/imports/:import',
      writer,
      validate('param', DraftParam),
      validate('query', LangQuery),
      validate('json', DraftPatchBody),
      async (c) => {
        const { import: id } = c.req.valid('param');
        const { lang } = c.req.valid('query');
        const draft = await patchImport(withDesk, { id, patch: c.req.valid('json'), lang });
        return c.json(draft, statusOf(draft, 200), NO_STORE);
      },
    )
    .delete('/imports/:import', writer, validate('param', DraftParam), validate('query', LangQuery), async (c) => {
      await deleteImport(deps, c.req.valid('param').import);
      return c.body(null, 204);
    })
    .post(
      '/imports/:import/commit',
      writer,
      validate('param', DraftParam),
      validate('query', LangQuery),
      validate('json', CommitBody),
      async (c) => {
        const { import: id } = c.req.valid('param');
        const { label, reason } = c.req.valid('json');
        const answer = await commitImport(withDesk, {
          id,
          label,
          reason: reason ?? null,
          lang: c.req.valid('query').lang,
        });
        return c.json(answer, answer.release === null ? 200 : 201, NO_STORE);
      },
    );
};
