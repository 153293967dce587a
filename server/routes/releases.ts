import { Hono } from 'hono';
import { z } from 'zod';
import { CommonQuery, ReleaseQuery, wholeNumber } from '../../core/api.ts';
import type { ReleaseAnswer } from '../../core/answers.ts';
import { csvAnswer, fields } from '../csvAnswer.ts';
import { listReleases } from '../db/queries/releases.ts';
import type { Deps } from '../deps.ts';
import { getRelease } from '../services/getRelease.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';

const COLUMNS = fields<ReleaseAnswer>(
  'release',
  'label',
  'reason',
  'kind',
  'state',
  'reverts',
  'file_name',
  'sha256',
  'encoding',
  'created_by',
  'created_at',
);
const ReleaseParam = z.object({ release: wholeNumber(1, 999_999_999) });

/** The public revision log: releases, and each one's changes cell by cell. */
export const releases = ({ database }: Pick<Deps, 'database'>) =>
  new Hono<ReadEnv>()
    .get('/releases', validate('query', CommonQuery), async (c) =>
      c.json(
        { releases: await listReleases(database.db, { at: c.var.moment.at, lang: c.req.valid('query').lang }) },
        200,
      ),
    )
    .get('/releases.csv', validate('query', CommonQuery), async (c) => {
      const { lang, bom } = c.req.valid('query');
      const rows = await listReleases(database.db, { at: c.var.moment.at, lang });
      return csvAnswer(c, { rows, columns: COLUMNS, bom, fileName: '发布批次.csv' });
    })
    .get('/releases/:release', validate('param', ReleaseParam), validate('query', ReleaseQuery), async (c) => {
      const { release } = c.req.valid('param');
      const { offset, limit, lang } = c.req.valid('query');
      const { dataset, at } = c.var.moment;
      return c.json(await getRelease(database.db, dataset, { release, at, offset, limit, lang }), 200);
    });
