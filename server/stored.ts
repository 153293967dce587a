import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Deps } from './deps.ts';
import type { Moment } from './snapshots.ts';

/** What a read handler finds in its context. */
export type ReadEnv = { Variables: { moment: Moment } };

type Encoding = 'br' | 'gzip' | 'identity';
/** A body ready to be sent: its bytes and all its headers. */
type Ready = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> };
type Stored = {
  /** The ETag without the encoding. */
  id: string;
  headers: Record<string, string>;
  ready: Partial<Record<Encoding, Ready>>;
  plain: Uint8Array<ArrayBuffer>;
};

const LEAST_TO_COMPRESS = 1_024;
/** A third of the time of the level above for a tenth more bytes. */
const BROTLI_QUALITY = 4;
const KEEP_BYTES = 64 * 1024 * 1024;
const KEEP_ADDRESSES = 4_000;
const KEPT_HEADERS = ['content-type', 'content-disposition'];

/** Parameters in one order, so that two spellings of one question share an answer. */
function normalised(url: string): { path: string; query: string; asOf: string | undefined } {
  const { pathname, search, searchParams } = new URL(url);
  // As written, not decoded: what is not UTF-8 would otherwise fall together with other such texts.
  const query = search.slice(1).split('&').toSorted().join('&');
  return { path: pathname, query, asOf: searchParams.get('as_of') ?? undefined };
}

function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  if (/\bbr\b/.test(header)) return 'br';
  return /\bgzip\b/.test(header) ? 'gzip' : 'identity';
}

function compressed(stored: Stored, wanted: Encoding): [Uint8Array<ArrayBuffer>, Encoding] {
  const { plain } = stored;
  const compressible = /json|csv|svg|text/.test(stored.headers['content-type'] ?? '');
  if (wanted === 'identity' || !compressible || plain.byteLength < LEAST_TO_COMPRESS) return [plain, 'identity'];
  return wanted === 'br'
    ? [
        new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })),
        'br',
      ]
    : [new Uint8Array(gzipSync(plain)), 'gzip'];
}

function readyIn(stored: Stored, wanted: Encoding): Ready {
  const kept = stored.ready[wanted];
  if (kept !== undefined) return kept;
  const [body, encoding] = compressed(stored, wanted);
  const made = {
    body,
    headers: {
      ...stored.headers,
      etag: `"${stored.id}${encoding === 'identity' ? '' : `-${encoding}`}"`,
      'content-length': String(body.byteLength),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  };
  stored.ready[wanted] = made;
  return made;
}

/** Counted in bytes with every compressed form that may yet be made. */
const sizeOf = ({ plain }: Stored) => Math.max(1, plain.byteLength * 2);

/** True when the client already has this answer: weak and strong, in whatever encoding it got it. */
function has(ifNoneMatch: string | undefined, id: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === '*' || ifNoneMatch.includes(id));
}

/**
 * Reads answer from here: the answer to a question is made once for each data version, kept with its ETag and its
 * compressed forms, and given again as bytes. The ETag is of (normalised query, data version, day, program version)
 * and the encoding: a target's state depends on the day. Puts the moment that is asked for into the context.
 */
export function stored({
  snapshots,
  programVersion,
  now,
}: Pick<Deps, 'snapshots' | 'programVersion' | 'now'>): MiddlewareHandler<ReadEnv> {
  const answers = new LRUCache<string, Stored>({ maxSize: KEEP_BYTES, sizeCalculation: sizeOf });
  // Addresses as they were written, for the current data: spares the parsing of a question that was just asked.
  const addresses = new LRUCache<string, string>({ max: KEEP_ADDRESSES });
  let version = '';

  function give(request: { header: (name: string) => string | undefined }, answer: Stored): Response {
    const encoding = acceptedEncoding(request.header('accept-encoding'));
    if (has(request.header('if-none-match'), answer.id)) {
      const { 'content-type': _type, 'content-disposition': _name, ...headers } = answer.headers;
      return new Response(null, {
        status: 304,
        headers: { ...headers, etag: readyIn(answer, encoding).headers['etag'] ?? '' },
      });
    }
    const { body, headers } = readyIn(answer, encoding);
    return new Response(body, { headers });
  }

  async function keep(key: string, response: Response, cacheControl: string): Promise<Stored> {
    const headers: Record<string, string> = {
      'access-control-allow-origin': '*',
      'cache-control': cacheControl,
      vary: 'accept-encoding',
    };
    for (const name of KEPT_HEADERS) {
      const value = response.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    const id = createHash('sha256').update(`${key}|${programVersion}`).digest('base64url').slice(0, 27);
    const answer = { id, headers, ready: {}, plain: new Uint8Array(await response.arrayBuffer()) };
    answers.set(key, answer);
    return answer;
  }

  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const { url } = c.req;
    const latest = snapshots.moment(undefined);
    const current = latest instanceof Promise ? await latest : latest;
    if (version !== current.dataset.version + current.day) {
      addresses.clear();
      version = current.dataset.version + current.day;
    }
    const address = addresses.get(url);
    const known = address === undefined ? undefined : answers.get(address);
    if (known !== undefined) return give(c.req, known);

    const { path, query, asOf } = normalised(url);
    const moment = asOf === undefined ? current : await snapshots.moment(asOf);
    const key = `${path}?${query}|${moment.dataset.version}|${moment.day}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      c.set('moment', moment);
      await next();
      if (c.res.status !== 200) return undefined;
      // What was known on a day that is over cannot change any more.
      const settled = moment.at !== null && new Date(moment.at) < now();
      answer = await keep(key, c.res, settled ? 'public, max-age=86400' : 'public, max-age=0, must-revalidate');
      c.res = undefined;
    }
    // The data may have moved on while the answer was made.
    if (asOf === undefined && version === moment.dataset.version + moment.day) addresses.set(url, key);
    const response = give(c.req, answer);
    c.res = response;
    return response;
  };
}
