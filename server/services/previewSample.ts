import { createHash } from 'node:crypto';
import type { DraftAnswer } from '../../core/csv/draftAnswer.ts';
import type { Lang } from '../../core/region.ts';
import type { Deps } from '../deps.ts';
import { readFile } from '../import/readFile.ts';
import { SAMPLE_NAME, SAMPLE_TEXT } from '../import/sample.ts';
import { describeDraft } from './describeDraft.ts';

/** The preview of the bundled sample, for a look at the job without a token. Nothing is kept. */
export async function previewSample({ snapshots }: Pick<Deps, 'snapshots'>, lang: Lang): Promise<DraftAnswer> {
  const moment = await snapshots.moment(undefined);
  const bytes = Buffer.from(SAMPLE_TEXT);
  const options = { encoding: null, mapping: {}, lines: 0 };
  const file = await readFile(bytes, { ...options, fixes: [] }, moment);
  const draft = {
    id: 'sample',
    fileName: SAMPLE_NAME,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileGz: bytes,
    options,
    fixes: [],
    confirmations: [],
    shown: null,
    createdBy: null,
    createdAt: '',
    expiresAt: '',
  };
  return { ...describeDraft(draft, file, { dataset: moment.dataset, lang, knownRelease: null }), expires_at: null };
}
