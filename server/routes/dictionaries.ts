import { Hono } from 'hono';
import { CommonQuery, RegionQuery, RoadmapsQuery } from '../../core/api.ts';
import type { MilestoneAnswer, RegionAnswer, RoadmapAnswer, SourceAnswer } from '../../core/answers.ts';
import {
  groupAnswers,
  milestoneAnswers,
  regionAnswers,
  roadmapAnswers,
  sourceAnswer,
  themeAnswers,
} from '../../core/views/dictionaries.ts';
import { missingAnswers } from '../../core/views/missing.ts';
import { checkRegion } from '../../core/views/observations.ts';
import { csvAnswer, fields } from '../csvAnswer.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';

const common = validate('query', CommonQuery);

const REGION = fields<RegionAnswer>(
  'region',
  'name',
  'short',
  'name_en',
  'level',
  'macro_region',
  'economic_zone',
  'has_data',
);
const SOURCE = fields<SourceAnswer>('source', 'title', 'publisher', 'published', 'kind', 'via', 'note');
const ROADMAP = fields<RoadmapAnswer>(
  'region',
  'region_name',
  'year',
  'headline',
  'position',
  'summary',
  'themes',
  'source',
  'locator',
);
const MILESTONE = fields<MilestoneAnswer>('source', 'action_no', 'action', 'year', 'goal', 'figures');

/** Regions, themes, groups, sources, roadmaps, milestones: the dictionaries and documents, each with its CSV twin. */
export const dictionaries = () =>
  new Hono<ReadEnv>()
    .get('/regions', common, (c) =>
      c.json({ regions: regionAnswers(c.var.moment.dataset, c.req.valid('query').lang) }, 200),
    )
    .get('/regions.csv', common, (c) =>
      csvAnswer(c, {
        rows: regionAnswers(c.var.moment.dataset, c.req.valid('query').lang),
        columns: REGION,
        bom: c.req.valid('query').bom,
        fileName: '地区.csv',
      }),
    )
    .get('/themes', common, (c) =>
      c.json({ themes: themeAnswers(c.var.moment.dataset, c.req.valid('query').lang) }, 200),
    )
    .get('/themes.csv', common, (c) => {
      const { lang, bom } = c.req.valid('query');
      const rows = themeAnswers(c.var.moment.dataset, lang);
      return csvAnswer(c, { rows, columns: fields('theme', 'name_zh', 'name_en'), bom, fileName: '主题.csv' });
    })
    .get('/groups', common, (c) =>
      c.json({ groups: groupAnswers(c.var.moment.dataset, c.req.valid('query').lang) }, 200),
    )
    .get('/groups.csv', common, (c) => {
      const { lang, bom } = c.req.valid('query');
      const rows = groupAnswers(c.var.moment.dataset, lang);
      return csvAnswer(c, {
        rows,
        columns: fields('group', 'name_zh', 'name_en', 'members'),
        bom,
        fileName: '分组.csv',
      });
    })
    .get('/sources', common, (c) => c.json({ sources: c.var.moment.dataset.sources.map(sourceAnswer) }, 200))
    .get('/sources.csv', common, (c) =>
      csvAnswer(c, {
        rows: c.var.moment.dataset.sources.map(sourceAnswer),
        columns: SOURCE,
        bom: c.req.valid('query').bom,
        fileName: '来源.csv',
      }),
    )
    .get('/roadmaps', validate('query', RoadmapsQuery), (c) => {
      const query = c.req.valid('query');
      checkRegion(c.var.moment.dataset, query.region);
      return c.json({ roadmaps: roadmapAnswers(c.var.moment.dataset, query) }, 200);
    })
    .get('/roadmaps.csv', validate('query', RoadmapsQuery), (c) => {
      const query = c.req.valid('query');
      checkRegion(c.var.moment.dataset, query.region);
      const rows = roadmapAnswers(c.var.moment.dataset, query);
      return csvAnswer(c, { rows, columns: ROADMAP, bom: query.bom, fileName: '路线图举措.csv' });
    })
    .get('/milestones', common, (c) => c.json({ milestones: milestoneAnswers(c.var.moment.dataset) }, 200))
    .get('/milestones.csv', common, (c) =>
      csvAnswer(c, {
        rows: milestoneAnswers(c.var.moment.dataset),
        columns: MILESTONE,
        bom: c.req.valid('query').bom,
        fileName: '行动目标.csv',
      }),
    )
    .get('/missing', validate('query', RegionQuery), (c) => {
      const { dataset, day } = c.var.moment;
      return c.json({ missing: missingAnswers(dataset, { ...c.req.valid('query'), day }) }, 200);
    })
    .get('/missing.csv', validate('query', RegionQuery), (c) => {
      const { dataset, day } = c.var.moment;
      const query = c.req.valid('query');
      return csvAnswer(c, {
        rows: missingAnswers(dataset, { ...query, day }),
        columns: fields(
          'region',
          'region_name',
          'indicator',
          'indicator_name',
          'year',
          'unit',
          'asked_by',
          'source',
          'locator',
          'wording',
        ),
        bom: query.bom,
        fileName: '待补数据.csv',
      });
    })
    .get('/templates/targets.csv', validate('query', RegionQuery), (c) => {
      const { dataset, day } = c.var.moment;
      const query = c.req.valid('query');
      const zh = query.lang === 'zh';
      return csvAnswer(c, {
        rows: missingAnswers(dataset, { ...query, day }),
        columns: [
          [zh ? '年份' : 'year', (row) => row.year],
          [zh ? '地区' : 'region', (row) => row.region_name],
          [zh ? '指标' : 'indicator', (row) => row.indicator_name],
          [zh ? '数值' : 'value', () => null],
          [zh ? '单位' : 'unit', (row) => row.unit],
          [zh ? '备注' : 'note', () => null],
        ],
        bom: query.bom,
        fileName: '待补数据模板.csv',
      });
    });
