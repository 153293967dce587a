import { isUtf8 } from 'node:buffer';
import { AppError, type Sentence } from '../../core/problem.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type DecodedText = { text: string; encoding: Encoding; bom: boolean };

/**
 * The text of an uploaded file: BOM, else UTF-16 by its zero bytes, else strict UTF-8, else GB18030. Every GBK file is
 * refused by strict UTF-8, so the order makes no mistake (measured on all province names). With `asked` that encoding
 * holds, and what does not fit it becomes U+FFFD, which later is a problem of its cell.
 *
 * Throws AppError `empty_file` or `not_a_table` with what the file seems to be.
 */
export function decode(bytes: Uint8Array, asked: Encoding | null = null): DecodedText {
  if (bytes.length === 0) throw emptyFile();
  const other = kindOfOtherFile(bytes);
  if (other !== null) throw new AppError('not_a_table', other);
  const decoded =
    asked === null ? guess(bytes) : { text: read(bytes, asked, false) ?? '', encoding: asked, bom: false };
  const text = decoded.text.startsWith('\ufeff') ? decoded.text.slice(1) : decoded.text;
  if (text.includes('\u0000')) throw new AppError('not_a_table', BINARY);
  if (text.trim() === '') throw emptyFile();
  return { ...decoded, text };
}

function emptyFile(): AppError {
  return new AppError('empty_file', {
    zh: '文件里没有内容。请在表格软件里打开确认，再保存为 CSV 上传。',
    en: 'There is nothing in the file. Open it in your spreadsheet, check it, and save it as CSV again.',
  });
}

function guess(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: strict(bytes, 'utf-8'), encoding: 'utf-8', bom: true };
  if (startsWith(bytes, [0xff, 0xfe])) return { text: strict(bytes, 'utf-16le'), encoding: 'utf-16le', bom: true };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: strict(bytes, 'utf-16be'), encoding: 'utf-16be', bom: true };
  const wide = utf16WithoutBom(bytes);
  if (wide !== null) return { text: strict(bytes, wide), encoding: wide, bom: false };
  if (bytes.includes(0)) throw new AppError('not_a_table', BINARY);
  if (isUtf8(bytes)) return { text: strict(bytes, 'utf-8'), encoding: 'utf-8', bom: false };
  return { text: strict(bytes, 'gb18030'), encoding: 'gb18030', bom: false };
}

function strict(bytes: Uint8Array, encoding: Encoding): string {
  const text = read(bytes, encoding, true);
  if (text === null) throw new AppError('not_a_table', BINARY);
  return text;
}

function read(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LOOKED_AT = 4_096;
const CLEARLY_MORE = 2;

/**
 * UTF-16 without a BOM: commas, digits and line ends are ASCII, so one byte of many pairs is zero, and mostly on the same
 * side; 一 and the full-width space have the zero on the other one.
 */
function utf16WithoutBom(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  if (bytes.length % 2 === 1 || length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const needed = length / 2 / 10;
  if (odd > needed && odd > even * CLEARLY_MORE) return 'utf-16le';
  if (even > needed && even > odd * CLEARLY_MORE) return 'utf-16be';
  return null;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}

const BINARY: Sentence = {
  zh: '文件里有不属于文本的字节，不是 CSV 或文本表格。请在表格软件里“另存为 CSV（UTF-8）”后再上传。',
  en: 'The file holds bytes that belong to no text, so it is not a CSV table. Save it as “CSV UTF-8” and upload that.',
};

function picture(name: string): Sentence {
  return {
    zh: `这是一张图片（${name}），不是表格。请上传原来的表格（CSV 或 XLSX）。`,
    en: `This is a picture (${name}), not a table. Upload the table it was made from, as CSV or XLSX.`,
  };
}

const SIGNATURES: readonly [number[], Sentence][] = [
  [[0x89, 0x50, 0x4e, 0x47], picture('PNG')],
  [[0xff, 0xd8, 0xff], picture('JPEG')],
  [[0x47, 0x49, 0x46, 0x38], picture('GIF')],
  [[0x42, 0x4d, 0x00], picture('BMP')],
  [
    [0x25, 0x50, 0x44, 0x46],
    {
      zh: '这是 PDF 文件，不是表格。请上传表格本身（CSV 或 XLSX）。',
      en: 'This is a PDF, not a table. Upload the table itself, as CSV or XLSX.',
    },
  ],
  [
    [0x1f, 0x8b],
    {
      zh: '这是压缩文件（GZIP）。请解压后上传里面的表格。',
      en: 'This is a compressed file (GZIP). Upload the table inside it.',
    },
  ],
  [
    [0x52, 0x61, 0x72, 0x21],
    {
      zh: '这是压缩文件（RAR）。请解压后上传里面的表格。',
      en: 'This is a compressed file (RAR). Upload the table inside it.',
    },
  ],
];

/** Excel before 2007 and Word; and whatever Office keeps under a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const OLD_WORKBOOK: Sentence = {
  zh: '这是旧版 Excel 或 Word 文件（XLS/DOC）。请用 Excel 或 WPS 打开，选“另存为 → Excel 工作簿（.xlsx）”再上传。',
  en: 'This is an old Excel or Word file (XLS/DOC). Open it, choose “Save as → Excel Workbook (.xlsx)”, and upload that.',
};
const ENCRYPTED_WORKBOOK: Sentence = {
  zh: '文件设有打开密码。请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx，再上传。',
  en: 'The file is protected by a password. Open it, take the password off, save it as .xlsx and upload that.',
};

function compoundFile(bytes: Uint8Array): Sentence {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name) ? ENCRYPTED_WORKBOOK : OLD_WORKBOOK;
}

function kindOfOtherFile(bytes: Uint8Array): Sentence | null {
  if (startsWith(bytes, COMPOUND_FILE)) return compoundFile(bytes);
  return SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1] ?? null;
}
