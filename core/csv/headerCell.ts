import { splitUnit, type IndicatorMatch, type IndicatorReader } from './indicator.ts';
import { normalizeName } from './normalizeName.ts';
import { parseUnit, type Unit } from './unit.ts';
import { parseYear } from './year.ts';

/** What the header of a column of figures says; each part is null when the header does not say it. */
export type HeaderCell = {
  year: number | null;
  indicator: Extract<IndicatorMatch, { kind: 'indicator' }> | null;
  unit: Unit | null;
  /** Text that names neither an indicator nor a year. */
  unknown: boolean;
};

const YEAR_FIRST = /^((?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年?(?:度)?[_\-:.]?(.+)$/u;
const YEAR_LAST = /^(.+?)[_\-:.]?[(]?((?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年?(?:度)?[)]?$/u;

/**
 * Reads 2024年, 软件业务收入（亿元）, 2024年R&D经费投入强度, 软件业务收入_2024（亿元）, （个）: year, indicator and unit in one
 * header cell, in any of the usual orders.
 */
export function readHeaderCell(text: string, readIndicator: IndicatorReader): HeaderCell {
  const name = normalizeName(text);
  if (name === '') return { year: null, indicator: null, unit: null, unknown: false };
  const whole = readIndicator(name);
  if (whole.kind === 'indicator' && !whole.near) return found(null, whole);
  const split = splitUnit(name);
  const year = parseYear(name) ?? (split === null ? null : parseYear(split.name));
  if (year !== null) return { year, indicator: null, unit: split?.unit ?? null, unknown: false };
  const unitOnly = /^\(.*\)$/u.test(name) ? parseUnit(name) : null;
  if (unitOnly !== null) return { year: null, indicator: null, unit: unitOnly, unknown: false };
  const dated = withYear(name, readIndicator) ?? (split === null ? null : withYear(split.name, readIndicator));
  if (dated !== null) return { ...dated, unit: dated.unit ?? split?.unit ?? null };
  if (whole.kind === 'indicator') return found(null, whole);
  return { year: null, indicator: null, unit: split?.unit ?? null, unknown: true };
}

function withYear(name: string, readIndicator: IndicatorReader): HeaderCell | null {
  for (const [form, yearAt, restAt] of [
    [YEAR_FIRST, 1, 2],
    [YEAR_LAST, 2, 1],
  ] as const) {
    const parts = form.exec(name);
    const year = parseYear(parts?.[yearAt] ?? '');
    const match = readIndicator(parts?.[restAt] ?? '');
    if (year !== null && match.kind === 'indicator') return found(year, match);
  }
  return null;
}

function found(year: number | null, match: Extract<IndicatorMatch, { kind: 'indicator' }>): HeaderCell {
  return { year, indicator: match, unit: match.unit, unknown: false };
}
