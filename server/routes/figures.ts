import { Hono } from 'hono';
import { ObservationsQuery, RankingsQuery, TargetsQuery } from '../../core/api.ts';
import type { ObservationAnswer, TargetAnswer } from '../../core/answers.ts';
import { targetAnswers } from '../../core/judge/targetView.ts';
import { checkRegion, observationAnswers } from '../../core/views/observations.ts';
import { indicatorOf, rankingAnswer } from '../../core/views/ranking.ts';
import { csvAnswer, fields } from '../csvAnswer.ts';
import { rankingCsv } from '../rankingCsv.ts';
import type { Dataset } from '../../core/dataset.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';

const OBSERVATION = [
  ...fields<ObservationAnswer>('region', 'indicator', 'year'),
  ['value', (row: ObservationAnswer) => (row.text === null ? null : { number: row.text })] as const,
  ...fields<ObservationAnswer>(
    'symbol',
    'bound',
    'status',
    'break',
    'computed',
    'source',
    'locator',
    'note',
    'release',
    'valid_from',
  ),
].map(([name, cell]) => [name, cell] as [string, typeof cell]);

const TARGET = fields<TargetAnswer>(
  'region',
  'region_name',
  'indicator',
  'indicator_name',
  'year',
  'value',
  'value_to',
  'unit',
  'bound',
  'target_kind',
  'period_from',
  'period_to',
  'modality',
  'wording',
  'source',
  'source_title',
  'locator',
  'confidence',
  'note',
  'release',
  'valid_from',
  'preferred',
  'status',
  'reason',
  'sentence',
);

/** Throws `not_found` for ids that are not in the dictionaries. */
function checkIds(
  dataset: Dataset,
  { indicator, region }: { indicator?: string | undefined; region?: string | undefined },
) {
  if (indicator !== undefined) indicatorOf(dataset, indicator);
  checkRegion(dataset, region);
}

/** Observations, targets and rankings, each with its CSV twin. */
export const figures = () =>
  new Hono<ReadEnv>()
    .get('/observations', validate('query', ObservationsQuery), (c) =>
      c.json({ observations: observationAnswers(c.var.moment.dataset, c.req.valid('query')) }, 200),
    )
    .get('/observations.csv', validate('query', ObservationsQuery), (c) => {
      const query = c.req.valid('query');
      const rows = observationAnswers(c.var.moment.dataset, query);
      return csvAnswer(c, { rows, columns: OBSERVATION, bom: query.bom, fileName: '观测值.csv' });
    })
    .get('/targets', validate('query', TargetsQuery), (c) => {
      const { dataset, day } = c.var.moment;
      checkIds(dataset, c.req.valid('query'));
      return c.json({ targets: targetAnswers(dataset, { ...c.req.valid('query'), day }) }, 200);
    })
    .get('/targets.csv', validate('query', TargetsQuery), (c) => {
      const { dataset, day } = c.var.moment;
      const query = c.req.valid('query');
      checkIds(dataset, query);
      const rows = targetAnswers(dataset, { ...query, day });
      return csvAnswer(c, { rows, columns: TARGET, bom: query.bom, fileName: '目标.csv' });
    })
    .get('/rankings', validate('query', RankingsQuery), (c) =>
      c.json(rankingAnswer(c.var.moment.dataset, c.req.valid('query'), c.var.moment), 200),
    )
    .get('/rankings.csv', validate('query', RankingsQuery), (c) => {
      const query = c.req.valid('query');
      const answer = rankingAnswer(c.var.moment.dataset, query, c.var.moment);
      const fileName = `${answer.name}_${String(answer.year ?? '')}.csv`;
      return rankingCsv(c, answer, { bom: query.bom, fileName });
    });
