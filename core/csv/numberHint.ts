import type { Sentence } from '../problem.ts';

/** What spreadsheets make of numbers, by its form. */
export function numberHint(text: string): Sentence | null {
  if (/^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) {
    return {
      zh: '科学计数法可能丢了位数，请把单元格格式改为“数值”后重新保存',
      en: 'Digits may be lost in this form; format the cells as numbers and save the file again',
    };
  }
  if (/^#+$/.test(text)) {
    return { zh: '列宽不够，数值没有存下来，请加宽这一列后重新保存', en: 'Widen the column and save the file again' };
  }
  if (/^#[A-Z/0]+[!?]?$/i.test(text)) {
    return {
      zh: '这是表格软件的错误值，请改正公式后重新保存',
      en: 'This is an error value; mend the formula and save again',
    };
  }
  if (/^\(\d[\d,.]*\)$/.test(text)) {
    return { zh: '负数请写成带负号的数，如 -3.2', en: 'Write negative numbers with a minus sign, such as -3.2' };
  }
  return null;
}
