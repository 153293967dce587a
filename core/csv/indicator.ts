import type { DatasetRows } from '../dataset.ts';
import { isOneEditApart } from './editDistance.ts';
import { isBlank, normalizeName } from './normalizeName.ts';
import { parseUnit, type Unit } from './unit.ts';

/** What an indicator cell or header names, with the unit in its bracket if there is one. */
export type IndicatorMatch =
  | { kind: 'indicator'; indicator: string; unit: Unit | null; near: boolean }
  | { kind: 'unknown'; candidates: readonly string[] };

export type IndicatorReader = (raw: string) => IndicatorMatch;

/** Words in a bracket that tell the stage or price of a figure, not another definition; to be confirmed by a person. */
const QUALIFIER = /\((?:快报|快报数|初步|初步数|初步核算|初步统计|预计|现价|当年价|当年价格|年报|全年|本年|本期)\)$/u;
const BRACKET = /^(.+?)\(([^()]*(?:\([^()]*\))?[^()]*)\)$/u;
const SLASH = /^(.+?)[/,、:](?:单位:?)?([^/,、:]+)$/u;

/**
 * A reader of indicator names: id, Chinese or English name, or alias, exact after `normalizeName` and without a bracketed
 * unit. Nothing shorter is guessed: 数字经济占比 could be two indicators. Source: data-model, indicator_aliases.
 */
export function indicatorReader(rows: Pick<DatasetRows, 'indicators' | 'indicator_aliases'>): IndicatorReader {
  const exact = new Map<string, string>();
  const folded = new Map<string, string | null>();
  const add = (name: string, indicator: string): void => {
    exact.set(normalizeName(name), indicator);
    const key = fold(name);
    const other = folded.get(key);
    folded.set(key, other === undefined || other === indicator ? indicator : null);
  };
  for (const { indicator, alias } of rows.indicator_aliases) add(alias, indicator);
  for (const { indicator, name_zh, name_en } of rows.indicators) {
    add(name_en, indicator);
    add(name_zh, indicator);
    add(indicator, indicator);
  }
  const known = new Map<string, IndicatorMatch>();
  return (raw) => {
    let match = known.get(raw);
    if (match === undefined) {
      match = isBlank(raw) ? { kind: 'unknown', candidates: [] } : read(normalizeName(raw), exact, folded);
      known.set(raw, match);
    }
    return match;
  };
}

function read(
  name: string,
  exact: ReadonlyMap<string, string>,
  folded: ReadonlyMap<string, string | null>,
): IndicatorMatch {
  const whole = exact.get(name);
  if (whole !== undefined) return { kind: 'indicator', indicator: whole, unit: null, near: false };
  const split = splitUnit(name);
  const withoutUnit = split === null ? undefined : exact.get(split.name);
  if (split !== null && withoutUnit !== undefined) {
    return { kind: 'indicator', indicator: withoutUnit, unit: split.unit, near: false };
  }
  const bare = (split?.name ?? name).replace(QUALIFIER, '');
  const near = exact.get(bare) ?? folded.get(fold(bare)) ?? null;
  if (near !== null) return { kind: 'indicator', indicator: near, unit: split?.unit ?? null, near: true };
  return { kind: 'unknown', candidates: candidatesFor(bare, exact) };
}

/** 软件业务收入(亿元) and 软件业务收入/亿元, taken apart; null when what follows is no unit. */
export function splitUnit(normalized: string): { name: string; unit: Unit } | null {
  for (const form of [BRACKET, SLASH]) {
    const parts = form.exec(normalized);
    const unit = parts?.[2] === undefined ? null : parseUnit(parts[2].replace(/^单位:/u, ''));
    if (parts?.[1] !== undefined && unit !== null && unit.word + String(unit.shift) !== '0') {
      return { name: parts[1], unit };
    }
  }
  return null;
}

function fold(name: string): string {
  return normalizeName(name).replace(/[^\p{Letter}\p{Number}]/gu, '');
}

const CANDIDATES_SHOWN = 3;

function candidatesFor(name: string, exact: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  if (name.length < 3) return [];
  for (const [alias, indicator] of exact) {
    if (isOneEditApart(alias, name) || (alias.length > 3 && (alias.includes(name) || name.includes(alias)))) {
      found.add(indicator);
    }
  }
  return [...found].sort().slice(0, CANDIDATES_SHOWN);
}
