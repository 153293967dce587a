import type { Bound, FigureStatus, FigureSymbol } from '../observation.ts';
import { normalizeName } from './normalizeName.ts';

const BOUND_WORDS: Record<Bound, string> = {
  eq: 'eq = 等于 达到 准确',
  gt: 'gt > 超过 超 突破 高于 大于 逾',
  ge: 'ge >= ≥ 不低于 不少于 以上 至少',
  approx: 'approx ~ ≈ 约 左右 大约 接近 近',
  le: 'le <= ≤ 不高于 不超过 以内 以下',
  lt: 'lt < 低于 小于 不足 少于',
  range: 'range',
};

const STATUS_WORDS: Record<FigureStatus, string> = {
  final: 'final 最终 最终数 终 正式 正式数 年报 最终核实 核实数 a',
  reported: 'reported 公布 公布数 上报 报告 通报',
  provisional: 'provisional 初步 初步数 初步核算 初步统计 快报 快报数 p',
  estimated: 'estimated 估计 估计数 估算 推算 e',
  forecast: 'forecast 预测 预测数 预计 f',
};

const SYMBOL_WORDS: Record<Exclude<FigureSymbol, 'withdrawn'>, string> = {
  missing: 'missing 缺失 m',
  not_applicable: 'not_applicable 不适用 n',
  below_smallest_unit: 'below_smallest_unit 不足最小单位 l',
};

function index<Code extends string>(words: Record<Code, string>): Map<string, Code> {
  const codes = new Map<string, Code>();
  for (const [code, names] of Object.entries(words) as [Code, string][]) {
    for (const name of names.split(' ')) codes.set(name, code);
  }
  return codes;
}

const BOUND_OF = index(BOUND_WORDS);
const STATUS_OF = index(STATUS_WORDS);
const SYMBOL_OF = index(SYMBOL_WORDS);

/** The bound a cell of a 口径 column names by a closed list; null for other words. `range` is for targets only. */
export function parseBound(raw: string): Exclude<Bound, 'range'> | null {
  const bound = BOUND_OF.get(normalizeName(raw));
  return bound === undefined || bound === 'range' ? null : bound;
}

/** The status a cell of a 状态 column names by a closed list; null for other words. */
export function parseStatus(raw: string): FigureStatus | null {
  return STATUS_OF.get(normalizeName(raw)) ?? null;
}

/** The symbol a cell of a 符号 column names by a closed list; null for other words. */
export function parseSymbol(raw: string): Exclude<FigureSymbol, 'withdrawn'> | null {
  return SYMBOL_OF.get(normalizeName(raw)) ?? null;
}

/** Words in a note that tell of another definition. */
const OTHER_DEFINITION =
  /(?:口径|统计范围|统计方法|调查方法).{0,8}(?:变|调整|修订|不同|扩大|缩小)|新口径|不可比|definition changed|break in series/iu;

export function tellsOfOtherDefinition(text: string): boolean {
  return OTHER_DEFINITION.test(text);
}
