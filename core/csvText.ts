/** A cell of our own CSV: text, a number as text it was published with, or nothing. */
export type CsvCell = string | number | boolean | null | undefined | { number: string };

/** A text cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const quoted = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.number;
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return String(cell);
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
}

/**
 * CSV text with a header row and CRLF lines. Text that a spreadsheet would run gets a leading apostrophe, numbers
 * never do. With `bom` Chinese Excel opens it as UTF-8.
 * Source: API contract, CSV twins.
 */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { bom }: { bom: boolean },
): string {
  const lines = [header.map(quoted), ...rows.map((row) => row.map(cellText))].map((cells) => `${cells.join(',')}\r\n`);
  return (bom ? '\uFEFF' : '') + lines.join('');
}
