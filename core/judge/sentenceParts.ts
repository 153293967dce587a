import { figureBoundText, targetBoundText } from '../boundText.ts';
import { compareDecimals, decimalsOf, type Decimal } from '../decimal.ts';
import { groupDigits } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import { differenceText, quantityText } from '../quantityText.ts';
import type { Lang } from '../region.ts';
import type { Target } from '../target.ts';
import type { Judgement } from './judgement.ts';

export type Told = { judgement: Judgement; target: Target; indicator: Indicator };

/**
 * The digits of the source where it has no more than are shown (3.3 is not written 3.30), else the shown ones, unless
 * they would hide on which side of T the figure is.
 */
function digitsOf({ value, shown }: Figure, limit: Decimal | null): Decimal {
  if (value === null || shown === null) return value ?? '0';
  if (decimalsOf(value) <= decimalsOf(shown)) return value;
  return limit === null || compareDecimals(shown, limit) === compareDecimals(value, limit) ? shown : value;
}

/**
 * Number, unit and the publisher's bound of a figure. The levels behind an average growth have a unit of their own,
 * which is not the target's: they are named by their year only, and the text is empty.
 */
export function figureText(figure: Figure, { judgement, indicator, target }: Told, lang: Lang): string {
  if (target.target_kind === 'average_growth' && figure !== judgement.figure) return '';
  const digits = digitsOf(figure, judgement.requirement?.value ?? null);
  return figureBoundText(quantityText(digits, indicator.unit, lang), figure.bound, lang);
}

/** The target's own number, unit and bound, for `lower` read as written there. */
export function goalText({ target, indicator }: Told, lang: Lang): string {
  const { bound, value, value_to, target_kind } = target;
  const say = target_kind === 'rise' ? differenceText : quantityText;
  const isCeiling = bound === 'eq' && indicator.direction === 'lower';
  const from = value_to === null ? null : lang === 'en' ? groupDigits(value) : value;
  return targetBoundText(say(value_to ?? value, indicator.unit, lang), isCeiling ? 'le' : bound, lang, from);
}

/** A computed number with a few digits: 0.04, 1.59, 12.5, 1234; without trailing zeros. */
export function roughly(value: number): string {
  const size = Math.abs(value);
  const decimals =
    size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.095 ? 2 : size === 0 ? 0 : 2 - Math.floor(Math.log10(size));
  const text = value.toFixed(decimals);
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
}

/** A fraction in per cent: 0.933 → 93.3%. */
export const percentText = (fraction: number) => `${roughly(Math.round(fraction * 1000) / 10)}%`;

/** The size of a change a year, without its direction. */
export function changeText(change: number, { judgement, indicator }: Told, lang: Lang): string {
  const size = roughly(Math.abs(change));
  return judgement.pace?.rule === 'growth' ? `${size}%` : differenceText(size, indicator.unit, lang);
}

/** |v − T| with its unit; null where the figure or the target is not one plain number. */
export function shortfallText({ judgement, target, indicator }: Told, lang: Lang): string | null {
  const { gap, figure } = judgement;
  if (gap === null || figure === null || (figure.bound !== 'eq' && figure.bound !== 'approx')) return null;
  const unit = target.target_kind === 'average_growth' ? '%' : indicator.unit;
  return differenceText(gap.replace('-', ''), unit, lang);
}
