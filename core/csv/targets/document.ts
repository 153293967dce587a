import { compareText, firstDifference } from '../../firstDifference.ts';
import type { Source } from '../../target.ts';
import { isBlank } from '../normalizeName.ts';

/** What a cell of the document column names. `near`: only after punctuation or a bracket at the end is left out. */
export type DocumentMatch =
  { kind: 'document'; source: string; near: boolean } | { kind: 'unknown'; candidates: readonly string[] };
export type DocumentReader = (raw: string) => DocumentMatch;

const CANDIDATES_SHOWN = 3;
/** Shorter and longer texts are no titles, and nothing is suggested for them. */
const SHORTEST = 6;
const LONGEST = 200;

/**
 * A reader of titles: source id or title, exact but for quotes, dashes, spaces and 《》. Titles that are one figure apart
 * are two documents (江苏省2022年政府工作报告, 江西省2022年政府工作报告), so nothing nearer than punctuation is taken.
 */
export function documentReader(sources: readonly Pick<Source, 'source' | 'title_zh'>[]): DocumentReader {
  const exact = new Map<string, string>();
  const folded = new Map<string, string | null>();
  for (const { source, title_zh } of sources) {
    exact.set(plain(title_zh), source);
    exact.set(source, source);
    for (const key of new Set([fold(title_zh), fold(withoutBracket(title_zh))])) {
      const other = folded.get(key);
      folded.set(key, other === undefined || other === source ? source : null);
    }
  }
  const titles = sources.map(({ title_zh }) => ({ title_zh, pairs: pairsOf(fold(title_zh)) }));
  const known = new Map<string, DocumentMatch>();
  return (raw) => {
    const match = known.get(raw) ?? read(raw);
    known.set(raw, match);
    return match;
  };

  function read(raw: string): DocumentMatch {
    if (isBlank(raw)) return { kind: 'unknown', candidates: [] };
    const source = exact.get(plain(raw));
    if (source !== undefined) return { kind: 'document', source, near: false };
    const near = folded.get(fold(raw)) ?? folded.get(fold(withoutBracket(raw))) ?? null;
    if (near !== null) return { kind: 'document', source: near, near: true };
    return { kind: 'unknown', candidates: candidatesFor(fold(raw), titles) };
  }
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff《》〈〉]+/gu, '')
    .replace(/[“”„‟"「」『』‘’']/gu, '"')
    .replace(/[—–―−~-]+/gu, '-')
    .toLowerCase();
}

function withoutBracket(title: string): string {
  return plain(title).replace(/\([^()]*\)$/u, '');
}

function fold(title: string): string {
  return plain(title).replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** The titles with most pairs of characters in common with the text. */
function candidatesFor(text: string, titles: readonly { title_zh: string; pairs: ReadonlySet<string> }[]): string[] {
  if (text.length < SHORTEST || text.length > LONGEST) return [];
  const wanted = pairsOf(text);
  return titles
    .map(({ title_zh, pairs }) => ({ title_zh, likeness: likeness(wanted, pairs) }))
    .filter(({ likeness: found }) => found >= 0.6)
    .sort((a, b) => firstDifference(b.likeness - a.likeness, compareText(a.title_zh, b.title_zh)))
    .slice(0, CANDIDATES_SHOWN)
    .map(({ title_zh }) => title_zh);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Dice: 0 without a common pair, 1 with the same ones. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
