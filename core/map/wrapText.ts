import { textWidth, type Weight } from './textWidth.ts';

/** Characters that may not begin a line, and those that may not end one (GB/T 15834). */
const NOT_FIRST = '，。、；：？！）》」』】〉”’％,.;:?!)%';
const NOT_LAST = '（《「『【〈“‘(';

/** Where a line may break: between Han characters, after blanks; a Latin word or a number stays whole. */
function pieces(text: string): string[] {
  const parts = text.match(/[A-Za-z0-9À-ɏ.,:/()\-–%＝=']+ ?|./gsu) ?? [];
  return parts.reduce<string[]>((list, part) => {
    const last = list.at(-1);
    if (last !== undefined && (NOT_FIRST.includes(part) || NOT_LAST.includes(last.at(-1)!))) {
      return [...list.slice(0, -1), last + part];
    }
    return [...list, part];
  }, []);
}

/** Text broken into lines no wider than `width`; a single piece that is wider stands alone. Nothing is left out. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
