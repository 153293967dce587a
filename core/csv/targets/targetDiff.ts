import { compareDecimals } from '../../decimal.ts';
import type { Dataset } from '../../dataset.ts';
import type { Target } from '../../target.ts';
import { periodOfTitle } from './period.ts';
import type { TargetContent, TargetEntry } from './targetEntry.ts';
import { usualKind } from './targetKind.ts';
import { targetText } from './targetText.ts';

/** What one row of a file does to the targets: `after` is what would be stored. */
export type TargetChange = {
  entry: TargetEntry;
  stored: Target | null;
  after: TargetContent;
  kind: 'new' | 'revised' | 'unchanged';
};

/**
 * What the file does not say stays as it was stored: kind and period; wording, 力争, page, confidence and note only when the
 * number stays too, because they speak of that number. A new target takes its kind from its indicator, its period from
 * the title of its document, and its wording from the cell.
 */
export function targetChangeOf(entry: TargetEntry, stored: Target | null, dataset: Dataset): TargetChange {
  const after = contentOf(entry, stored, dataset);
  const kind = stored === null ? 'new' : sameTarget(after, stored) ? 'unchanged' : 'revised';
  return { entry, stored, after, kind };
}

export function writesTarget(change: TargetChange): boolean {
  return change.kind !== 'unchanged';
}

/** The revision that a change writes. */
export function targetOf({ after }: TargetChange, release: number, validFrom: string): Target {
  return { ...after, release, valid_from: validFrom };
}

function contentOf(entry: TargetEntry, stored: Target | null, dataset: Dataset): TargetContent {
  const indicator = dataset.indicatorById.get(entry.indicator);
  const { region, year, source, value, value_to, bound } = entry;
  const target_kind = entry.target_kind ?? stored?.target_kind ?? usualKind(indicator?.kind ?? 'level');
  const figure = { value, value_to, bound, target_kind };
  const same = stored !== null && sameFigure(figure, stored) ? stored : null;
  const period = entry.period ?? (stored === null ? periodOf(entry, dataset) : null);
  const words = entry.cell_words === '' ? targetText(figure, indicator ?? { unit: '' }, 'zh') : entry.cell_words;
  const locator = entry.locator ?? same?.locator ?? null;
  return {
    region,
    indicator: entry.indicator,
    year,
    source,
    ...figure,
    period_from: period === null ? (stored?.period_from ?? null) : period.from,
    period_to: period === null ? (stored?.period_to ?? null) : period.to,
    modality: entry.modality ?? same?.modality ?? null,
    wording_zh: entry.wording_zh ?? same?.wording_zh ?? words,
    locator,
    confidence: entry.confidence ?? same?.confidence ?? (locator === null ? 'medium' : 'high'),
    note: entry.note ?? same?.note ?? null,
  };
}

function periodOf({ source, year }: TargetEntry, dataset: Dataset): { from: number | null; to: number | null } {
  const title = dataset.sourceById.get(source)?.title_zh ?? '';
  return periodOfTitle(title, year) ?? { from: null, to: year };
}

type Figure = Pick<TargetContent, 'value' | 'value_to' | 'bound' | 'target_kind'>;

function sameFigure(a: Figure, b: Figure): boolean {
  return (
    compareDecimals(a.value, b.value) === 0 &&
    sameNumber(a.value_to, b.value_to) &&
    a.bound === b.bound &&
    a.target_kind === b.target_kind
  );
}

function sameNumber(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compareDecimals(a, b) === 0;
}

function sameTarget(after: TargetContent, stored: Target): boolean {
  return sameFigure(after, stored) && differingFields(after, stored).length === 0;
}

/** Parts beside the number, in the order in which a reader is told of them. */
const FIELDS = ['wording_zh', 'modality', 'period_from', 'period_to', 'locator', 'confidence', 'note'] as const;

/** The parts beside the number that are not the same. */
export function differingFields(a: TargetContent, b: TargetContent): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => a[field] !== b[field]);
}
