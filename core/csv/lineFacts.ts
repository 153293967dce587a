import type { Dataset } from '../dataset.ts';
import type { Bound, FigureStatus } from '../observation.ts';
import { mapped, type Complaints } from './complaints.ts';
import { parseBound, parseStatus, tellsOfOtherDefinition } from './figureWords.ts';
import { isBlank } from './normalizeName.ts';
import type { ImportMapping, Line, NameReaders } from './reading.ts';
import type { RegionMatch } from './region.ts';

/** What a row says for all its figures. */
export type LineFacts = {
  row: number;
  region: RegionMatch;
  bound: Bound | null;
  status: FigureStatus | null;
  break: boolean | null;
  note: string | null;
  source: string | null;
};

export type LeftOut = { row: number; name: string; class: string };

const BREAK_WORDS = /^(?:b|1|是|y|yes|true|断点)$/iu;
const OUTSIDE: RegionMatch = { kind: 'out_of_scope', class: 'other' };

/** Reads the part of a row that is the same for all its figures; rows outside the provinces go to `leftOut`. */
export class LineReader {
  readonly leftOut: LeftOut[] = [];
  readonly #dataset: Dataset;
  readonly #names: NameReaders;
  readonly #mapping: ImportMapping;
  readonly #complaints: Complaints;

  constructor(dataset: Dataset, names: NameReaders, mapping: ImportMapping, complaints: Complaints) {
    this.#dataset = dataset;
    this.#names = names;
    this.#mapping = mapping;
    this.#complaints = complaints;
  }

  read(line: Line): LineFacts {
    const region = this.#region(line);
    const facts: LineFacts = {
      row: line.row,
      region,
      bound: null,
      status: null,
      break: line.break === null ? null : BREAK_WORDS.test(line.break.trim()),
      note: null,
      source: null,
    };
    if (region.kind !== 'region') return facts;
    const notes: string[] = [];
    const note = said(line.note);
    if (note !== null) {
      notes.push(note);
      if (tellsOfOtherDefinition(note)) this.#complaints.inLine('definition_changed', line, 'note', note);
    }
    const bound = said(line.bound);
    if (bound !== null) {
      facts.bound = parseBound(bound);
      if (facts.bound === null) {
        this.#complaints.inLine('definition_changed', line, 'bound', bound);
        notes.push(bound);
      }
    }
    const status = said(line.status);
    if (status !== null) {
      facts.status = parseStatus(status);
      if (facts.status === null) notes.push(status);
    }
    const source = said(line.source);
    if (source !== null) {
      facts.source = this.#source(source);
      if (facts.source === null) notes.push(source);
    }
    if (notes.length > 0) facts.note = notes.join('；');
    return facts;
  }

  #region(line: Line): RegionMatch {
    const given = mapped(this.#mapping.regions, line.region);
    if (given === 'ignore') return this.#leaveOut(line, 'other');
    if (given !== undefined) return { kind: 'region', region: given, near: false };
    if (this.#complaints.refusesText(line.region, line, 'region')) return { kind: 'unknown', candidates: [] };
    const match = this.#names.readRegion(line.region);
    if (match.kind === 'out_of_scope') return this.#leaveOut(line, match.class);
    if (match.kind === 'unknown') {
      const candidates = match.candidates.map((region) => this.#dataset.regionById.get(region)?.short_zh ?? region);
      this.#complaints.inLine('unknown_region', line, 'region', line.region, { candidates: candidates.join('、') });
    } else if (match.near) {
      this.#complaints.onceInLine('near_match', line, 'region', line.region, { region: match.region });
    }
    return match.kind === 'region' && this.#codeDiffers(line, match.region)
      ? { kind: 'unknown', candidates: [] }
      : match;
  }

  /** A code column beside the names that means another region: which of the two is right cannot be known. */
  #codeDiffers(line: Line, region: string): boolean {
    const code = line.region_code ?? '';
    const match = this.#names.readRegion(code);
    if (match.kind !== 'region' || match.region === region) return false;
    const detail = { reason: 'code', region: match.region, named: line.region.trim() };
    this.#complaints.inLine('unknown_region', line, 'region_code', code, detail);
    return true;
  }

  #leaveOut(line: Line, reason: string): RegionMatch {
    this.leftOut.push({ row: line.row, name: line.region.trim(), class: reason });
    this.#complaints.inLine('region_out_of_scope', line, 'region', line.region, { class: reason });
    return OUTSIDE;
  }

  #source(text: string): string | null {
    if (this.#dataset.sourceById.has(text)) return text;
    return this.#dataset.sources.find((source) => source.title_zh === text)?.source ?? null;
  }
}

function said(text: string | null): string | null {
  return text === null || isBlank(text) ? null : text.trim();
}
