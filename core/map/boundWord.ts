import type { Bound } from '../observation.ts';
import type { Lang } from '../region.ts';

const WORDS: Record<Bound, { zh: string; en: string } | null> = {
  eq: null,
  range: null,
  gt: { zh: '超', en: '>' },
  ge: { zh: '≥', en: '≥' },
  approx: { zh: '约', en: '~' },
  le: { zh: '≤', en: '≤' },
  lt: { zh: '<', en: '<' },
};

/** How a bound is written before its number on a map; null for a plain number. */
export function boundWord(bound: Bound, lang: Lang): string | null {
  return WORDS[bound]?.[lang] ?? null;
}
