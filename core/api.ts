/** The requests of the API: what is asked, checked once at the edge. Unknown parameters are refused (strict objects). */
import { z } from 'zod';
import { MEASURES } from './answers.ts';
import { FIRST_KEPT, LAST_YEAR } from './csv/year.ts';

export const LangParam = z.enum(['zh', 'en']).default('zh');
export const AcknowledgeParam = z.enum(['definitions_differ']).optional();

/** Query parameters are text; a number is written plainly. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

export const YearParam = wholeNumber(1900, 2100);
export const RegionParam = z.string().regex(/^\d{6}$/);
export const IndicatorParam = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/);
const FlagParam = z.enum(['0', '1']).transform((flag) => flag === '1');

/** Every read takes these; `bom` concerns the CSV twin only. */
export const CommonQuery = z.strictObject({
  lang: LangParam,
  as_of: z.string().optional(),
  bom: FlagParam.default(true),
});

export const IndicatorsQuery = CommonQuery.extend({
  theme: z.string().max(60).optional(),
  featured: FlagParam.optional(),
  q: z.string().trim().max(60).optional(),
});

export const ObservationsQuery = CommonQuery.extend({
  indicator: IndicatorParam.optional(),
  region: RegionParam.optional(),
  year: YearParam.optional(),
  from: YearParam.optional(),
  to: YearParam.optional(),
});

export const TargetsQuery = CommonQuery.extend({
  indicator: IndicatorParam.optional(),
  region: RegionParam.optional(),
  year: YearParam.optional(),
  derivation: FlagParam.default(false),
});

export const GroupParam = z
  .string()
  .max(400)
  .regex(/^(all|(macro|zone|strategy):.+|list:\d{6}(,\d{6})*)$/u)
  .default('all');

export const RankingsQuery = CommonQuery.extend({
  indicator: IndicatorParam,
  year: YearParam.optional(),
  measure: z.enum(MEASURES).default('value'),
  group: GroupParam,
  acknowledge: AcknowledgeParam,
});

export const RoadmapsQuery = CommonQuery.extend({
  region: RegionParam.optional(),
  theme: z.string().max(60).optional(),
  q: z.string().trim().max(60).optional(),
});

export const RegionQuery = CommonQuery.extend({ region: RegionParam.optional() });

export const ReleaseQuery = CommonQuery.extend({
  offset: wholeNumber(0, 10_000_000).default(0),
  limit: wholeNumber(1, 10_000).default(1_000),
});

/** The years a file can name; see `parseYear`. */
export const YearOfForm = wholeNumber(FIRST_KEPT, LAST_YEAR);
const MOST_INDICATORS_OF_FORM = 100;

export const TemplateQuery = CommonQuery.extend({
  indicators: z
    .string()
    .max(10_000)
    .transform((list) => list.split(','))
    .pipe(z.array(IndicatorParam).max(MOST_INDICATORS_OF_FORM))
    .optional(),
});
