import type { Decimal } from '../decimal.ts';
import { shiftDecimal } from '../decimal.ts';

/**
 * A unit as a power of ten of the base unit of its dimension: 亿元 is (money, 8), % is (percent, 0). `word` is the
 * measure word, kept because 家 and 台 are both counts and still not the same thing.
 */
export type Unit = { dimension: Dimension; shift: number; word: string };
export type Dimension =
  'money' | 'percent' | 'people' | 'visits' | 'length' | 'count' | 'year' | 'month' | 'rank' | 'index' | 'none';

const WORDS: Record<string, { dimension: Dimension; shift: number }> = {
  元: { dimension: 'money', shift: 0 },
  人民币: { dimension: 'money', shift: 0 },
  yuan: { dimension: 'money', shift: 0 },
  cny: { dimension: 'money', shift: 0 },
  rmb: { dimension: 'money', shift: 0 },
  '%': { dimension: 'percent', shift: 0 },
  百分点: { dimension: 'percent', shift: 0 },
  个百分点: { dimension: 'percent', shift: 0 },
  百分比: { dimension: 'percent', shift: 0 },
  percent: { dimension: 'percent', shift: 0 },
  percentagepoints: { dimension: 'percent', shift: 0 },
  '‰': { dimension: 'percent', shift: -1 },
  人: { dimension: 'people', shift: 0 },
  persons: { dimension: 'people', shift: 0 },
  people: { dimension: 'people', shift: 0 },
  人次: { dimension: 'visits', shift: 0 },
  米: { dimension: 'length', shift: -3 },
  公里: { dimension: 'length', shift: 0 },
  千米: { dimension: 'length', shift: 0 },
  km: { dimension: 'length', shift: 0 },
  年: { dimension: 'year', shift: 0 },
  个月: { dimension: 'month', shift: 0 },
  月: { dimension: 'month', shift: 0 },
  位: { dimension: 'rank', shift: 0 },
  名: { dimension: 'rank', shift: 0 },
  指数: { dimension: 'index', shift: 0 },
  '': { dimension: 'none', shift: 0 },
};
const COUNT_WORDS = [
  '个',
  '家',
  '户',
  '项',
  '件',
  '台',
  '套',
  '台(套)',
  '台/套',
  '类',
  '所',
  '座',
  '处',
  '条',
  '颗',
  '张',
];
for (const word of [...COUNT_WORDS, '架', '端', '部', '只', '份', '门', '户次', 'households']) {
  WORDS[word] = { dimension: 'count', shift: 0 };
}

/** Longest first, because 万亿 begins with 万. */
const SCALES: readonly [string, number][] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['100million', 8],
  ['billion', 9],
  ['million', 6],
  ['10thousand', 4],
  ['10,000', 4],
  ['thousand', 3],
];

/** Words for the same kind of thing, so that 家 in a file fits 个 in the dictionary. 台 fits neither. */
const SAME_THING = [
  new Set(['个', '家', '户', '所', '座', '处', '户次', 'households']),
  new Set(['个', '项', '件', '条', '类', '份']),
  new Set(['台', '套', '台(套)', '台/套', '架', '部', '个']),
  new Set(['张', '个', '份']),
  new Set(['颗', '个']),
  new Set(['端', '个', '门']),
];

const cache = new Map<string, Unit | null>();
const CACHE_LIMIT = 2_000;

/** Reads 亿元, 万 户, （％）, 个百分点, CNY 100 million; null for words that are no unit. */
export function parseUnit(raw: string): Unit | null {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const unit = readUnit(raw);
  if (cache.size < CACHE_LIMIT) cache.set(raw, unit);
  return unit;
}

function readUnit(raw: string): Unit | null {
  const text = raw
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .toLowerCase();
  const ofMoney = /^(?:cny|rmb|人民币)(.+)$/u.exec(text)?.[1];
  if (ofMoney !== undefined) {
    const scale = readUnit(ofMoney);
    return scale?.dimension === 'none' ? { dimension: 'money', shift: scale.shift, word: '元' } : scale;
  }
  const plain = WORDS[text];
  if (plain !== undefined) return { ...plain, word: text };
  for (const [name, shift] of SCALES) {
    if (!text.startsWith(name)) continue;
    const word = text.slice(name.length);
    const base = WORDS[word];
    if (base === undefined || base.dimension === 'percent') continue;
    return { dimension: base.dimension, shift: base.shift + shift, word };
  }
  return null;
}

/** May a figure given in `from` be stored in `to`? A bare scale (万, 亿) fits whatever is counted. */
export function unitsFit(from: Unit, to: Unit): boolean {
  if (from.dimension === 'none' || to.dimension === 'none') {
    return (
      from.dimension === to.dimension || (from.shift !== 0 && isCounted(to)) || (to.shift !== 0 && isCounted(from))
    );
  }
  if (from.dimension !== to.dimension) return false;
  if (from.dimension !== 'count' || from.word === to.word) return true;
  return SAME_THING.some((words) => words.has(from.word) && words.has(to.word));
}

function isCounted(unit: Unit): boolean {
  return ['money', 'people', 'count', 'visits', 'length'].includes(unit.dimension);
}

/**
 * `value` given in `from`, in the unit `to`, by moving the decimal point; null when the units do not fit. A figure in %
 * fits an indicator without a unit, whose figures are fractions of 1: 12.3 % is 0.123.
 */
export function convertUnit(value: Decimal, from: Unit, to: Unit): Decimal | null {
  if (from.dimension === 'percent' && to.dimension === 'none' && to.shift === 0) {
    return shiftDecimal(value, from.shift - 2);
  }
  return unitsFit(from, to) ? shiftDecimal(value, from.shift - to.shift) : null;
}

/**
 * The unit of one cell, from what stands after its number (`cell`) and what the column, header or 单位 line says
 * (`stated`); null when the two contradict each other. A scale after the number replaces a smaller one of the column
 * (1.55万亿 under 亿元 is 1.55 万亿元); a smaller one after the number (1.2万 under 亿元) could mean either, and is refused.
 */
export function cellUnit(cell: Unit | null, stated: Unit | null, indicatorUnit: Unit): Unit | null {
  if (cell === null) return stated ?? indicatorUnit;
  if (stated === null) return cell;
  if (cell.dimension !== 'none') return unitsFit(cell, stated) ? cell : null;
  const base = WORDS[stated.word]?.shift ?? 0;
  return cell.shift >= stated.shift - base ? { ...stated, shift: base + cell.shift } : null;
}
