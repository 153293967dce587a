import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { AppError } from '../../core/problem.ts';
import { boundaryOf, parseMultipart } from './multipart.ts';

export type Upload = { fileName: string; bytes: Buffer; fields: Map<string, string> };

const FIELDS = ['profile', 'indicator', 'year', 'encoding', 'sheet'];
/** What boundaries and the small fields of a form may add to the file. */
const FORM_OVERHEAD = 64 * 1024;
const LONGEST_FIELD = 1_000;

/**
 * The file and fields of a form, with at most `maxBytes` of file. A larger body is refused by its announced length before
 * anything of it is read, or as soon as it has grown over the limit. Throws AppError `file_too_large`, `bad_parameter`,
 * `unknown_parameter`.
 */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > maxBytes + FORM_OVERHEAD) throw tooLarge(maxBytes);
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (boundary === null || request.body === null) throw missingFile();
  const parts = parseMultipart(await readBody(request.body, announced, maxBytes), boundary);

  const fields = new Map<string, string>();
  let file: { fileName: string; bytes: Buffer } | null = null;
  for (const part of parts) {
    if (part.name === 'file') {
      if (part.bytes.length > maxBytes) throw tooLarge(maxBytes);
      file ??= { fileName: nameOf(part.fileName), bytes: part.bytes };
    } else if (FIELDS.includes(part.name)) {
      const text = part.bytes.toString('utf8', 0, LONGEST_FIELD).trim();
      if (text !== '') fields.set(part.name, text);
    } else {
      throw new AppError(
        'unknown_parameter',
        { zh: `不认识的参数：${part.name}`, en: `Unknown parameter: ${part.name}` },
        { parameter: part.name, parameters: [{ name: part.name }] },
      );
    }
  }
  if (file === null) throw missingFile();
  return { ...file, fields };
}

/**
 * A body of announced length goes straight into memory. One that does not say how long it is goes to a temporary file first,
 * so that what turns out too large never fills the memory.
 */
async function readBody(body: ReadableStream<Uint8Array>, announced: number, maxBytes: number): Promise<Buffer> {
  const bytes = Readable.fromWeb(body as WebStream<Uint8Array>);
  if (announced > 0) {
    const chunks: Buffer[] = [];
    await pipeline(bytes, limit(maxBytes), async (limited: AsyncIterable<Buffer>) => {
      for await (const chunk of limited) chunks.push(chunk);
    });
    return Buffer.concat(chunks);
  }
  const path = join(tmpdir(), `duibiao-upload-${randomUUID()}`);
  try {
    await pipeline(bytes, limit(maxBytes), createWriteStream(path, { mode: 0o600 }));
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Lets bytes through and fails as soon as there are more than a form with the largest file has. */
function limit(maxBytes: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      length += chunk.byteLength;
      if (length > maxBytes + FORM_OVERHEAD) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

/** The last part of a path some browsers send, without characters that could leave a line. */
function nameOf(fileName: string | null): string {
  const last = (fileName ?? '').split(/[\\/]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200);
  return clean === '' ? '未命名.csv' : clean;
}

function tooLarge(maxBytes: number): AppError {
  const limit = maxBytes >= 1024 * 1024 ? `${Math.floor(maxBytes / 1024 / 1024)} MiB` : `${maxBytes} B`;
  return new AppError(
    'file_too_large',
    {
      zh: `文件超过 ${limit} 的上限，没有读取。请按年份或指标分成几个文件上传。`,
      en: `The file is over the limit of ${limit} and was not read. Split it by year or indicator.`,
    },
    { max_bytes: maxBytes },
  );
}

function missingFile(): AppError {
  return new AppError(
    'bad_parameter',
    { zh: '请用表单字段 file 上传一个文件', en: 'Send one file as the form field “file”' },
    { parameter: 'file', parameters: [{ name: 'file' }] },
  );
}
