import type { Bound } from './observation.ts';
import type { Lang } from './region.ts';

const FIGURE: Record<Bound, Record<Lang, (text: string) => string>> = {
  eq: { zh: (text) => text, en: (text) => text },
  range: { zh: (text) => text, en: (text) => text },
  gt: { zh: (text) => `超过${text}`, en: (text) => `over ${text}` },
  ge: { zh: (text) => `${text}以上`, en: (text) => `at least ${text}` },
  approx: { zh: (text) => `约${text}`, en: (text) => `about ${text}` },
  le: { zh: (text) => `不超过${text}`, en: (text) => `at most ${text}` },
  lt: { zh: (text) => `低于${text}`, en: (text) => `under ${text}` },
};

const TARGET: Record<Bound, Record<Lang, (text: string) => string>> = {
  eq: FIGURE.eq,
  range: FIGURE.range,
  gt: { zh: (text) => `超过${text}`, en: (text) => `more than ${text}` },
  ge: { zh: (text) => `${text}以上`, en: (text) => `at least ${text}` },
  approx: { zh: (text) => `${text}左右`, en: (text) => `about ${text}` },
  le: { zh: (text) => `不高于${text}`, en: (text) => `at most ${text}` },
  lt: { zh: (text) => `低于${text}`, en: (text) => `less than ${text}` },
};

/** A published figure in the words of its publisher: 约3.38%, 超过6000亿元. `text` holds number and unit. */
export function figureBoundText(text: string, bound: Bound, lang: Lang): string {
  return FIGURE[bound][lang](text);
}

/**
 * A target in the words of its bound: 超过10%, 10%以上, 7%左右, 3—4个. `text` holds number and unit; of a range it is the
 * upper end, and `from` the bare number of the lower one.
 */
export function targetBoundText(text: string, bound: Bound, lang: Lang, from: string | null = null): string {
  if (bound === 'range' && from !== null) return `${from}${lang === 'en' ? '–' : '—'}${text}`;
  return TARGET[bound][lang](text);
}

/** The printed tolerance of a 左右 target, `amount` being τ with its unit. Source: methodology, "Bounds". */
export function toleranceText(amount: string, isTwoSided: boolean, lang: Lang): string {
  if (lang === 'en') return isTwoSided ? `tolerance ±${amount}` : `tolerance ${amount}`;
  return isTwoSided ? `容差±${amount}` : `容差${amount}`;
}
