import { compareDecimals, type Decimal } from '../../decimal.ts';
import type { Bound } from '../../observation.ts';
import { isBlank, stripMarks } from '../normalizeName.ts';
import { plainDigits } from '../number.ts';
import { parseUnit, type Unit } from '../unit.ts';
import { boundOf, type BoundWord } from './boundOf.ts';
import { takeWords, type Says } from './wordList.ts';

/** One target in the words of its document, taken apart. */
export type TargetWords = {
  kind: 'target';
  value: Decimal;
  /** Upper end of a range, else null. */
  value_to: Decimal | null;
  bound: Bound;
  /** What stands behind the number; null without a unit. */
  unit: Unit | null;
  modality: string | null;
  /** What the words say about the kind of target. */
  says: 'average' | 'growth' | 'rise' | 'yearly' | null;
  /** No word stands beside the number and its unit. */
  isBare: boolean;
};
export type TargetReading =
  TargetWords | { kind: 'blank' | 'formula' | 'undecodable' | 'not_a_number' | 'contradiction' };

const NUMBER = '-?\\d[\\d,]*(?:\\.\\d+)?';
const SINGLE = new RegExp(`^(${NUMBER})([余多]?)([^\\d]*)$`, 'u');
const RANGE = new RegExp(`^(${NUMBER})([^\\d]*?)[-~—–―−至到](${NUMBER})([^\\d]*)$`, 'u');
/** No target is longer; a sentence of a document is. */
const LONGEST = 200;
const YEAR = /^(?:19|20)\d{2}$/;

/**
 * Reads 超过10%, 36%左右, 低于1.3, 1-2家, 力争达到3万亿元, 年均增长12%以上, 提高3个百分点: one number or range with words of a
 * closed list around it. Never throws; whatever else stands in the cell makes it `not_a_number`. Source: methodology,
 * "Bounds"; workflows 3.3, reading rules.
 */
export function parseTargetWords(raw: string): TargetReading {
  if (isBlank(raw)) return { kind: 'blank' };
  if (raw.includes('\ufffd')) return { kind: 'undecodable' };
  if (raw.length > LONGEST) return { kind: 'not_a_number' };
  const text = stripMarks(raw)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/[。;,、]+$/u, '')
    .toLowerCase();
  if (/^[=@]/.test(text)) return { kind: 'formula' };
  const { rest, before, after } = takeWords(text.replace(/^\+(?=\d)/, ''));
  const said = [...before, ...after];
  const bounds = said.flatMap((word) => ('bound' in word ? [word.bound] : []));
  return readRange(rest, said, bounds) ?? readSingle(rest, said, bounds) ?? { kind: 'not_a_number' };
}

function readSingle(text: string, said: readonly Says[], bounds: readonly BoundWord[]): TargetReading | null {
  const [, digits = '', more = '', unitText = ''] = SINGLE.exec(text) ?? [];
  const value = plainDigits(digits);
  const unit = unitText === '' ? null : parseUnit(unitText);
  if (value === null || (unitText !== '' && unit === null)) return null;
  const bound = boundOf(more === '' ? bounds : [...bounds, 'gt']);
  if (bound === null) return { kind: 'contradiction' };
  const isBare = said.length === 0 && more === '';
  return { kind: 'target', value, value_to: null, bound, unit, isBare, ...toneOf(said) };
}

function readRange(text: string, said: readonly Says[], bounds: readonly BoundWord[]): TargetReading | null {
  const [, low = '', lowUnit = '', high = '', unitText = ''] = RANGE.exec(text) ?? [];
  const value = plainDigits(low);
  const value_to = plainDigits(high);
  const unit = unitText === '' ? null : parseUnit(unitText);
  if (value === null || value_to === null || (unitText !== '' && unit === null)) return null;
  // 2021-2025 without a unit is a period, 10家-12% nothing at all.
  if (unitText === '' && YEAR.test(value) && YEAR.test(value_to)) return null;
  if (lowUnit !== '' && !unitText.startsWith(lowUnit)) return null;
  const isPlain = bounds.every((bound) => bound === 'eq' || bound === 'kept');
  if (!isPlain || compareDecimals(value, value_to) >= 0) return { kind: 'contradiction' };
  return { kind: 'target', value, value_to, bound: 'range', unit, isBare: false, ...toneOf(said) };
}

function toneOf(said: readonly Says[]): Pick<TargetWords, 'modality' | 'says'> {
  let modality: string | null = null;
  let says: TargetWords['says'] = null;
  for (const word of said) {
    if ('modality' in word) modality = word.modality;
    if ('kind' in word) says = says === 'average' || word.kind === 'yearly' ? (says ?? word.kind) : word.kind;
  }
  return { modality, says };
}
