import { AppError, type Sentence } from '../../../core/problem.ts';

/** Why a file that looks like a workbook cannot be read: one sentence each, with what to do. */
const REASONS = {
  broken: {
    zh: '工作簿已损坏或不完整。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'The workbook is damaged or incomplete. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  archive: {
    zh: '这是压缩包，里面没有 Excel 工作簿（.xlsx）。请解压后上传里面的表格。',
    en: 'This is an archive without an Excel workbook (.xlsx) in it. Upload the table inside it.',
  },
  xlsb: {
    zh: '这是二进制工作簿（XLSB）。请用 Excel 打开，另存为 .xlsx 后再上传。',
    en: 'This is a binary workbook (XLSB). Open it in Excel, save it as .xlsx and upload that.',
  },
  encrypted: {
    zh: '工作簿设有打开密码。请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx，再上传。',
    en: 'The workbook is protected by a password. Open it, take the password off, save it as .xlsx and upload that.',
  },
  too_large: {
    zh: '工作簿解压后太大，没有读取。请只保留需要的工作表，另存后再上传。',
    en: 'The workbook is too large once unpacked and was not read. Keep only the sheet you need and save it again.',
  },
  too_wide: {
    zh: '工作表占用的区域太大：很远的行或列里还有内容。请删除表格以外的行和列，另存后再上传。',
    en: 'The sheet spans too large an area: there is something in a row or column far away. Delete what is outside the table and save again.',
  },
  no_sheet: {
    zh: '工作簿里没有可以读取的工作表。',
    en: 'There is no sheet in the workbook that can be read.',
  },
} as const satisfies Record<string, Sentence>;

export type WorkbookTrouble = keyof typeof REASONS;

export function notATable(trouble: WorkbookTrouble): AppError {
  return new AppError('not_a_table', REASONS[trouble]);
}
