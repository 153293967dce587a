import type { RankingAnswer, RankingRow } from '../../../core/answers.ts';
import { language } from './language.svelte.ts';
import { minusText, percentText } from './numberText.ts';

/** A progress of nought because the baseline is the latest figure: nothing has been measured since. */
export function isStillAtBaseline(row: RankingRow, measure: RankingAnswer['measure']): boolean {
  return measure === 'progress' && row.value === 0 && row.target?.reason === 'fewer_than_two_points';
}

/** The figure of a row with its bound, as the page writes it: fractions as percentages. */
export function rankedText(row: RankingRow, measure: RankingAnswer['measure']): string {
  const t = language.text;
  if (isStillAtBaseline(row, measure)) return t.ranking.noNewFigure;
  const isFraction = measure === 'progress' || measure === 'attainment';
  return `${t.bound[row.bound]}${isFraction && row.value !== null ? percentText(row.value) : minusText(row.display)}`;
}
