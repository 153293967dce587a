import { listZip, unpack, type ZipEntry } from './readZip.ts';
import { notATable } from './notATable.ts';
import { tagsOf } from './xml.ts';

export type Sheet = { name: string; hidden: boolean };
/** A workbook of which only the list of sheets has been read. */
export type Workbook = {
  /** In the order of the tabs; charts and dialogs are none, but count for `position`, from 1. */
  sheets: (Sheet & { path: string; position: number })[];
  /** Names of the parts every sheet needs. */
  shared: { workbook: string; relations: string; strings: string; styles: string };
  /** A part of the workbook, unpacked; null when there is none of that name. */
  read: (name: string) => Promise<Buffer | null>;
};

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const MIB = 1024 * 1024;
/** Of one part and of all parts together, unpacked: a sheet of 500,000 rows and 6 columns has about 100 MiB. */
const LARGEST_PART = 128 * MIB;
const LARGEST_WORKBOOK = 256 * MIB;

/**
 * Opens the bytes of a workbook. What it says about its size is checked before anything is unpacked, and no part can
 * become larger than it says. Macros, pictures and everything else beside the sheets is never looked at.
 *
 * Throws AppError `not_a_table`.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const entries = listZip(bytes);
  const main = entries.get(WORKBOOK);
  if (main === undefined) throw notATable(entries.has('xl/workbook.bin') ? 'xlsb' : 'archive');
  checkSizes(entries);
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name);
    return entry === undefined ? null : unpack(bytes, entry);
  };
  const [book, relations] = [await read(WORKBOOK), await read(RELATIONS)];
  if (book === null || relations === null) throw notATable('broken');
  const targets = tagsOf(relations.toString('utf8'), 'Relationship').map((relation) => ({
    id: relation.get('Id') ?? '',
    type: (relation.get('Type') ?? '').split('/').at(-1),
    path: pathOf(relation.get('Target') ?? ''),
  }));
  const sheets = tagsOf(book.toString('utf8'), 'sheet').flatMap((sheet, index) => {
    const target = targets.find(({ id, type }) => id === sheet.get('id') && type === 'worksheet');
    const name = sheet.get('name');
    if (target === undefined || name === undefined || !entries.has(target.path)) return [];
    return [{ name, hidden: (sheet.get('state') ?? 'visible') !== 'visible', path: target.path, position: index + 1 }];
  });
  if (sheets.length === 0) throw notATable('no_sheet');
  const partOf = (type: string, usual: string): string => targets.find((target) => target.type === type)?.path ?? usual;
  const shared = {
    workbook: WORKBOOK,
    relations: RELATIONS,
    strings: partOf('sharedStrings', 'xl/sharedStrings.xml'),
    styles: partOf('styles', 'xl/styles.xml'),
  };
  return { sheets, shared, read };
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Only XML is ever unpacked, so that large pictures do no harm. */
function checkSizes(entries: ReadonlyMap<string, ZipEntry>): void {
  let all = 0;
  for (const { name, size } of entries.values()) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    all += size;
    if (size > LARGEST_PART || all > LARGEST_WORKBOOK) throw notATable('too_large');
  }
}

/** Rows of the longest sheet: what decides whether a file is read at once. */
export async function countSheetRows(workbook: Workbook): Promise<number> {
  let most = 0;
  for (const { path } of workbook.sheets) {
    const part = (await workbook.read(path)) ?? Buffer.alloc(0);
    let rows = 0;
    for (let at = part.indexOf('row '); at >= 0; at = part.indexOf('row ', at + 4)) rows++;
    most = Math.max(most, rows);
  }
  return most;
}
