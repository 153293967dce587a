import type { FileProblem } from './fileProblem.ts';
import { raw, said, type ProblemText } from './said.ts';

/** Sentences of `bad_year`. */
export function yearText(problem: FileProblem): ProblemText {
  const { reason = '', text = '', limit = '' } = problem.detail;
  if (reason === 'part') {
    return said(
      `「${text}」不是全年数`,
      `“${text}” is not a whole year`,
      '这里只收全年数；确是全年数请改正标题，或加一列“年份”',
      'Only figures of whole years are kept; if they are, correct the title or add a column “year”',
    );
  }
  if (reason === 'future') {
    return said(
      `${text} 年还没有到，不会有统计数`,
      `${text} has not come yet; there are no statistics for it`,
      `请核对年份（最晚 ${limit} 年）`,
      `Check the year (${limit} at the latest)`,
    );
  }
  if (reason === 'early') {
    return said(
      `${text} 年早于 ${limit} 年，不收`,
      `${text} is before ${limit}, the first year kept`,
      '请核对年份',
      'Check the year',
    );
  }
  const empty = raw(problem).trim() === '';
  return said(
    empty ? '年份是空的' : `“${raw(problem)}”不是四位年份`,
    empty ? 'The year is empty' : `“${raw(problem)}” is not a year of four digits`,
    empty ? '请填写年份；如果是合并单元格，请取消合并并向下填充' : '请写成 2024 或 2024年',
    empty ? 'Fill in the year; unmerge merged cells and fill them down' : 'Write 2024 or 2024年',
  );
}
