import type { Decimal } from '../decimal.ts';
import { compareDecimals, decimalsOf, subtractDecimals } from '../decimal.ts';
import { displayDecimal } from '../format.ts';
import type { Lang } from '../region.ts';
import { unitText } from '../unitText.ts';

export type AltTextOf = {
  lang: Lang;
  heading: string;
  unit: string;
  /** `words`: the figure with the words of its bound, 超过10. */
  values: readonly { name: string; value: Decimal; words: string }[];
  /** Provinces asked about. */
  n: number;
  missing: string;
  warnings: readonly string[];
};

const MOST = 3;

/**
 * The picture in words: subject, year, unit, coverage, the three highest and the three lowest, the spread, what is
 * missing, and every warning. With fewer than six values all are named, highest first.
 */
export function altText({ lang, heading, unit, values, n, missing, warnings }: AltTextOf): string {
  const zh = lang === 'zh';
  const order = values.toSorted((a, b) => compareDecimals(b.value, a.value));
  const named = (some: typeof order) =>
    some.map((v) => (zh ? `${v.name}${v.words}` : `${v.name} ${v.words}`)).join(zh ? '、' : ', ');
  const measured = unit === '' ? '' : zh ? `（单位：${unit}）` : ` (${unitText(unit, lang)})`;
  const parts = [
    zh ? `分省地图：${heading}${measured}。` : `Map of the provinces: ${heading}${measured}.`,
    zh
      ? `${String(n)}个省份中${String(values.length)}个有数据。`
      : `${String(values.length)} of ${String(n)} provinces have a figure.`,
  ];
  if (order.length > 0 && order.length < 2 * MOST) {
    parts.push(zh ? `从高到低：${named(order)}。` : `From high to low: ${named(order)}.`);
  } else if (order.length > 0) {
    const [high, low] = [order.slice(0, MOST), order.slice(-MOST).toReversed()];
    parts.push(zh ? `最高：${named(high)}；最低：${named(low)}。` : `Highest: ${named(high)}; lowest: ${named(low)}.`);
  }
  if (order.length > 1) {
    const spread = spreadOf(order[0]!.value, order.at(-1)!.value);
    parts.push(zh ? `最高与最低相差${spread}。` : `Highest and lowest differ by ${spread}.`);
  }
  return [...parts, missing, ...warnings].join(zh ? '' : ' ');
}

/** The difference with as many decimals as the figures are shown with. */
function spreadOf(high: Decimal, low: Decimal): string {
  return displayDecimal(subtractDecimals(high, low), Math.max(decimalsOf(high), decimalsOf(low)));
}
