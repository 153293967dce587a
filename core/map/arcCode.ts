/** Printable characters without quote and backslash: 64 digits. */
const DIGITS = '()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefgh';
const BASE = 32;

/** Whole numbers as text: zigzag, five bits a character, the higher half of the digits meaning that more follow. */
export function encodeInts(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    while (rest >= BASE) {
      text += DIGITS[BASE + (rest % BASE)]!;
      rest = Math.floor(rest / BASE);
    }
    text += DIGITS[rest]!;
  }
  return text;
}

/** Inverse of `encodeInts`. */
export function decodeInts(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let factor = 1;
  for (const char of text) {
    const digit = DIGITS.indexOf(char);
    value += (digit % BASE) * factor;
    if (digit >= BASE) {
      factor *= BASE;
      continue;
    }
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
    value = 0;
    factor = 1;
  }
  return numbers;
}

/** Arcs, each a flat x0 y0 dx1 dy1 …, as one text with a blank between them. */
export function encodeArcs(arcs: readonly (readonly number[])[]): string {
  return arcs.map(encodeInts).join(' ');
}

export function decodeArcs(text: string): number[][] {
  return text.split(' ').map(decodeInts);
}
