import { randomUUID } from 'node:crypto';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, problemBody, STATUS_OF } from '../core/problem.ts';
import type { Lang } from '../core/region.ts';
import type { Deps } from './deps.ts';

/** The language of a problem: the one asked for, else the browser's, else Chinese. */
export function langOf(c: Context): Lang {
  const asked = c.req.query('lang');
  if (asked === 'en' || asked === 'zh') return asked;
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh';
}

export function problemResponse(c: Context, error: AppError): Response {
  const body = problemBody(error, langOf(c));
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  };
  if (STATUS_OF[error.code] === 503) headers['retry-after'] = '2';
  if (error.code === 'unauthorized') headers['www-authenticate'] = 'Bearer';
  return c.body(JSON.stringify(body), STATUS_OF[error.code], headers);
}

/** Connection failures of either engine, wrapped by drizzle or bare. */
function isDatabaseDown(error: unknown): boolean {
  const codes = [
    'ECONNREFUSED',
    'ECONNRESET',
    'CONNECTION_CLOSED',
    'CONNECTION_ENDED',
    'CONNECT_TIMEOUT',
    'ENOENT',
    '57P01',
  ];
  for (let at = error; at instanceof Error; at = at.cause) {
    if (codes.includes(String((at as Error & { code?: unknown }).code))) return true;
  }
  return false;
}

/** The client gets a number, the log gets the cause. */
export const onError =
  ({ log }: Pick<Deps, 'log'>): ErrorHandler =>
  (error, c) => {
    if (error instanceof AppError) return problemResponse(c, error);
    if (error instanceof HTTPException && error.status < 500) {
      return problemResponse(
        c,
        new AppError('bad_parameter', { zh: '请求的格式不正确', en: 'The request is malformed' }),
      );
    }
    const request_id = randomUUID();
    log({
      level: 'error',
      request_id,
      method: c.req.method,
      path: c.req.path,
      error: String(error),
      stack: error.stack,
    });
    return problemResponse(
      c,
      new AppError(isDatabaseDown(error) ? 'database_unavailable' : 'internal', null, { request_id }),
    );
  };
