import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { parseYear } from '../../core/csv/year.ts';
import type { DraftAnswer } from '../../core/csv/draftAnswer.ts';
import type { ImportMapping } from '../../core/csv/reading.ts';
import type { Dataset } from '../../core/dataset.ts';
import { AppError, type Sentence } from '../../core/problem.ts';
import type { Lang } from '../../core/region.ts';
import { deleteExpiredDrafts, insertDraft, type DraftRow } from '../db/queries/imports.ts';
import { decode, ENCODINGS, type Encoding } from '../import/decode.ts';
import { LINES_AT_ONCE, type DraftOptions } from '../import/importDesk.ts';
import { checkSheet } from '../import/checkSheet.ts';
import type { Upload } from '../import/receiveUpload.ts';
import { countSheetRows, openWorkbook } from '../import/xlsx/openWorkbook.ts';
import { MOST_SHEET_ROWS } from '../import/xlsx/surveySheet.ts';
import { isZip } from '../import/xlsx/readZip.ts';
import { currentMoment, showDraft, type ImportDeps } from './getDraft.ts';

const zip = promisify(gzip);
/** Far more than any office's table; what is in memory of a file grows with its rows. */
const MOST_LINES = 500_000;
const DRAFT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Names people use for the encodings we know. */
const ENCODING_NAMES: Record<string, Encoding> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  ...Object.fromEntries(ENCODINGS.map((encoding) => [encoding, encoding])),
};

/**
 * Keeps an uploaded file as a draft and answers what it would change. Nothing of it is written to the figures. Throws
 * `empty_file`, `not_a_table` and `bad_parameter`, and then keeps nothing.
 */
export async function previewImport(deps: ImportDeps, upload: Upload, lang: Lang): Promise<DraftAnswer> {
  const moment = await currentMoment(deps);
  const lines = await linesOf(upload.bytes);
  const most = isZip(upload.bytes) ? MOST_SHEET_ROWS : MOST_LINES;
  if (lines > most) throw tooManyLines(lines, most);
  const options = optionsOf(upload.fields, moment.dataset, lines);
  const { sheet } = options.mapping;
  if (sheet !== undefined) await checkSheet(upload.bytes, sheet, 'sheet');
  const now = deps.now();
  const draft: DraftRow = {
    id: randomUUID(),
    fileName: upload.fileName,
    sha256: createHash('sha256').update(upload.bytes).digest('hex'),
    fileGz: await zip(upload.bytes, { level: 3 }),
    options,
    fixes: [],
    confirmations: [],
    shown: null,
    createdBy: null,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + DRAFT_DAYS * DAY_MS).toISOString(),
  };
  // A file that is no table is refused here, before anything is kept of it.
  if (lines <= LINES_AT_ONCE) await deps.desk.read(draft, moment);
  else if (!isZip(upload.bytes)) decode(upload.bytes, options.encoding);
  await deleteExpiredDrafts(deps.database.db, now.toISOString());
  await insertDraft(deps.database.db, draft);
  return showDraft(deps, draft, lang);
}

function tooManyLines(lines: number, most: number): AppError {
  return new AppError(
    'file_too_large',
    {
      zh: `文件有 ${lines} 行，超过 ${most} 行的上限。请按年份或指标分成几个文件上传。`,
      en: `The file has ${lines} lines, over the limit of ${most}. Split it by year or indicator.`,
    },
    { max_lines: most },
  );
}

/** Lines of a text file; of a workbook the rows of its longest sheet, which also proves that it can be unpacked. */
async function linesOf(bytes: Buffer): Promise<number> {
  return isZip(bytes) ? countSheetRows(await openWorkbook(bytes)) : countLines(bytes);
}

function countLines(bytes: Buffer): number {
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function optionsOf(fields: Upload['fields'], dataset: Dataset, lines: number): DraftOptions {
  const mapping: ImportMapping = {};
  const indicator = fields.get('indicator');
  if (indicator !== undefined) {
    if (!dataset.indicatorById.has(indicator)) {
      throw refuse('indicator', { zh: `没有这个指标：${indicator}`, en: `No such indicator: ${indicator}` });
    }
    mapping.indicator = indicator;
  }
  const year = fields.get('year');
  if (year !== undefined) {
    const parsed = parseYear(year);
    if (parsed === null) throw refuse('year', { zh: '年份应为四位数字', en: 'The year has four digits' });
    mapping.year = parsed;
  }
  const sheet = fields.get('sheet');
  if (sheet !== undefined) mapping.sheet = sheet;
  const named = fields.get('encoding')?.toLowerCase();
  const encoding = named === undefined ? null : (ENCODING_NAMES[named] ?? null);
  if (named !== undefined && encoding === null) {
    const list = Object.keys(ENCODING_NAMES).join(', ');
    throw refuse('encoding', { zh: `编码可以是：${list}`, en: `The encoding can be: ${list}` });
  }
  const profile = fields.get('profile');
  if (profile !== undefined) {
    throw refuse('profile', { zh: `没有这个映射方案：${profile}`, en: `No such mapping profile: ${profile}` });
  }
  return { encoding, mapping, lines };
}

function refuse(parameter: string, detail: Sentence): AppError {
  return new AppError('bad_parameter', detail, { parameter, parameters: [{ name: parameter }] });
}
