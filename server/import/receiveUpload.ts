import { AppError } from '../../core/problem.ts';
import { boundaryOf, parseMultipart } from './multipart.ts';

export type Upload = { fileName: string; bytes: Buffer; fields: Map<string, string> };

const FIELDS = ['profile', 'indicator', 'year', 'encoding'];
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
  const parts = parseMultipart(await readBody(request.body, maxBytes), boundary);

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

async function readBody(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    length += value.byteLength;
    if (length > maxBytes + FORM_OVERHEAD) {
      chunks.length = 0;
      reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
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
