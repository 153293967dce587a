import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';

export type { Cell } from 'write-excel-file/node';
export type WorkbookSheet = Sheet<never>;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FIRST_DAY = 0x0021_0000;

/** The bytes of a workbook. The same sheets give the same bytes: the time of writing is left out. */
export async function writeWorkbook(sheets: WorkbookSheet[]): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(await writeExcelFile(sheets).toBuffer());
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    bytes.writeUInt32LE(FIRST_DAY, at + 12);
    bytes.writeUInt32LE(FIRST_DAY, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

/**
 * A cell for a text of ours or of a file: a number where the workbook keeps exactly these digits, else text, which no
 * spreadsheet runs as a formula.
 */
export function textCell(text: string): Exclude<Cell, null | undefined | string> | null {
  if (text === '') return null;
  return String(Number(text)) === text && Number.isFinite(Number(text))
    ? { value: Number(text), type: Number }
    : { value: text, type: String };
}
