/** The request for a picture, of a map or of a ranking: checked once at the edge. Source: API contract, "Map parameters". */
import { z } from 'zod';
import { AcknowledgeParam, CommonQuery, GroupParam, RegionParam, wholeNumber, YearParam } from './api.ts';
import { MEASURES } from './answers.ts';
import { PALETTE_CLASSES, PALETTES } from './map/palette.ts';
import { CLASS_METHODS, LABEL_MODES } from './map/view.ts';

/** Width and height in pixels. Source: workflows, "Frame". */
export const SIZES = {
  landscape: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  wechat: { width: 900, height: 383 },
  print: { width: 2400, height: 1350 },
} as const;

const LIMITS = { width: [480, 4000], height: [320, 4000], aspect: [0.4, 2.5], pixels: 12_000_000 } as const;
const MOST_BREAKS = 6;
const DIVERGING_CLASSES = [4, 6];

const DECIMAL = '-?\\d{1,12}(?:\\.\\d{1,6})?';
const decimal = new RegExp(`^${DECIMAL}$`);
const decimalList = new RegExp(`^${DECIMAL}(,${DECIMAL}){0,${String(MOST_BREAKS - 1)}}$`);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** Words of the reader's own: counted in characters, one line, without control characters. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => [...text].length <= most, { message: `at most ${String(most)} characters` })
    .refine((text) => !/\p{C}/u.test(text), { message: 'no control characters' });

const fields = CommonQuery.extend({
  year: YearParam.optional(),
  measure: z.enum(MEASURES).default('value'),
  group: GroupParam,
  acknowledge: AcknowledgeParam,
  method: z.enum(CLASS_METHODS).optional(),
  k: wholeNumber(3, 7).optional(),
  breaks: z
    .string()
    .regex(decimalList)
    .transform((text) => text.split(','))
    .optional(),
  diverging: z.union([z.enum(['national', 'median', 'target']), z.string().regex(decimal)]).optional(),
  palette: z.enum(PALETTES).optional(),
  labels: z.enum(LABEL_MODES).default('name'),
  lock: flag.default(false),
  isolate: flag.default(false),
  highlight: RegionParam.optional(),
  title: words(60).optional(),
  subtitle: words(80).optional(),
  note: words(120).optional(),
  size: z.enum(Object.keys(SIZES) as [keyof typeof SIZES]).optional(),
  w: wholeNumber(...LIMITS.width).optional(),
  h: wholeNumber(...LIMITS.height).optional(),
  scale: wholeNumber(1, 2).default(1),
  theme: z.enum(['light', 'dark']).default('light'),
  plain: flag.default(false),
  inset: flag.optional(),
});

type Fields = z.infer<typeof fields>;

/** The size asked for: a preset, or w and h, of which one alone takes the proportions of the landscape preset. */
function sizeOf({ size, w, h }: Pick<Fields, 'size' | 'w' | 'h'>): { width: number; height: number } {
  if (w === undefined && h === undefined) return SIZES[size ?? 'landscape'];
  const { width, height } = SIZES.landscape;
  return {
    width: w ?? Math.round((h! * width) / height),
    height: h ?? Math.round((w! * height) / width),
  };
}

/** What is wrong with the parameters taken together: [parameter, what is wanted]. */
function contradictions(query: Fields): [keyof Fields, string][] {
  const found: [keyof Fields, string][] = [];
  const given = (name: keyof Fields) => query[name] !== undefined;
  if (given('size') && (given('w') || given('h'))) found.push(['size', 'either size or w and h']);
  const { width, height } = sizeOf(query);
  const side = given('w') ? 'w' : 'h';
  const aspect = width / height;
  if (aspect < LIMITS.aspect[0] || aspect > LIMITS.aspect[1]) found.push([side, 'w / h from 0.4 to 2.5']);
  if (given('w') !== given('h') && (height < LIMITS.height[0] || width < LIMITS.width[0] || width > LIMITS.width[1])) {
    found.push([side, 'the other side would be out of its limits']);
  }
  if (width * height * query.scale ** 2 > LIMITS.pixels) {
    found.push([query.scale > 1 ? 'scale' : side, 'at most 12 million pixels, counting scale']);
  }
  if (given('breaks') && given('method') && query.method !== 'manual')
    found.push(['breaks', 'only with method=manual']);
  if (query.method === 'manual' && !given('breaks')) found.push(['breaks', 'needed for method=manual']);
  const diverging = given('diverging');
  if (diverging && (given('method') || given('breaks')))
    found.push(['diverging', 'not together with method or breaks']);
  if (diverging && query.k !== undefined && !DIVERGING_CLASSES.includes(query.k))
    found.push(['k', '4 or 6 when diverging']);
  if (query.palette !== undefined) {
    const palette = PALETTE_CLASSES[query.palette];
    const classes = query.breaks === undefined ? (query.k ?? 0) : query.breaks.length + 1;
    if (palette.diverging !== diverging) found.push(['palette', diverging ? 'puor or rdbu' : 'ylgnbu or viridis']);
    else if (classes > palette.most) found.push(['palette', `at most ${String(palette.most)} classes`]);
  }
  return found;
}

export const PictureQuery = fields
  .superRefine((query, context) => {
    for (const [name, message] of contradictions(query)) context.addIssue({ code: 'custom', path: [name], message });
  })
  .transform((query) => ({ ...query, ...sizeOf(query) }));

export type PictureRequest = z.infer<typeof PictureQuery>;

export const PICTURE_FORMATS = ['svg', 'png', 'csv', 'json', 'alt.txt'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
