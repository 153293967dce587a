import type { Indicator } from '../indicator.ts';
import type { Lang } from '../region.ts';
import type { Target } from '../target.ts';
import type { Judgement } from './judgement.ts';
import { sentenceEn } from './sentenceEn.ts';
import { sentenceZh } from './sentenceZh.ts';

/**
 * One plain sentence that explains the state of a target to the region it belongs to: the figure with its year, what
 * the target asks, and what follows. Figures are worded as published.
 */
export function judgementSentence(judgement: Judgement, target: Target, indicator: Indicator, lang: Lang): string {
  const told = { judgement, target, indicator };
  if (lang === 'en') {
    return `${sentenceEn(told)}${judgement.provisional ? ' (on preliminary or estimated figures)' : ''}.`;
  }
  return `${sentenceZh(told)}${judgement.provisional ? '（依据初步数或估计数）' : ''}。`;
}
