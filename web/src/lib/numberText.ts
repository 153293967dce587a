/**
 * A difference with its sign: `+0.5`, `−1.2`, `0`. `decimals` null: up to two places. Null is an en dash. Figures
 * themselves come as text from the server; only differences and paces are written here.
 */
export function signedText(value: number | null, decimals: number | null): string {
  if (value === null) return '–';
  const text = plainText(Math.abs(value), decimals);
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Text of a figure with the minus that differences have: `-0.42` is `−0.42`. */
export function minusText(text: string): string {
  return text.replace(/^-/, '−');
}

/** A number with grouping: `1,234.5`. `decimals` null: up to two places. */
export function plainText(value: number, decimals: number | null): string {
  return value
    .toLocaleString('en-US', { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 2 })
    .replace('-', '−');
}

/** A fraction as a percentage: 0.955 is `95.5%`. */
export function percentText(fraction: number): string {
  return `${plainText(fraction * 100, 1)}%`;
}
