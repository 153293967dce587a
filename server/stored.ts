import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Deps } from './deps.ts';
import type { Moment } from './snapshots.ts';

/** What a read handler finds in its context. */
export type ReadEnv = { Variables: { moment: Moment } };

type Encoding = 'br' | 'gzip' | 'identity';
type Stored = {
  bodies: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>;
  headers: Record<string, string>;
  etag: string;
};

const LEAST_TO_COMPRESS = 1_024;
const KEEP_BYTES = 64 * 1024 * 1024;
const KEPT_HEADERS = ['content-type', 'content-disposition', 'vary'];

/** Parameters in one order, so that two spellings of one question share an answer. */
function normalised(url: string): { path: string; query: string; asOf: string | undefined } {
  const { pathname, searchParams } = new URL(url);
  searchParams.sort();
  return { path: pathname, query: searchParams.toString(), asOf: searchParams.get('as_of') ?? undefined };
}

function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  if (/\bbr\b/.test(header)) return 'br';
  return /\bgzip\b/.test(header) ? 'gzip' : 'identity';
}

function bodyIn(stored: Stored, wanted: Encoding): [Uint8Array<ArrayBuffer>, Encoding] {
  const plain = stored.bodies.identity ?? new Uint8Array();
  const compressible = /json|csv|svg|text/.test(stored.headers['content-type'] ?? '');
  if (wanted === 'identity' || !compressible || plain.byteLength < LEAST_TO_COMPRESS) return [plain, 'identity'];
  const body = (stored.bodies[wanted] ??= new Uint8Array(
    wanted === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : gzipSync(plain),
  ));
  return [body, wanted];
}

function respond(stored: Stored, acceptEncoding: string | undefined): Response {
  const [body, encoding] = bodyIn(stored, acceptedEncoding(acceptEncoding));
  return new Response(body, {
    headers: {
      ...stored.headers,
      'access-control-allow-origin': '*',
      etag: stored.etag,
      'content-length': String(body.byteLength),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  });
}

/**
 * Reads answer from here: the answer to a question is made once for each data version, kept with its ETag and its
 * compressed forms, and given again as bytes. The ETag is of (normalised query, data version, day, program version):
 * a target's state depends on the day. Puts the moment that is asked for into the context.
 */
export function stored(deps: Pick<Deps, 'snapshots' | 'programVersion'>): MiddlewareHandler<ReadEnv> {
  const answers = new LRUCache<string, Stored>({
    maxSize: KEEP_BYTES,
    sizeCalculation: (answer) => Math.max(1, (answer.bodies.identity?.byteLength ?? 0) * 2),
  });
  return async (c, next) => {
    const { path, query, asOf } = normalised(c.req.url);
    const moment = await deps.snapshots.moment(asOf);
    const key = `${path}?${query}|${moment.dataset.version}|${moment.day}`;
    let answer = answers.get(key);
    const etag =
      answer?.etag ??
      `"${createHash('sha256').update(`${key}|${deps.programVersion}`).digest('base64url').slice(0, 27)}"`;
    const cacheControl = asOf === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=86400';
    if (answer !== undefined && (c.req.header('if-none-match') ?? '').includes(etag)) {
      return new Response(null, {
        status: 304,
        headers: { etag, 'cache-control': cacheControl, vary: 'accept-encoding' },
      });
    }
    if (answer === undefined) {
      c.set('moment', moment);
      await next();
      if (c.res.status !== 200) return undefined;
      const headers: Record<string, string> = { 'cache-control': cacheControl, vary: 'accept-encoding' };
      for (const name of KEPT_HEADERS) {
        const value = c.res.headers.get(name);
        if (value !== null) headers[name] = value;
      }
      answer = { bodies: { identity: new Uint8Array(await c.res.arrayBuffer()) }, headers, etag };
      answers.set(key, answer);
      if ((c.req.header('if-none-match') ?? '').includes(etag)) {
        c.res = undefined;
        c.res = new Response(null, {
          status: 304,
          headers: { etag, 'cache-control': cacheControl, vary: 'accept-encoding' },
        });
        return undefined;
      }
      c.res = undefined;
    }
    const response = respond(answer, c.req.header('accept-encoding'));
    c.res = response;
    return response;
  };
}
