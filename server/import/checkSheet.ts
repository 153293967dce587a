import { AppError } from '../../core/problem.ts';
import { openWorkbook } from './xlsx/openWorkbook.ts';
import { isZip } from './xlsx/readZip.ts';

/** Throws AppError `bad_parameter`, naming the sheets there are, when a file has no sheet of that name. */
export async function checkSheet(bytes: Buffer, sheet: string, parameter: string): Promise<void> {
  const names = isZip(bytes) ? (await openWorkbook(bytes)).sheets.map(({ name }) => name) : [];
  if (names.includes(sheet)) return;
  const list = names.join('、');
  throw new AppError(
    'bad_parameter',
    names.length === 0
      ? { zh: '这个文件没有工作表，不能指定 sheet', en: 'This file has no sheets to choose from' }
      : {
          zh: `没有名为“${sheet}”的工作表；有：${list}`,
          en: `No sheet named “${sheet}”; there are: ${names.join(', ')}`,
        },
    { parameter, parameters: [{ name: parameter }], sheets: names },
  );
}
