import type { Bound } from '../../observation.ts';

/** What words before and after one number say together. `kept`: 控制在, which says nothing without a word behind. */
export type BoundWord = Exclude<Bound, 'range'> | 'kept';

/** 达到 … 以上 is 以上, 超过 … 以上 is 超过, 低于 … 以下 is 低于, 控制在 … 以内 is 以内. */
const STRONGER: Record<string, BoundWord> = { 'gt ge': 'gt', 'lt le': 'lt', 'kept le': 'le', 'kept approx': 'approx' };

/**
 * The bound of a target from all its words, in their order; null when they contradict each other, or when 控制在 stands
 * alone, which can be meant as a ceiling or as a mark. No word is eq. Source: methodology, "Bounds".
 */
export function boundOf(words: readonly BoundWord[]): Exclude<Bound, 'range'> | null {
  let bound: BoundWord = 'eq';
  for (const word of words) {
    if (bound === 'eq' || bound === word) bound = word;
    else if (word !== 'eq') {
      const joined: BoundWord | undefined = STRONGER[`${bound} ${word}`] ?? STRONGER[`${word} ${bound}`];
      if (joined === undefined) return null;
      bound = joined;
    }
  }
  return bound === 'kept' ? null : bound;
}
