import { roundDecimal, type Decimal } from './decimal.ts';

/** Decimal text with its whole part grouped in threes: `1234567.50` → `1,234,567.50`. The minus is U+2212 nowhere: a plain `-`. */
export function groupDigits(value: Decimal): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A figure as it is shown: rounded to `decimals` (null: as published), grouped, without unit. */
export function displayDecimal(value: Decimal, decimals: number | null): string {
  return groupDigits(roundDecimal(value, decimals));
}

/** How a figure below the table's smallest unit is shown: `<0.1` for one decimal. */
export function displayBelowSmallest(decimals: number | null): string {
  const places = decimals ?? 0;
  return places === 0 ? '<1' : `<0.${'0'.repeat(places - 1)}1`;
}

/** A place in a ranking, `=2` when it is shared; an em dash without one. */
export function displayRank(rank: number | null, tied: boolean): string {
  return rank === null ? '—' : `${tied ? '=' : ''}${String(rank)}`;
}
