import { Hono } from 'hono';
import { TemplateQuery, YearOfForm } from '../../core/api.ts';
import { toCsv } from '../../core/csvText.ts';
import { AppError } from '../../core/problem.ts';
import { yearlyForm } from '../../core/views/yearlyForm.ts';
import { attachment } from '../attachment.ts';
import type { ReadEnv } from '../stored.ts';
import { parameterProblem, validate } from '../validate.ts';
import { writeWorkbook, XLSX_TYPE } from '../workbook/writeWorkbook.ts';
import { yearlyFormSheet } from '../workbook/yearlyFormSheet.ts';

/** The empty yearly form, as CSV and as a workbook. */
export const templates = () =>
  new Hono<ReadEnv>().get('/templates/:file', validate('query', TemplateQuery), async (c) => {
    const [, text, kind] = /^(.+)\.(csv|xlsx)$/.exec(c.req.param('file')) ?? [];
    if (text === undefined) throw new AppError('not_found', null, { id: c.req.param('file') });
    const year = YearOfForm.safeParse(text);
    if (!year.success) throw parameterProblem(year.error.issues.map((issue) => ({ ...issue, path: ['year'] })));
    const { indicators, lang, bom } = c.req.valid('query');
    const form = yearlyForm(c.var.moment.dataset, { year: year.data, indicators, lang });
    const fileName = `${lang === 'zh' ? `${text}年报表` : `form-${text}`}.${kind ?? ''}`;
    if (kind === 'csv') {
      const header = [form.region_header, ...form.columns.map((column) => column.header)];
      const rows = form.rows.map(({ name, cells }) => [name, ...cells.map((cell) => ({ number: cell.text }))]);
      return c.body(toCsv(header, rows, { bom }), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment(fileName),
      });
    }
    const workbook = await writeWorkbook([yearlyFormSheet(form, { year: year.data, lang })]);
    return c.body(workbook, 200, { 'content-type': XLSX_TYPE, 'content-disposition': attachment(fileName) });
  });
