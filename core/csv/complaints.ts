import type { ColumnRole } from './columnRole.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import type { Column, Line, RawCell } from './reading.ts';

type Detail = Record<string, string>;

/** The problems of one file as they are found, each with the place a spreadsheet shows. */
export class Complaints {
  readonly problems: FileProblem[] = [];
  readonly #columnOf: Partial<Record<ColumnRole, Column>> = {};
  readonly #asked = new Set<string>();

  constructor(columns: readonly Column[]) {
    for (const column of columns) this.#columnOf[column.role] ??= column;
  }

  /** About the cell of a row in the column of a role. */
  inLine(code: FileProblemCode, line: Line, role: ColumnRole, raw: string, detail: Detail = {}): void {
    const column = this.#columnOf[role];
    this.problems.push({
      code,
      row: line.row,
      column: column?.letter ?? null,
      column_name: column?.name ?? null,
      raw,
      detail,
    });
  }

  /** The same about a name that is asked about once, however many rows use it. */
  onceInLine(code: FileProblemCode, line: Line, role: ColumnRole, raw: string, detail: Detail): void {
    const key = `${role}\u0000${raw}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.inLine(code, line, role, raw, detail);
  }

  atCell(code: FileProblemCode, cell: RawCell, detail: Detail = {}): void {
    const { line, column, raw } = cell;
    this.problems.push({ code, row: line.row, column: column.letter, column_name: column.name, raw, detail });
  }

  /** Texts that are no names: damaged characters, and what a spreadsheet would compute. True when it complained. */
  refusesText(text: string, line: Line, role: ColumnRole): boolean {
    if (text.includes('\ufffd')) this.inLine('undecodable', line, role, text);
    else if (/^\s*[=@＝＠]/u.test(text)) this.inLine('formula', line, role, text);
    else return false;
    return true;
  }
}

/** A person's mapping of one text; never a property that every object has. */
export function mapped(mapping: Record<string, string> | undefined, text: string): string | undefined {
  const key = text.trim();
  return mapping !== undefined && Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}
