/** The separators offices use; `，` is what a Chinese keyboard types, `|` what databases export. */
export const DELIMITERS = [',', '\t', ';', '，', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES_LOOKED_AT = 60;

/**
 * The separator that gives most lines the same number of cells. Separators inside quotes do not count. A text without
 * any of them is one column, read with a comma.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = firstLines(text, LINES_LOOKED_AT);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = steadiness(lines.map((line) => occurrences(line, delimiter)));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** How many lines share the commonest number of separators, with a little weight for more columns. */
function steadiness(counts: readonly number[]): number {
  const linesWith = new Map<number, number>();
  for (const count of counts) if (count > 0) linesWith.set(count, (linesWith.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, lines] of linesWith) score = Math.max(score, lines + Math.min(count, 50) / 100);
  return score;
}

function firstLines(text: string, limit: number): string[] {
  const lines: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length && lines.length < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) {
      lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (start < text.length && lines.length < limit) lines.push(text.slice(start, start + 100_000));
  return lines;
}

function occurrences(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) count++;
  }
  return count;
}
