import { normalizeName } from './normalizeName.ts';

/** What a column holds. `figures`: numbers of one indicator, year or both, as in wide tables; `ignored`: not read. */
export const COLUMN_ROLES = [
  'region',
  'region_code',
  'year',
  'indicator',
  'value',
  'unit',
  'bound',
  'status',
  'break',
  'note',
  'source',
  'symbol',
  'computed',
  'figures',
  'value_to',
  'target_kind',
  'period',
  'period_from',
  'period_to',
  'wording',
  'modality',
  'locator',
  'confidence',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
/** Columns of files of targets; see `targets/targetColumns.ts`. */
type TargetRole =
  | 'value_to'
  | 'target_kind'
  | 'period'
  | 'period_from'
  | 'period_to'
  | 'wording'
  | 'modality'
  | 'locator'
  | 'confidence';

const HEADERS: Record<Exclude<ColumnRole, 'figures' | TargetRole>, string> = {
  region:
    '地区 省份 省市 省区市 省级 各省 区域 地区名称 省份名称 地区名 行政区 行政区划 行政区划名称 省(区、市) 省(自治区、直辖市) 省、自治区、直辖市 各地区 地域 region province provinces area regionname provincename',
  region_code: '地区代码 行政区划代码 区划代码 省份代码 地区编码 regioncode code',
  year: '年份 年度 年 时间 时期 报告期 统计年度 数据年份 year period time',
  indicator: '指标 指标名称 指标名 指标代码 统计指标 项目 indicator indicatorname variable',
  value: '数值 值 数据 指标值 统计值 数据值 观测值 数 value figure',
  unit: '单位 计量单位 指标单位 unit units',
  bound: '口径 数值口径 限定 bound',
  status: '状态 数据状态 数据性质 数据类型 status',
  break: '断点 序列中断 break',
  note: '备注 说明 注 注释 note notes remark remarks comment',
  symbol: '符号 symbol',
  computed: '计算值 是否计算 computed',
  source: '来源 数据来源 资料来源 source',
  ignored:
    '上年数 lastyear 序号 编号 排名 位次 名次 no no. rank id 页码 locator display name indicator_name region_name name_en',
};

/** Headers that only a file of targets has. */
const TARGET_HEADERS = new Set(
  '目标 目标值 目标年 目标年份 目标年度 规划目标 目标表述 目标口径 target targetvalue targetyear target_year target_kind wording wording_zh'.split(
    ' ',
  ),
);

const ROLE_OF = new Map<string, ColumnRole>();
for (const [role, names] of Object.entries(HEADERS)) {
  for (const name of names.split(' ')) ROLE_OF.set(name, role as ColumnRole);
}

/** The role a header names by a closed list, with a bracketed unit left out (数值（亿元）); null for any other text. */
export function roleOfHeader(header: string): ColumnRole | null {
  const name = normalizeName(header);
  const role = ROLE_OF.get(name) ?? ROLE_OF.get(name.replace(/\([^()]*\)$/u, '')) ?? null;
  return role ?? (isCorner(name) ? 'region' : null);
}

/** 地区/年份 over the region names, as the corner of a table with years across. */
function isCorner(name: string): boolean {
  const sides = name.split(/[\\/|]/).map((side) => ROLE_OF.get(side));
  return sides.length === 2 && sides.includes('region') && (sides.includes('year') || sides.includes('indicator'));
}

/** Does a header name targets (目标年, 目标值（%）, 2025年目标)? `year` is the deadline in it. */
export function targetHeader(header: string): { name: string; year: number | null } | null {
  const whole = normalizeName(header);
  const name = whole.replace(/\([^()]*\)$/u, '');
  if (TARGET_HEADERS.has(name)) return { name, year: yearIn(/\(((?:19|20)\d{2})年?\)$/u.exec(whole)?.[1]) };
  const [, year, rest = ''] = /^((?:19|20)\d{2})年?(?:的|[_-])?(目标|目标值|规划目标)$/u.exec(name) ?? [];
  return year === undefined ? null : { name: rest, year: yearIn(year) };
}

function yearIn(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
