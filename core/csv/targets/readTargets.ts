import type { Dataset } from '../../dataset.ts';
import type { Indicator } from '../../indicator.ts';
import type { Target } from '../../target.ts';
import { Complaints, mapped } from '../complaints.ts';
import type { FileProblem } from '../fileProblem.ts';
import { LineReader, type LeftOut } from '../lineFacts.ts';
import { isBlank } from '../normalizeName.ts';
import type { ImportMapping, Line, NameReaders, Reading } from '../reading.ts';
import { parseYear } from '../year.ts';
import { documentReader, type DocumentReader } from './document.ts';
import { parseLocator } from './locator.ts';
import { parsePeriod, type Period } from './period.ts';
import { keyOfTarget, type TargetEntry } from './targetEntry.ts';
import type { TargetLine } from './targetLine.ts';
import { TargetValueReader } from './targetValue.ts';

const LINES_A_STEP = 500;
const CONFIDENCES: Record<string, Target['confidence']> = {
  high: 'high',
  medium: 'medium',
  low: 'low',
  高: 'high',
  中: 'medium',
  低: 'low',
};
/** 到2025年末 and the like, around a year in a form that is known. */
const AROUND_YEAR = /^[到至]?(.+?)[末底]?$/u;

export type TargetEntries = { entries: TargetEntry[]; problems: FileProblem[]; left_out: LeftOut[] };

/** Reads the rows of a file of targets one by one; yields how many are done. `stored` are the targets by key. */
export function* readTargets(
  reading: Reading,
  dataset: Dataset,
  names: NameReaders,
  mapping: ImportMapping,
  stored: ReadonlyMap<string, Target>,
): Generator<number, TargetEntries> {
  const reader = new TargetReader(reading, dataset, names, mapping, stored);
  const entries: TargetEntry[] = [];
  for (const [at, target] of reading.targets.entries()) {
    if (at % LINES_A_STEP === LINES_A_STEP - 1) yield at;
    const entry = reader.read(target);
    if (entry !== null) entries.push(entry);
  }
  return { entries, problems: reader.complaints.problems, left_out: reader.lines.leftOut };
}

class TargetReader {
  readonly complaints: Complaints;
  readonly lines: LineReader;
  readonly #values: TargetValueReader;
  readonly #documents: DocumentReader;
  readonly #whole: Reading['whole'];
  readonly #dataset: Dataset;
  readonly #names: NameReaders;
  readonly #mapping: ImportMapping;
  readonly #stored: ReadonlyMap<string, Target>;

  constructor(
    reading: Reading,
    dataset: Dataset,
    names: NameReaders,
    mapping: ImportMapping,
    stored: ReadonlyMap<string, Target>,
  ) {
    this.complaints = new Complaints(reading.columns);
    this.lines = new LineReader(dataset, names, mapping, this.complaints);
    this.#values = new TargetValueReader(reading, this.complaints);
    this.#documents = documentReader(dataset.sources);
    this.#whole = reading.whole;
    this.#dataset = dataset;
    this.#names = names;
    this.#mapping = mapping;
    this.#stored = stored;
  }

  /** Null when the row is left out or has a problem, which is told. All its problems are told at once. */
  read(target: TargetLine): TargetEntry | null {
    const { line, texts, column, raw } = target;
    const { region } = this.lines.read({ ...line, bound: null, status: null, break: null, note: null, source: null });
    if (region.kind === 'out_of_scope') return null;
    const year = this.#year(line);
    const indicator = this.#indicator(line);
    const source = this.#document(line);
    const period = this.#period(target);
    const confidence = this.#confidence(target);
    if (indicator === null) return null;
    const key =
      region.kind === 'region' && year !== null && source !== null
        ? { region: region.region, indicator: indicator.indicator, year, source }
        : null;
    const stored = key === null ? null : (this.#stored.get(keyOfTarget(key)) ?? null);
    const value = this.#values.read(target, indicator, stored?.target_kind ?? null);
    if (key === null || value === null || period === undefined || confidence === undefined) return null;
    const { isBare, ...figure } = value;
    const locator = said(texts.locator);
    return {
      ...key,
      ...figure,
      row: line.row,
      column,
      raw,
      period,
      confidence,
      modality: said(texts.modality) ?? value.modality,
      locator: locator === null ? null : parseLocator(locator),
      note: said(line.note),
      wording_zh: said(texts.wording),
      cell_words: isBare ? '' : raw.trim(),
    };
  }

  #year(line: Line): number | null {
    const text = line.year ?? '';
    const year = parseYear(text) ?? parseYear(AROUND_YEAR.exec(text.trim())?.[1] ?? '');
    if (year === null && !this.complaints.refusesText(text, line, 'year')) {
      this.complaints.inLine('bad_year', line, 'year', text);
    }
    return year;
  }

  #indicator(line: Line): Indicator | null {
    const text = line.indicator;
    const given = text === null ? this.#whole.indicator : mapped(this.#mapping.indicators, text);
    if (given != null) return this.#dataset.indicatorById.get(given) ?? null;
    if (text === null || this.complaints.refusesText(text, line, 'indicator')) return null;
    const match = this.#names.readIndicator(text);
    if (match.kind === 'unknown') {
      const candidates = match.candidates.map((found) => this.#dataset.indicatorById.get(found)?.name_zh ?? found);
      this.complaints.inLine('unknown_indicator', line, 'indicator', text, { candidates: candidates.join('、') });
      return null;
    }
    if (match.near) this.complaints.onceInLine('near_match', line, 'indicator', text, { indicator: match.indicator });
    return this.#dataset.indicatorById.get(match.indicator) ?? null;
  }

  #document(line: Line): string | null {
    const text = line.source ?? '';
    if (this.complaints.refusesText(text, line, 'source')) return null;
    const match = this.#documents(text);
    if (match.kind === 'unknown') {
      const detail = { what: 'document', candidates: match.candidates.join('”、“') };
      this.complaints.inLine('out_of_range', line, 'source', text, detail);
      return null;
    }
    if (match.near) this.complaints.onceInLine('near_match', line, 'source', text, { document: match.source });
    return match.source;
  }

  /** Undefined: said and not understood, which is told. */
  #period({ line, texts }: TargetLine): Period | null | undefined {
    const whole = said(texts.period);
    if (whole !== null) {
      const period = parsePeriod(whole);
      if (period !== null) return period;
      this.complaints.inLine('out_of_range', line, 'period', whole, { what: 'period' });
      return undefined;
    }
    const [from, to] = (['period_from', 'period_to'] as const).map((role) => {
      const text = said(texts[role]);
      const year = text === null ? null : parseYear(text);
      if (text === null || year !== null) return year;
      this.complaints.inLine('bad_year', line, role, text);
      return undefined;
    });
    if (from === undefined || to === undefined) return undefined;
    return from === null && to === null ? null : { from, to };
  }

  #confidence({ line, texts }: TargetLine): Target['confidence'] | null | undefined {
    const text = said(texts.confidence);
    if (text === null) return null;
    const key = text.toLowerCase();
    if (Object.hasOwn(CONFIDENCES, key)) return CONFIDENCES[key];
    this.complaints.inLine('out_of_range', line, 'confidence', text, { what: 'confidence' });
    return undefined;
  }
}

function said(text: string | null): string | null {
  return text === null || isBlank(text) ? null : text.trim();
}
