import type { Decimal } from '../decimal.ts';
import { compareDecimals } from '../decimal.ts';
import { groupDigits } from '../format.ts';
import type { Lang } from '../region.ts';

/**
 * The limits of a class with the boundary rule: 「≥ 8 且 < 10」, the last one closed. A class of one value is that
 * value. Source: workflows, "boundary rule printed".
 */
export function classLabel(from: Decimal, to: Decimal, last: boolean, lang: Lang): string {
  if (compareDecimals(from, to) === 0) return `= ${groupDigits(from)}`;
  const and = lang === 'zh' ? '且' : 'and';
  return `≥ ${groupDigits(from)} ${and} ${last ? '≤' : '<'} ${groupDigits(to)}`;
}
