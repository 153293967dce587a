import { targetHeader, type ColumnRole } from '../columnRole.ts';
import type { Roles } from '../columns.ts';
import type { HeaderColumn } from '../header.ts';
import { normalizeName } from '../normalizeName.ts';
import type { ImportMapping, Reading } from '../reading.ts';

/** Names that mean something else, or nothing, in a file of statistics. */
const HEADERS: Partial<Record<ColumnRole, string>> = {
  year: '目标年 目标年份 目标年度 达标年份 完成年份 targetyear target_year deadline',
  value: '目标 目标值 规划目标 目标数 target targetvalue target_value',
  value_to: '目标上限 上限 value_to target_to',
  bound: '目标口径',
  target_kind: '目标类型 类型 target_kind targetkind kind',
  period: '规划期 规划期间 规划期限 期间 period planperiod',
  period_from: '规划期起 起始年 规划起始年 period_from',
  period_to: '规划期止 终止年 规划终止年 period_to',
  wording: '措辞 原文 原文措辞 原文表述 目标表述 表述 wording wording_zh',
  modality: '力争 语气 modality',
  source: '文件 文件名 文件名称 来源文件 规划文件 出处 document title',
  locator: '页码 页 所在页 locator page pages',
  confidence: '可信度 confidence',
  ignored: 'status reason preferred source_title sentence release valid_from display',
};

const ROLE_OF = new Map<string, ColumnRole>();
for (const [role, names] of Object.entries(HEADERS)) {
  for (const name of names.split(' ')) ROLE_OF.set(name, role as ColumnRole);
}

/** Gives the columns of a file of targets their roles. A column named for targets goes before one that only might be. */
export function nameTargetColumns(columns: readonly HeaderColumn[]): void {
  const own = new Set<ColumnRole>();
  for (const column of columns) {
    const name = normalizeName(column.name);
    const target = targetHeader(column.name);
    const role = ROLE_OF.get(name) ?? ROLE_OF.get(target?.name ?? name.replace(/\([^()]*\)$/u, '')) ?? null;
    if (role === null) continue;
    Object.assign(column, {
      role,
      year: role === 'value' ? (target?.year ?? null) : null,
      indicator: null,
      near: false,
    });
    own.add(role);
  }
  for (const column of columns) {
    const isOwn = ROLE_OF.has(normalizeName(column.name));
    if (column.role === 'year' && own.has('year') && !isOwn) column.role = 'ignored';
    if (column.role === 'source' && own.has('source') && !isOwn) column.role = 'ignored';
    // Figures of statistics between targets belong to another file.
    if (column.role === 'figures') column.role = 'ignored';
  }
}

/** Reason why the header is no header of targets, or null. The document and the deadline are part of a target's key. */
export function whatTargetsLack(roles: Roles, whole: Reading['whole'], mapping: ImportMapping): string | null {
  if (roles.value === undefined) return 'no_target';
  if (roles.region === undefined && whole.region === null) return 'no_region';
  if (roles.indicator === undefined && whole.indicator === null) return 'no_indicator';
  if (roles.year === undefined && roles.value.year === null && mapping.year === undefined) return 'no_target_year';
  return roles.source === undefined ? 'no_document' : null;
}
