import type { Dataset } from '../dataset.ts';
import type { FileProblem } from './fileProblem.ts';
import { indicator, raw, region, said, type ProblemText } from './said.ts';

/** Sentences of `set_aside`: a column, a line, or a title with what it told. */
export function setAsideText(problem: FileProblem, dataset: Dataset): ProblemText {
  const { what = '', year = '', unit = '' } = problem.detail;
  if (what === 'column') {
    return said(
      `“${raw(problem)}”列不是要读的内容，已放在一边`,
      `The column “${raw(problem)}” is not read; it was set aside`,
    );
  }
  if (what !== 'title') {
    return said(`不是数据行，已放在一边：${raw(problem)}`, `Not a row of data; set aside: ${raw(problem)}`);
  }
  const named = problem.detail['indicator'] === undefined ? null : indicator(problem.detail['indicator'], dataset);
  const of = problem.detail['region'] === undefined ? null : region(problem, dataset);
  const zh = [
    year && `年份（${year}）`,
    named && `指标（${named.zh}）`,
    of && `地区（${of.zh}）`,
    unit && `单位（${unit}）`,
  ];
  const en = [year && `the year (${year})`, named && `the indicator (${named.en})`, of && `the region (${of.en})`];
  const all = [...en, unit && `the unit (${unit})`].filter(Boolean).join(', ');
  return said(
    `标题行，用来确定${zh.filter(Boolean).join('、')}：${raw(problem)}`,
    `Title, which tells ${all}: ${raw(problem)}`,
  );
}
