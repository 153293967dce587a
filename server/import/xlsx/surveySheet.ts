import { columnIndex } from '../../../core/csv/columnLetter.ts';
import { storedPercent } from '../../../core/csv/storedNumber.ts';
import { notATable } from './notATable.ts';
import { attributesOf, xmlText } from './xml.ts';

/** A cell whose text is not the value that is stored for it; places count from 0. */
export type SpecialCell = { row: number; column: number; text: string };

// None of these looks beyond the next `<`, so that the time grows with the length of the XML and no faster.
const ROW_OR_CELL = /<((?:[\w-]+:)?)(row|c)(?=[\s/>])([^<>]*)>/g;
const NESTED = /<(?:[\w-]+:)?(?:c|row)[\s/>]/;
const VALUE = /<(?:[\w-]+:)?v(?:\s[^<>]*)?>([^<]*)</;
const INLINE = /<(?:[\w-]+:)?is[\s>]/;
const FORMULA = /<(?:[\w-]+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*)<)/;
/** As nearly all programs write it; other orders are read attribute by attribute. */
const USUAL_CELL = /^ r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?\/?$/;
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
/** Of a sheet. Source: Excel specifications and limits. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** The time of the reader grows with the square of the rows beyond some hundred thousand. */
export const MOST_SHEET_ROWS = 200_000;
/** Far beyond any office's table; what a reader needs grows with it, whether the cells are filled or not. */
const MOST_PLACES = 10_000_000;

/**
 * Walks over the XML of a sheet before it is read: refuses one that spans too large an area, and finds what a reader of
 * values does not tell: numbers shown as per cent, formulas without a stored value, and errors such as #DIV/0!.
 */
export function surveySheet(xml: string, percent: ReadonlySet<string>): SpecialCell[] {
  const found: SpecialCell[] = [];
  let rows = 0;
  let lastRow = 0;
  let lastColumn = 0;
  for (const match of xml.matchAll(ROW_OR_CELL)) {
    const [tag, prefix = '', element, text = ''] = match;
    if (element === 'row') {
      rows++;
      const number = Number(attributesOf(text).get('r') ?? '1');
      if (!(number >= 1 && number <= LAST_ROW) || rows > MOST_SHEET_ROWS) throw notATable('too_wide');
      continue;
    }
    const cell = cellOf(text);
    const address = ADDRESS.exec(cell.address);
    const row = Number(address?.[2] ?? '0');
    const column = columnIndex(address?.[1] ?? '') ?? -1;
    if (row < 1 || column < 0) throw notATable('broken');
    if (row > LAST_ROW || column >= LAST_COLUMN) throw notATable('too_wide');
    if (tag.endsWith('/>')) continue;
    const start = match.index + tag.length;
    const end = xml.indexOf(`</${prefix}c`, start);
    if (end < 0) throw notATable('broken');
    if (end === start) continue;
    const content = xml.slice(start, end);
    if (NESTED.test(content)) throw notATable('broken');
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column + 1);
    if (lastRow * lastColumn > MOST_PLACES) throw notATable('too_wide');
    const special = specialText(cell, content, percent);
    if (special !== null) found.push({ row: row - 1, column, text: special });
  }
  return found;
}

type CellTag = { address: string; style: string; type: string };

function cellOf(tag: string): CellTag {
  const [, address, style = '', type = 'n'] = USUAL_CELL.exec(tag) ?? [];
  if (address !== undefined) return { address, style, type };
  const attributes = attributesOf(tag);
  return {
    address: attributes.get('r') ?? '',
    style: attributes.get('s') ?? '',
    type: attributes.get('t') ?? 'n',
  };
}

function specialText({ style, type }: CellTag, content: string, percent: ReadonlySet<string>): string | null {
  const value = VALUE.exec(content)?.[1];
  if (type === 'e') return xmlText(value ?? '#ERROR!');
  if (value === undefined || value === '') {
    const formula = type === 'str' && value === '' ? null : FORMULA.exec(content);
    return formula === null || INLINE.test(content) ? null : `=${xmlText(formula[1] ?? '').replace(/^=/, '')}`;
  }
  return type === 'n' && percent.has(style) ? storedPercent(value) : null;
}
