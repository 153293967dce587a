import type { HeaderColumn } from './header.ts';
import { isBlank } from './normalizeName.ts';
import type { NameReaders } from './reading.ts';

type Row = readonly string[];

const ROWS_COMPARED = 500;

/**
 * Settles which of several columns names the regions; the others become `ignored`. A column of zones (东部) yields to one of
 * provinces, and one that names the same region in every row (Beijing beside 北京) is no other. Returns the column that
 * names other regions: then two tables stand side by side, and which figures belong to which cannot be known.
 */
export function settleRegions(
  columns: readonly HeaderColumn[],
  data: readonly Row[],
  names: NameReaders,
): HeaderColumn | null {
  const named = columns.filter((column) => column.role === 'region');
  const hasValue = columns.some((column) => column.role === 'value');
  const looked = data.slice(0, ROWS_COMPARED);
  const regionIn = (row: Row, column: HeaderColumn): string | null => {
    const match = names.readRegion(row[column.index] ?? '');
    return match.kind === 'region' && !match.near ? match.region : null;
  };
  const holdsRegions = (column: HeaderColumn, least: number): boolean => {
    const filled = looked.filter((row) => !isBlank(row[column.index] ?? ''));
    const known = filled.filter((row) => regionIn(row, column) !== null).length;
    return known >= least && known * 2 >= filled.length;
  };
  const first = named.find((column) => holdsRegions(column, 1)) ?? named[0];
  if (first === undefined) return null;
  for (const column of named) if (column !== first && !holdsRegions(column, 1)) column.role = 'ignored';
  // A column of provinces under a name that is no known header counts too, where its figures would be read.
  const others = columns.filter(
    (column) =>
      column !== first &&
      (column.role === 'region' ||
        (column.role === null && !hasValue && column.name !== '' && holdsRegions(column, 2))),
  );
  for (const column of others) {
    const differs = looked.some((row) => {
      const other = regionIn(row, column);
      return other !== null && other !== regionIn(row, first);
    });
    if (differs) return column;
    column.role = 'ignored';
  }
  return null;
}
