import type { Dataset } from '../../dataset.ts';
import type { CheckedFile } from '../check.ts';
import type { FileProblem } from '../fileProblem.ts';
import { implausibleChange } from '../implausibleChange.ts';
import type { ImportMapping, NameReaders, Reading } from '../reading.ts';
import { readTargets } from './readTargets.ts';
import { targetChangeOf, writesTarget, type TargetChange } from './targetDiff.ts';
import { keyOfTarget, type TargetEntry } from './targetEntry.ts';

const TARGETS_A_STEP = 2_000;

/** A file of targets judged against the targets that are stored; yields the number of rows done. */
export function* checkTargetsSteps(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping,
): Generator<number, CheckedFile> {
  const stored = new Map(dataset.targets.map((target) => [keyOfTarget(target), target]));
  const read = yield* readTargets(reading, dataset, names, mapping, stored);
  const rowsOf = rowsByKey(read.entries);
  const problems = [...reading.problems, ...read.problems];
  const targets: TargetChange[] = [];
  for (const [at, entry] of read.entries.entries()) {
    if (at % TARGETS_A_STEP === TARGETS_A_STEP - 1) yield at;
    const key = keyOfTarget(entry);
    const rows = rowsOf.get(key) ?? [];
    if (rows.length > 1) problems.push(duplicate(entry, rows));
    else targets.push(targetChangeOf(entry, stored.get(key) ?? null, dataset));
  }
  problems.push(...targets.flatMap(slip), ...fractions(targets, dataset));
  const place = (problem: FileProblem): number => problem.row ?? Number.MAX_SAFE_INTEGER;
  problems.sort((a, b) => place(a) - place(b));
  return { changes: [], targets, problems, symbols: [], left_out: read.left_out };
}

function rowsByKey(entries: readonly TargetEntry[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const entry of entries) {
    const known = rows.get(keyOfTarget(entry));
    if (known === undefined) rows.set(keyOfTarget(entry), [entry.row]);
    else known.push(entry.row);
  }
  return rows;
}

function placeOf({ row, column, raw }: TargetEntry): Pick<FileProblem, 'row' | 'column' | 'column_name' | 'raw'> {
  return { row, column: column.letter, column_name: column.name, raw };
}

function duplicate(entry: TargetEntry, rows: readonly number[]): FileProblem {
  const { region, indicator, year } = entry;
  const detail = { region, indicator, year: String(year), rows: rows.slice(0, 10).join('、') };
  return { code: 'duplicate_key', ...placeOf(entry), detail };
}

/** A power of ten away from the target it replaces. */
function slip({ entry, stored, kind }: TargetChange): FileProblem[] {
  if (kind !== 'revised' || stored === null) return [];
  const now = new Map([[entry.year, { value: Number(entry.value), break: false }]]);
  const found = implausibleChange(now, entry.year, Number(stored.value));
  if (found === null) return [];
  const detail = {
    region: entry.region,
    indicator: entry.indicator,
    reason: found.reason,
    against: found.against,
    direction: found.factor >= 1 ? 'up' : 'down',
    factor: (found.factor >= 1 ? found.factor : 1 / found.factor).toPrecision(3),
    value: entry.value,
  };
  return [{ code: 'implausible_change', ...placeOf(entry), detail }];
}

/** Targets in % that are all at most 1 and written without %: 0.43, or 43 %? Never multiplied silently. */
function fractions(targets: readonly TargetChange[], dataset: Dataset): FileProblem[] {
  const ofIndicator = new Map<string, TargetChange[]>();
  for (const change of targets) {
    const { indicator, target_kind } = change.after;
    if (dataset.indicatorById.get(indicator)?.unit !== '%' || target_kind === 'rise') continue;
    const known = ofIndicator.get(indicator);
    if (known === undefined) ofIndicator.set(indicator, [change]);
    else known.push(change);
  }
  return [...ofIndicator].flatMap(([indicator, changes]): FileProblem[] => {
    const isFraction = ({ entry }: TargetChange): boolean => !entry.percent && Math.abs(Number(entry.value)) <= 1;
    const first = changes.find((change) => writesTarget(change) && Number(change.entry.value) !== 0);
    if (first === undefined || !changes.every(isFraction)) return [];
    return [{ code: 'fraction_for_percent', ...placeOf(first.entry), row: null, detail: { indicator } }];
  });
}
