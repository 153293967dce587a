import type { Lang } from '../../core/region.ts';
import type { YearlyForm } from '../../core/views/yearlyForm.ts';
import { textCell, type Cell, type WorkbookSheet } from './writeWorkbook.ts';

const GREY = { textColor: '#7a7a7a', backgroundColor: '#f3f3f3' };
const HEAD = { fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;
const NOTE = {
  zh: '注：灰色列是上年数，只供对照，不读入；没有数据的留空，不适用填“—”，不足最小单位填“…”。',
  en: 'Note: the grey columns are last year’s figures, for comparison only; they are not read. Leave blank what is not known.',
};

/** The yearly form as a sheet: last year's figures greyed beside the cells to fill. */
export function yearlyFormSheet(form: YearlyForm, { year, lang }: { year: number; lang: Lang }): WorkbookSheet {
  const header: Cell[] = [{ value: form.region_header, ...HEAD }];
  for (const { header: asked, last_header } of form.columns) {
    header.push({ value: asked, ...HEAD }, { value: last_header, ...HEAD, ...GREY });
  }
  const rows = form.rows.map(({ name, cells }): Cell[] => [
    { value: name, type: String },
    ...cells.flatMap(({ text, last }): Cell[] => [textCell(text), { ...textCell(last), ...GREY }]),
  ]);
  return {
    sheet: lang === 'zh' ? `${String(year)}年报表` : `Year ${String(year)}`,
    data: [header, ...rows, [{ value: NOTE[lang], textColor: GREY.textColor }]],
    columns: [{ width: 12 }, ...form.columns.flatMap(() => [{ width: 20 }, { width: 12 }])],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}
