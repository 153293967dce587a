import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { writeZip } from '../../server/import/xlsx/writeZip.ts';

/** The bytes of a workbook, as a spreadsheet would save it. */
export function workbook(...sheets: { sheet: string; data: Cell[][] }[]): Promise<Buffer> {
  return writeExcelFile(sheets as Sheet<never>[]).toBuffer();
}

/** A cell of text as a spreadsheet keeps it that somebody typed or opened a CSV in: plain numbers become numbers. */
export function typed(text: string): Cell {
  if (text === '') return null;
  return String(Number(text)) === text ? Number(text) : { value: text, type: String };
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Text of the parts of a workbook with the given sheets, each with the XML of its `sheetData`. */
export function parts(
  sheets: { name: string; data: string; state?: string }[],
  { styles = '' }: { styles?: string } = {},
): Record<string, string> {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${String(at + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(at + 1)}"/>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${RELATION}/worksheet" Target="worksheets/sheet${String(at + 1)}.xml"/>`,
  );
  if (styles !== '') relations.push(`<Relationship Id="rIdS" Type="${RELATION}/styles" Target="styles.xml"/>`);
  return {
    'xl/workbook.xml': `${head}<workbook xmlns:r="${RELATION}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ data }, at) => [
        `xl/worksheets/sheet${String(at + 1)}.xml`,
        `${head}<worksheet><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...(styles === '' ? {} : { 'xl/styles.xml': `${head}<styleSheet>${styles}</styleSheet>` }),
  };
}

/** An archive of texts. */
export function zip(files: Record<string, string>): Buffer {
  return writeZip(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

/** A packed archive of one file, which may say of itself that it is of another size. */
export function packedZip(name: string, content: Buffer, saidSize = content.length): Buffer {
  const bytes = writeZip([{ name, content }]);
  bytes.writeUInt32LE(saidSize, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24);
  bytes.writeUInt32LE(saidSize, 22);
  return bytes;
}
