import type { Target, TargetKind } from '../../target.ts';
import type { Column } from '../reading.ts';
import type { Period } from './period.ts';

/** A target without the release that brought it: what a file can say. */
export type TargetContent = Omit<Target, 'release' | 'valid_from'>;

/** One row of a file of targets in normal form. Null parts are not said by the file. */
export type TargetEntry = Pick<
  TargetContent,
  'region' | 'indicator' | 'year' | 'source' | 'value' | 'value_to' | 'bound' | 'modality' | 'locator' | 'note'
> & {
  row: number;
  column: Column;
  raw: string;
  /** The cell itself wrote %, so that 0.5% is no slip. */
  percent: boolean;
  target_kind: TargetKind | null;
  period: Period | null;
  /** Of a column of its own. */
  wording_zh: string | null;
  /** The words of the cell, for a target that has none of its own yet. */
  cell_words: string;
  confidence: Target['confidence'] | null;
};

/** Region, indicator, year and document: one target each. Source: data model, "target_revisions". */
export function keyOfTarget(target: Pick<Target, 'region' | 'indicator' | 'year' | 'source'>): string {
  return `${target.indicator}|${target.region}|${target.year}|${target.source}`;
}
