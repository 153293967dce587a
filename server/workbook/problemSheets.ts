import type { FileProblemAnswer } from '../../core/csv/draftAnswer.ts';
import { columnIndex } from '../../core/csv/columnLetter.ts';
import type { FileProblemSeverity } from '../../core/csv/fileProblem.ts';
import type { Lang } from '../../core/region.ts';
import { textCell, type Cell, type WorkbookSheet } from './writeWorkbook.ts';

/** The uploaded table with its corrections, and what was found in it. */
export type ProblemTable = {
  rows: readonly (readonly string[])[];
  /** As the spreadsheet numbers it; null: none was found. */
  header_row: number | null;
  problems: readonly FileProblemAnswer[];
};

type Style = { backgroundColor: string };

/** A workbook with more cells, or a longer list, takes more memory than it is worth; the CSV has all problems. */
const MOST_CELLS = 500_000;
const MOST_LISTED = 20_000;
/** What a spreadsheet can hold in one cell. Source: Excel specifications and limits. */
const LONGEST_CELL = 32_767;

const FILL: Record<FileProblemSeverity, string> = { error: '#f6c1b8', confirm: '#fbe3a1', note: '#dde7f3' };
const BOLD = { fontWeight: 'bold' } as const;

const WORDS = {
  zh: {
    table: '数据',
    list: '问题',
    comment: '问题与建议',
    head: ['行', '列', '列名', '级别', '原文', '说明', '建议'],
    severity: { error: '错误', confirm: '需确认', note: '提示' },
    confirmed: '已确认',
    more: (n: number) => `另有 ${String(n)} 处没有列出，见 problems.csv`,
  },
  en: {
    table: 'Data',
    list: 'Problems',
    comment: 'Problems and suggestions',
    head: ['Row', 'Column', 'Header', 'Severity', 'Text', 'What is wrong', 'Suggestion'],
    severity: { error: 'error', confirm: 'to confirm', note: 'note' },
    confirmed: 'confirmed',
    more: (n: number) => `${String(n)} more are not listed; see problems.csv`,
  },
} as const;

/**
 * The problems of a draft as sheets: the table itself, cell for cell where it was, coloured by severity and with the
 * sentences in a column after the last one, ready to be corrected and uploaded again; and the list of problems.
 */
export function problemSheets(table: ProblemTable, lang: Lang): WorkbookSheet[] {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const list = listSheet(table.problems, lang);
  return table.rows.length * width > MOST_CELLS ? [list] : [tableSheet(table, width, lang), list];
}

const severityOf = (problem: FileProblemAnswer): FileProblemSeverity =>
  problem.confirmed === true ? 'note' : problem.severity;

function tableSheet({ rows, header_row, problems }: ProblemTable, width: number, lang: Lang): WorkbookSheet {
  const words = WORDS[lang];
  const styles = new Map<string, Style>();
  const comments = new Map<number, string[]>();
  const worst: FileProblemSeverity[] = ['note', 'confirm', 'error'];
  for (const problem of problems.toSorted((a, b) => worst.indexOf(severityOf(a)) - worst.indexOf(severityOf(b)))) {
    // What is said of a whole column stands at its header. Lines set aside are in order.
    const row = problem.row ?? header_row;
    if (row === null || problem.column === null || problem.code === 'set_aside') continue;
    styles.set(`${String(row)} ${String(columnIndex(problem.column))}`, { backgroundColor: FILL[severityOf(problem)] });
    if (row !== header_row) comments.set(row, [sentence(problem), ...(comments.get(row) ?? [])]);
  }
  const data = rows.map((row, index): Cell[] => {
    const number = index + 1;
    const cells = Array.from({ length: width }, (_, at) => {
      const style = styles.get(`${String(number)} ${String(at)}`);
      const cell = textCell((row[at] ?? '').slice(0, LONGEST_CELL));
      return style === undefined ? cell : { ...cell, ...style };
    });
    const comment = number === header_row ? words.comment : comments.get(number)?.join('\n');
    return comment === undefined ? cells : [...cells, { ...textCell(comment.slice(0, LONGEST_CELL)), wrap: true }];
  });
  return {
    sheet: words.table,
    data,
    columns: [...Array.from({ length: width }, () => ({ width: 14 })), { width: 60 }],
    ...(header_row === null ? {} : { stickyRowsCount: header_row }),
  };
}

function sentence({ message, suggestion }: FileProblemAnswer): string {
  return suggestion === null ? message : `${message} ${suggestion}`;
}

function listSheet(problems: readonly FileProblemAnswer[], lang: Lang): WorkbookSheet {
  const words = WORDS[lang];
  const data = problems.slice(0, MOST_LISTED).map((problem): Cell[] => {
    const text = [problem.column, problem.column_name].map((part) => textOnly(part));
    const severity = problem.confirmed === true ? words.confirmed : words.severity[problem.severity];
    return [
      problem.row,
      ...text,
      { value: severity, backgroundColor: FILL[severityOf(problem)] },
      ...[problem.raw, problem.message, problem.suggestion].map((part) => textOnly(part)),
    ];
  });
  const left = problems.length - data.length;
  return {
    sheet: words.list,
    data: [
      words.head.map((value) => ({ value, ...BOLD })),
      ...data,
      ...(left > 0 ? [[{ value: words.more(left), type: String }]] : []),
    ],
    columns: [6, 6, 24, 10, 20, 60, 60].map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

function textOnly(text: string | null): Cell {
  return text === null || text === '' ? null : { value: text.slice(0, LONGEST_CELL), type: String, wrap: true };
}
