import { Hono } from 'hono';
import { z } from 'zod';
import { wholeNumber } from '../../core/api.ts';
import { LangQuery, RevertBody } from '../../core/csv/importRequests.ts';
import { authorise } from '../authorise.ts';
import type { Deps } from '../deps.ts';
import { revertRelease } from '../services/revertRelease.ts';
import { validate } from '../validate.ts';

const ReleaseParam = z.object({ release: wholeNumber(1, 999_999_999) });

/** Taking a release back. */
export const reverts = (deps: Deps) =>
  new Hono().post(
    '/releases/:release/revert',
    authorise(deps),
    validate('param', ReleaseParam),
    validate('query', LangQuery),
    validate('json', RevertBody),
    async (c) => {
      const { release } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      return c.json(await revertRelease(deps, { release, reason: reason ?? null }), 201, {
        'cache-control': 'no-store',
      });
    },
  );
