import { Hono } from 'hono';
import { CommonQuery, IndicatorsQuery } from '../../core/api.ts';
import type { IndicatorAnswer } from '../../core/answers.ts';
import { indicatorAnswers, indicatorDetail } from '../../core/views/indicators.ts';
import { indicatorOf } from '../../core/views/ranking.ts';
import { csvAnswer, fields } from '../csvAnswer.ts';
import { revisionStatistics } from '../db/queries/revisions.ts';
import type { Deps } from '../deps.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';

const COLUMNS = fields<IndicatorAnswer>(
  'indicator',
  'name_zh',
  'name_en',
  'unit',
  'direction',
  'theme',
  'kind',
  'formula',
  'comparable',
  'additive',
  'featured',
  'decimals',
  'years',
  'target_years',
);

export const indicators = ({ database }: Pick<Deps, 'database'>) =>
  new Hono<ReadEnv>()
    .get('/indicators', validate('query', IndicatorsQuery), (c) => {
      const { dataset, day } = c.var.moment;
      return c.json({ indicators: indicatorAnswers(dataset, { ...c.req.valid('query'), day }) }, 200);
    })
    .get('/indicators.csv', validate('query', IndicatorsQuery), (c) => {
      const { dataset, day } = c.var.moment;
      const query = c.req.valid('query');
      const rows = indicatorAnswers(dataset, { ...query, day });
      return csvAnswer(c, { rows, columns: COLUMNS, bom: query.bom, fileName: '指标.csv' });
    })
    .get('/indicators/:indicator', validate('query', CommonQuery), async (c) => {
      const { dataset, day, at } = c.var.moment;
      const { indicator } = indicatorOf(dataset, c.req.param('indicator'));
      const revisions = await revisionStatistics(database.db, { indicator, at });
      return c.json(indicatorDetail(dataset, indicator, { lang: c.req.valid('query').lang, day }, revisions), 200);
    });
