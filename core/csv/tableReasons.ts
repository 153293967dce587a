import type { FileProblem } from './fileProblem.ts';
import { raw, said, type ProblemText } from './said.ts';

/** Why a table is refused that has a header or seems to: `bad_header`, by reason. */
export const TABLE_REASONS: Record<string, (problem: FileProblem) => ProblemText> = {
  transposed: () =>
    said(
      '省份排成了一行，而这里要每行一个省份',
      'The provinces stand in one row, while one row for each province is wanted',
      '请在表格软件里复制后选“粘贴 → 转置”，再保存上传',
      'Copy it, choose “Paste special → Transpose”, and save it again',
    ),
  one_column: () =>
    said(
      '每行只读出一格：列之间不是逗号、分号或制表符',
      'Every row was read as one cell: the columns are not separated by commas, semicolons or tabs',
      '请用表格软件打开，另存为 CSV（逗号分隔）后上传',
      'Open it in a spreadsheet and save it as CSV',
    ),
  two_regions: () =>
    said(
      '有两列都是地区，且同一行不是同一个地区：像是两张表左右并排',
      'Two columns name different regions in the same row: two tables seem to stand side by side',
      '请把并排的表上下接起来，或分开上传',
      'Put one table below the other, or upload them one by one',
    ),
  two_years: ({ detail }) =>
    said(
      `标题里有两个年份：${detail['years'] ?? ''}`,
      `The title names two years: ${(detail['years'] ?? '').replaceAll('、', ', ')}`,
      '请在标题里只留数据的年份，或加一列“年份”',
      'Leave the year of the figures only, or add a column “year”',
    ),
  other_table: ({ row }) =>
    said(
      `第 ${String(row)} 行起是另一张表（列名、单位、年份或指标与上面不同），请分开上传`,
      `Another table begins at row ${String(row)} (other columns, unit, year or indicator); upload it separately`,
      '请把这一行以下的内容另存为一个文件',
      'Save what follows from this row as a file of its own',
    ),
  other_unit: (problem) =>
    said(
      `表下方写着“${raw(problem)}”，与表头或标题里的单位不同`,
      `Below the table stands “${raw(problem)}”, which differs from the unit of the header or title`,
      '请只留正确的单位，写在标题或列名里',
      'Leave the right unit only, in the title or the header',
    ),
};
