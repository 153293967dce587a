const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
// Before NFKC, which would turn ① into 1 and make 北京① another name.
const TRAILING_MARKS = /(?:\s*(?:[*＊†‡①-⑳⑴-⒇¹²³⁰⁴-⁹]|[[［〔【]\s*\d{1,2}\s*[\]］〕】]))+\s*$/u;
const SUB_ITEM = /^(?:\s*(?:[#＃]|其中\s*[:：]))+\s*/u;

/** Footnote marks after a label, and the `#` or 其中： of a sub-item before it, taken off. */
export function stripMarks(raw: string): string {
  return raw.replace(TRAILING_MARKS, '').replace(SUB_ITEM, '');
}

/**
 * The one form in which names are compared: NFKC, without spaces (地  区 is 地区), footnote marks and case. Applying it
 * twice changes nothing.
 */
export function normalizeName(raw: string): string {
  const plain = stripMarks(raw.replace(INVISIBLE, '')).normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  // Rarer forms of the marks are themselves only now.
  return stripMarks(plain.replace(INVISIBLE, '').normalize('NFKC'));
}

/** True for a cell with nothing to read: empty, or spaces of any width. */
export function isBlank(raw: string): boolean {
  return raw === '' || raw.replace(INVISIBLE, '').trim() === '';
}
