import type { Dataset } from '../dataset.ts';
import type { FileProblem } from './fileProblem.ts';
import { raw, region, said, type ProblemText } from './said.ts';

/** A factor for a sentence: 2.43, about 1,230, 约1.1万. */
function timesOf(factor: number, text: string): { zh: string; shareZh: string; en: string } {
  if (factor < 1_000) return { zh: ` ${text} `, shareZh: ` 1/${text}`, en: text };
  const rounded = Number(factor.toPrecision(2));
  const zh = factor < 10_000 ? String(rounded) : `${String(rounded / 10_000)}万`;
  const grouped = String(rounded).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return { zh: `约${zh}`, shareZh: `约${zh}分之一`, en: `about ${grouped}` };
}

/** Sentences of `implausible_change`. */
export function implausibleText(problem: FileProblem, dataset: Dataset): ProblemText {
  const { zh, en } = region(problem, dataset);
  const { factor = '', direction = '', against = '', reason = '', other = '', computed = '' } = problem.detail;
  const up = direction === 'up';
  const thanZh = against === 'stored' ? '原有数值' : '上年';
  const thanEn = against === 'stored' ? 'the stored figure' : 'the year before';
  const check = ['请核对；确实如此请确认', 'Check it; confirm it if it is right'] as const;
  if (reason === 'zero') {
    return said(
      `${zh}：${raw(problem)}，而${thanZh}是 ${other}`,
      `${en}: ${raw(problem)}, while ${thanEn} is ${other}`,
      '没有数据请留空；确实是 0 请确认',
      'Leave the cell empty if there is no figure; confirm it if it is 0',
    );
  }
  if (reason === 'computed') {
    return said(
      `${zh}：${raw(problem)} 与按公式计算的 ${computed} 不符，写入后将代替计算值`,
      `${en}: ${raw(problem)} differs from ${computed}, which the formula gives and which it would replace`,
      ...check,
    );
  }
  const times = timesOf(Number(factor), factor);
  return said(
    `${zh}：${raw(problem)} ${up ? '是' : '比'}${thanZh}${up ? `的${times.zh}倍` : `小到${times.shareZh}`}${reason === 'unit_slip' ? '，可能是单位写错' : '，与历年变化相差很大'}`,
    `${en}: ${raw(problem)} is ${up ? `${times.en} times` : `1/${times.en} of`} ${thanEn}${reason === 'unit_slip' ? '; perhaps a slip of the unit' : ', far from its usual change'}`,
    ...check,
  );
}
