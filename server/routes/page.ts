import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { Deps } from '../deps.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const CSP =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

type File = {
  type: string;
  plain: Uint8Array<ArrayBuffer>;
  br: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
};

/** The built page and its assets from memory, compressed once. Every address without a file is the page: the URL owns the state. */
export function page({ webDir, env }: Pick<Deps, 'webDir' | 'env'>) {
  const hidden = env.leaveOut.includes('map') ? /map-pack/ : null;
  const files = new Map<string, File | null>();

  function load(path: string): File | null {
    if (webDir === null || hidden?.test(path) === true) return null;
    const kept = files.get(path);
    if (kept !== undefined) return kept;
    const full = normalize(join(webDir, path));
    const inside = full.startsWith(webDir + sep);
    const type = TYPES[extname(full)];
    if (!inside || type === undefined || !existsSync(full)) return null;
    const plain = new Uint8Array(readFileSync(full));
    const file = {
      type,
      plain,
      br: new Uint8Array(brotliCompressSync(plain)),
      gzip: new Uint8Array(gzipSync(plain)),
    };
    files.set(path, file);
    return file;
  }

  return new Hono().get('*', async (c, next) => {
    const { path } = c.req;
    const isPage = extname(path) === '' && !/^\/(api|maps|charts|embed)\//.test(path);
    const file = load(isPage ? '/index.html' : path);
    if (file === null) return next();
    const accepts = c.req.header('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
    return c.body(encoding === null ? file.plain : file[encoding], 200, {
      'content-type': file.type,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...(isPage ? { 'content-security-policy': CSP, 'referrer-policy': 'same-origin' } : {}),
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    });
  });
}
