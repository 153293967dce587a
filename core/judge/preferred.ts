import { compareText, firstDifference } from '../firstDifference.ts';
import { SOURCE_KINDS, type Source, type Target } from '../target.ts';

/** A target with its document; null when the document is not in the list of sources, which comes last. */
export type SourcedTarget = { target: Target; source: Source | null };

/** `2025` → `2025-00-00`, so that dates of unequal precision compare as text; blank is the oldest. */
function paddedDate(published: string | null): string {
  const parts = (published ?? '').split('-');
  return [0, 1, 2].map((i) => parts[i] || '00').join('-');
}

const kindOrder = (source: Source | null) =>
  source === null ? SOURCE_KINDS.length : SOURCE_KINDS.indexOf(source.kind);

/**
 * Order among targets of one region, indicator and year: the preferred one first. Kind of document, then the newest
 * publication, then the source id.
 * Source: data model, "target_revisions".
 */
export function comparePrecedence(a: SourcedTarget, b: SourcedTarget): number {
  return firstDifference(
    kindOrder(a.source) - kindOrder(b.source),
    compareText(paddedDate(b.source?.published ?? null), paddedDate(a.source?.published ?? null)),
    compareText(a.target.source, b.target.source),
  );
}
