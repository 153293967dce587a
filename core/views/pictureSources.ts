import type { RankingAnswer, RankingRow } from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import type { Lang } from '../region.ts';
import type { Source } from '../target.ts';

/** Ids of the documents behind one row: of a computed figure those of its inputs; null for one that was not stated. */
function sourcesOfRow(dataset: Dataset, ranking: RankingAnswer, row: RankingRow): Set<string | null> {
  const figure = ranking.measure === 'target' ? null : figureOf(dataset, ranking.indicator, row.region, row.year);
  return new Set(figure?.computed === true ? figure.inputs.map((input) => input.source) : [row.source]);
}

/** The documents behind the rows of a ranking, the most used first; of a computed figure those of its inputs. */
export function pictureSources(dataset: Dataset, ranking: RankingAnswer): Source[] {
  const uses = new Map<string, number>();
  for (const row of ranking.rows) {
    for (const id of sourcesOfRow(dataset, ranking, row)) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return [...uses]
    .toSorted(([a, n], [b, m]) => (n === m ? (a < b ? -1 : 1) : m - n))
    .flatMap(([id]) => dataset.sourceById.get(id) ?? []);
}

/** How many rows rest on a figure whose document was not stated when it was entered. */
export function unsourcedRows(dataset: Dataset, ranking: RankingAnswer): number {
  return ranking.rows.filter((row) => sourcesOfRow(dataset, ranking, row).has(null)).length;
}

/** `2025`, `2025-09` or `2025-09-29` as it is printed. */
export function printedDate(date: string, lang: Lang): string {
  if (lang === 'en') return date;
  const [year, month, day] = date.split('-');
  return `${year!}年${month === undefined ? '' : `${String(Number(month))}月`}${day === undefined ? '' : `${String(Number(day))}日`}`;
}

/**
 * How recent the figures are, with the version of the data: the day asked for (`as_of`), else when the newest of the
 * sources was published. Never today's date: the same question on the same data gives the same picture.
 */
export function dataDate(ranking: RankingAnswer, sources: readonly Source[], lang: Lang): string {
  const published = sources
    .flatMap((source) => source.published ?? [])
    .toSorted()
    .at(-1);
  const date = ranking.as_of?.slice(0, 10) ?? published;
  const version = lang === 'zh' ? `数据版本${ranking.data_version}` : `data version ${ranking.data_version}`;
  return [...(date === undefined ? [] : [printedDate(date, lang)]), version].join(lang === 'zh' ? '，' : ', ');
}
