import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { DraftAnswer, Fix } from '../../core/csv/draftAnswer.ts';
import type { Confirmation } from '../../core/csv/fileProblem.ts';
import type { ImportMapping } from '../../core/csv/reading.ts';
import { parseUnits } from '../../core/csv/titleLines.ts';
import type { Dataset } from '../../core/dataset.ts';
import { AppError } from '../../core/problem.ts';
import type { Lang } from '../../core/region.ts';
import { updateDraft, type DraftRow } from '../db/queries/imports.ts';
import { checkSheet } from '../import/checkSheet.ts';
import type { DraftOptions } from '../import/importDesk.ts';
import type { Moment } from '../snapshots.ts';
import { currentMoment, needDraft, showDraft, type ImportDeps } from './getDraft.ts';

const unzip = promisify(gunzip);

export type DraftPatch = {
  mapping?: ImportMapping | undefined;
  fixes?: Fix[] | undefined;
  confirm?: Confirmation[] | undefined;
};

/**
 * Adds to a draft what a person decided: a mapping (replaces the parts it names), corrected cells (the last one of a cell
 * holds) and confirmations. Another sheet begins without the corrections and confirmations of the one before. Answers the whole draft, read again. Throws `not_found` and `bad_parameter`.
 */
export async function patchImport(
  deps: ImportDeps,
  { id, patch, lang }: { id: string; patch: DraftPatch; lang: Lang },
): Promise<DraftAnswer> {
  const draft = await needDraft(deps, id);
  const moment = await currentMoment(deps);
  if (patch.mapping !== undefined) checkMapping(patch.mapping, moment.dataset);
  const kept = await keptOf(deps, draft, { sheet: patch.mapping?.sheet, moment });
  const changed = {
    options: { ...kept.options, mapping: merged(kept.options.mapping, patch.mapping ?? {}) } satisfies DraftOptions,
    fixes: [...lastOfEach([...kept.fixes, ...(patch.fixes ?? [])])],
    confirmations: unique([...kept.confirmations, ...(patch.confirm ?? [])]).map(plain),
  };
  await updateDraft(deps.database.db, { id, ...changed });
  return showDraft(deps, { ...draft, ...changed }, lang);
}

type Kept = { options: DraftOptions; fixes: readonly Fix[]; confirmations: Confirmation[] };

/** What was decided so far. Rows and columns of one sheet say nothing about another, so a change of sheet drops them. */
async function keptOf(
  { desk }: ImportDeps,
  draft: DraftRow,
  { sheet, moment }: { sheet: string | undefined; moment: Moment },
): Promise<Kept> {
  const options = draft.options as DraftOptions;
  const kept = { options, fixes: draft.fixes, confirmations: draft.confirmations as Confirmation[] };
  if (sheet === undefined || sheet === options.mapping.sheet) return kept;
  if (sheet === (await desk.read(draft, moment)).sheet) return kept;
  await checkSheet(await unzip(draft.fileGz), sheet, 'mapping');
  const { header_row: _row, columns: _columns, ...mapping } = options.mapping;
  return { options: { ...options, mapping }, fixes: [], confirmations: [] };
}

function merged(known: ImportMapping, more: ImportMapping): ImportMapping {
  return {
    ...known,
    ...more,
    ...(more.columns === undefined ? {} : { columns: { ...known.columns, ...more.columns } }),
    ...(more.regions === undefined ? {} : { regions: { ...known.regions, ...more.regions } }),
    ...(more.indicators === undefined ? {} : { indicators: { ...known.indicators, ...more.indicators } }),
  };
}

function lastOfEach(fixes: readonly Fix[]): Iterable<Fix> {
  return new Map(fixes.map((fix) => [`${fix.column.toUpperCase()}${fix.row}`, fix])).values();
}

function unique(confirmations: readonly Confirmation[]): Confirmation[] {
  return [...new Map(confirmations.map((given) => [JSON.stringify(plain(given)), given])).values()];
}

function plain({ code, column, row }: Confirmation): { code: string; column?: string; row?: number } {
  return { code, ...(column === undefined ? {} : { column }), ...(row === undefined ? {} : { row }) };
}

/** Every id a mapping names must be known; units must be units. */
function checkMapping(mapping: ImportMapping, dataset: Dataset): void {
  const columns = Object.values(mapping.columns ?? {});
  const indicators = [
    mapping.indicator,
    ...columns.map(({ indicator }) => indicator),
    ...Object.values(mapping.indicators ?? {}),
  ];
  const unknown =
    indicators.find((id) => id !== undefined && !dataset.indicatorById.has(id)) ??
    [mapping.region, ...Object.values(mapping.regions ?? {})].find(
      (id) => id !== undefined && id !== 'ignore' && dataset.regionById.get(id)?.has_data !== true,
    ) ??
    [mapping.unit, ...columns.map(({ unit }) => unit)].find(
      (unit) => unit !== undefined && parseUnits(unit).length === 0,
    );
  if (unknown === undefined) return;
  throw new AppError(
    'bad_parameter',
    {
      zh: `映射里有不认识的指标、地区或单位：${unknown}`,
      en: `The mapping names an unknown indicator, region or unit: ${unknown}`,
    },
    { parameter: 'mapping', parameters: [{ name: 'mapping' }] },
  );
}
