import type { RankingRow } from '../../../core/answers.ts';

export const SORT_COLUMNS = ['rank', 'region', 'value', 'change', 'national', 'median'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
export type Sort = { column: SortColumn; descending: boolean };

/** `value`, or `-value` for descending; anything else is the order of the ranks. */
export function parseSort(text: string | null): Sort {
  const descending = text?.startsWith('-') ?? false;
  const name = descending ? text?.slice(1) : text;
  const column = SORT_COLUMNS.find((candidate) => candidate === name);
  return column === undefined ? { column: 'rank', descending: false } : { column, descending };
}

export const sortText = ({ column, descending }: Sort): string => `${descending ? '-' : ''}${column}`;

/** Numbers start with the largest, words and ranks with the first. A second press turns the order round. */
export function nextSort(now: Sort, column: SortColumn): Sort {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column !== 'rank' && column !== 'region' };
}

const KEYS: Record<SortColumn, (row: RankingRow) => number | null> = {
  rank: (row) => row.rank,
  region: (row) => Number(row.region),
  value: (row) => row.value,
  change: (row) => row.rank_change,
  national: (row) => row.to_national,
  median: (row) => row.to_median,
};

/** Rows in the order asked for. Rows without a number come last in both directions; ties keep the order given. */
export function sortRows(rows: readonly RankingRow[], { column, descending }: Sort): RankingRow[] {
  const key = KEYS[column];
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return descending ? y - x : x - y;
  });
}
