import type { RankingAnswer } from '../answers.ts';
import { drawnUnit, shownOf, worded } from '../map/shownOf.ts';
import { reasonText } from '../map/viewText.ts';
import { unitText } from '../unitText.ts';
import type { Lang } from '../region.ts';
import { warningText } from '../warningText.ts';

const MOST = 5;

/** The ranking in words: subject, unit, coverage, the first five, the last, who is not ranked and why, every warning. */
export function rankingAltText(ranking: RankingAnswer, heading: string, lang: Lang): string {
  const zh = lang === 'zh';
  const { unit } = drawnUnit(ranking);
  const named = ranking.rows.map((row) => {
    const figure = worded(shownOf(row, ranking.measure).display, row.bound, ranking.measure, lang);
    return zh ? `${row.name}${figure}` : `${row.name} ${figure}`;
  });
  const n = `${String(ranking.rows.length)} / ${String(ranking.group.n)}`;
  const parts = [
    zh
      ? `条形图：${heading}${unit === '' ? '' : `（单位：${unit}）`}。有数据的省份${n}。`
      : `Bar chart: ${heading}${unit === '' ? '' : ` (${unitText(unit, lang)})`}. Provinces with a figure: ${n}.`,
  ];
  if (named.length > 0) {
    const first = named.slice(0, MOST).join(zh ? '、' : ', ');
    parts.push(zh ? `依次为${first}${named.length > MOST ? '等' : ''}。` : `In order: ${first}.`);
  }
  if (named.length > MOST) parts.push(zh ? `末位是${named.at(-1)!}。` : `Last: ${named.at(-1)!}.`);
  const reasons = reasonText(ranking.unranked, lang, Infinity);
  if (reasons !== '') parts.push(zh ? `未排位：${reasons}` : `Not ranked: ${reasons}`);
  return [...parts, ...ranking.warnings.map((code) => warningText(code, lang))].join(zh ? '' : ' ');
}
