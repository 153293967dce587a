import { Big } from 'big.js';
import { shiftDecimal, type Decimal } from '../decimal.ts';

/** A spreadsheet keeps this many significant digits; what it writes after them is binary noise. */
const DIGITS = 15;

/**
 * The number a workbook stores, as the shortest decimal text of it: `0.30000000000000004` is `0.3`, `1E-2` is `0.01`. Text
 * that is no finite number comes back as it is, so that the reader of the cell refuses it.
 */
export function storedNumber(text: string): Decimal {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const plain = new Big(value.toPrecision(DIGITS)).toFixed();
  return /[1-9]/.test(plain) ? plain : '0';
}

/** The same for a cell that shows per cent: `0.065` is `6.5%`, as the person who looks at the sheet reads it. */
export function storedPercent(text: string): string {
  const plain = storedNumber(text);
  if (plain === text && !Number.isFinite(Number(text))) return text;
  return `${storedNumber(shiftDecimal(plain, 2))}%`;
}
