import type { DraftAnswer, FileProblemAnswer } from '../../core/csv/draftAnswer.ts';
import { countChanges, describeChange, fileChanges, inOrderOfInterest } from '../../core/csv/describeChanges.ts';
import { isConfirmed, severityOf, type Confirmation, type FileProblem } from '../../core/csv/fileProblem.ts';
import { problemText } from '../../core/csv/problemText.ts';
import type { Dataset } from '../../core/dataset.ts';
import { indicatorName } from '../../core/indicator.ts';
import type { Lang } from '../../core/region.ts';
import { nameOf } from '../../core/views/rankingRow.ts';
import type { DraftRow } from '../db/queries/imports.ts';
import type { DraftOptions } from '../import/importDesk.ts';
import type { ReadFile } from '../import/readFile.ts';

/** How many problems and changes a draft carries; `summary` counts all of them, and changes can be paged. */
export const SHOWN = 10_000;

type Asked = { dataset: Dataset; lang: Lang; knownRelease: number | null };

/** The answer about a draft, from its row and what its file says against the current data. */
export function describeDraft(draft: DraftRow, file: ReadFile, { dataset, lang, knownRelease }: Asked): DraftAnswer {
  const confirmations = draft.confirmations as Confirmation[];
  const { reading, checked } = file;
  const changes = fileChanges(checked);
  const counts = countChanges(changes);
  const points = pointsOf(checked.problems, confirmations);
  return {
    ...headOf(draft),
    state: 'draft',
    progress: null,
    file: {
      ...nameAndHash(draft),
      encoding: file.encoding,
      delimiter: file.delimiter,
      sheets: file.sheets,
      sheet: file.sheet,
      layout: reading.layout,
      header_row: reading.header_row,
      title: {
        indicator: reading.whole.indicator,
        year: reading.whole.year,
        region: reading.whole.region,
        unit: reading.whole.unit_text,
      },
      known_release: knownRelease,
      first_rows: file.first_rows,
    },
    columns: reading.columns.map(({ letter, name, role, indicator, year }) => ({
      column: letter,
      name,
      role,
      indicator: indicator ?? (isFigures(role) ? reading.whole.indicator : null),
      year: year ?? (isFigures(role) ? reading.whole.year : null),
    })),
    summary: {
      rows: reading.rows,
      cells: reading.cells,
      new: counts.new,
      revised: counts.revised,
      unchanged: counts.unchanged,
      missing: counts.missing,
      errors: points.errors,
      confirmations: points.open,
      confirmed: points.confirmed,
      notes: points.notes,
      symbols: checked.symbols.slice(0, SHOWN),
      left_out: checked.left_out.slice(0, SHOWN),
    },
    problems: checked.problems
      .slice(0, SHOWN)
      .map((problem) => describeProblem(problem, { dataset, lang, confirmations })),
    changes: inOrderOfInterest(changes)
      .slice(0, SHOWN)
      .map((change) => describeChange(change, dataset, lang)),
    changes_total: changes.length,
    consequences: file.consequences.map((item) => {
      const indicator = dataset.indicatorById.get(item.indicator);
      return {
        ...item,
        indicator_name: indicator === undefined ? item.indicator : indicatorName(indicator, lang),
        region_name: nameOf(dataset, item.region, lang),
      };
    }),
    data_version: dataset.version,
  };
}

/** The answer while a large file is being read. */
export function describeReading(draft: DraftRow, progress: number, { dataset }: Pick<Asked, 'dataset'>): DraftAnswer {
  const none = { new: 0, revised: 0, unchanged: 0, missing: 0 };
  return {
    ...headOf(draft),
    state: 'reading',
    progress,
    file: {
      ...nameAndHash(draft),
      encoding: null,
      delimiter: null,
      sheets: [],
      sheet: null,
      layout: null,
      header_row: null,
      known_release: null,
      first_rows: [],
    },
    columns: [],
    summary: {
      rows: 0,
      cells: 0,
      ...none,
      errors: 0,
      confirmations: 0,
      confirmed: 0,
      notes: 0,
      symbols: [],
      left_out: [],
    },
    problems: [],
    changes: [],
    changes_total: 0,
    consequences: [],
    data_version: dataset.version,
  };
}

/** How many points block the commit and how many do no longer. */
export function pointsOf(
  problems: readonly FileProblem[],
  confirmations: readonly Confirmation[],
): { errors: number; open: number; confirmed: number; notes: number } {
  const points = { errors: 0, open: 0, confirmed: 0, notes: 0 };
  for (const problem of problems) {
    const severity = severityOf(problem);
    if (severity === 'error') points.errors++;
    else if (severity === 'note') points.notes++;
    else if (isConfirmed(problem, confirmations)) points.confirmed++;
    else points.open++;
  }
  return points;
}

export function describeProblem(
  problem: FileProblem,
  { dataset, lang, confirmations }: { dataset: Dataset; lang: Lang; confirmations: readonly Confirmation[] },
): FileProblemAnswer {
  const { message, suggestion } = problemText(problem, dataset);
  const { code, row, column, column_name, raw } = problem;
  const severity = severityOf(problem);
  return {
    severity,
    code,
    row,
    column,
    column_name: column_name === '' ? null : column_name,
    raw,
    message: message[lang],
    suggestion: suggestion?.[lang] ?? null,
    ...(severity === 'confirm' ? { confirmed: isConfirmed(problem, confirmations) } : {}),
  };
}

function isFigures(role: string): boolean {
  return role === 'value' || role === 'figures';
}

function headOf(draft: DraftRow): Pick<DraftAnswer, 'import' | 'mapping' | 'fixes' | 'confirm' | 'expires_at'> {
  return {
    import: draft.id,
    mapping: (draft.options as DraftOptions).mapping,
    fixes: draft.fixes,
    confirm: draft.confirmations as Confirmation[],
    expires_at: draft.expiresAt,
  };
}

function nameAndHash(draft: DraftRow): { name: string; sha256: string } {
  return { name: draft.fileName, sha256: draft.sha256 };
}
