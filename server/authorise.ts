import { timingSafeEqual } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../core/problem.ts';
import type { Deps } from './deps.ts';

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Lets a request through that carries the admin token. Throws `unauthorized` without one, `forbidden` with a wrong one. */
export const authorise = ({ adminToken }: Pick<Deps, 'adminToken'>) =>
  createMiddleware(async (c, next) => {
    const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) {
      throw new AppError('unauthorized', {
        zh: '写入需要令牌：请在请求头 Authorization 中给出 Bearer 令牌（见数据目录中的 admin-token 文件）',
        en: 'Writing needs a token: send it as Authorization: Bearer … (see the file admin-token in the data folder)',
      });
    }
    if (!same(token, adminToken)) {
      throw new AppError('forbidden', { zh: '令牌不正确', en: 'The token is not the right one' });
    }
    await next();
  });
