import { targetBoundText } from '../../boundText.ts';
import { groupDigits } from '../../format.ts';
import type { Indicator } from '../../indicator.ts';
import { differenceText, quantityText } from '../../quantityText.ts';
import type { Lang } from '../../region.ts';
import type { TargetKind } from '../../target.ts';
import type { TargetContent } from './targetEntry.ts';

const KIND: Partial<Record<TargetKind, Record<Lang, (text: string) => string>>> = {
  rise: { zh: (text) => `提高${text}`, en: (text) => `${text} up` },
  average_growth: { zh: (text) => `年均${text}`, en: (text) => `${text} a year on average` },
};

/** The number of a target in words, as a table shows it: 超过10%, 1—2家, 提高3个百分点, 年均12%以上. */
export function targetText(
  { value, value_to, bound, target_kind }: Pick<TargetContent, 'value' | 'value_to' | 'bound' | 'target_kind'>,
  { unit }: Pick<Indicator, 'unit'>,
  lang: Lang,
): string {
  const say = target_kind === 'rise' ? differenceText : quantityText;
  const from = value_to === null ? null : lang === 'en' ? groupDigits(value) : value;
  const text = targetBoundText(say(value_to ?? value, unit, lang), bound, lang, from);
  return KIND[target_kind]?.[lang](text) ?? text;
}
