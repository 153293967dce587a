import { AppError } from '../../core/problem.ts';

export type Part = { name: string; fileName: string | null; bytes: Buffer };

const HEADER_END = Buffer.from('\r\n\r\n');

function malformed(): AppError {
  return new AppError('bad_parameter', {
    zh: '上传的内容不是完整的 multipart/form-data 表单',
    en: 'The body is not a complete multipart/form-data form',
  });
}

/** The boundary a content type names, or null when it is no form. */
export function boundaryOf(contentType: string | null): string | null {
  if (!/^multipart\/form-data\b/i.test(contentType ?? '')) return null;
  const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * The parts of a form as views into `body`: nothing is copied, so that a large file is in memory once.
 * Throws AppError `bad_parameter` for a body that ends early. Source: RFC 7578.
 */
export function parseMultipart(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const between = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(delimiter);
  if (at < 0) throw malformed();
  at += delimiter.length;
  while (body.toString('latin1', at, at + 2) !== '--') {
    const headerEnd = body.indexOf(HEADER_END, at);
    const end = headerEnd < 0 ? -1 : body.indexOf(between, headerEnd + HEADER_END.length - 2);
    if (end < 0) throw malformed();
    const part = describe(body.toString('utf8', at, headerEnd));
    const start = headerEnd + HEADER_END.length;
    parts.push({ ...part, bytes: body.subarray(start, Math.max(start, end)) });
    at = end + between.length;
  }
  return parts;
}

function describe(headers: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  const encoded = /;\s*filename\*=utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return { name, fileName: encoded === undefined ? (plain ?? null) : unescaped(encoded) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
