import type { Dataset } from '../dataset.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import { implausibleText } from './implausibleText.ts';
import { numberHint } from './numberHint.ts';
import { indicator, raw, region, said, type ProblemText } from './said.ts';
import { setAsideText } from './setAsideText.ts';
import { TABLE_REASONS } from './tableReasons.ts';
import { yearText } from './yearText.ts';
import { TARGET_HEADER_REASONS, targetProblemText } from './targets/targetProblemText.ts';

export type { ProblemText } from './said.ts';

type Writer = (problem: FileProblem, dataset: Dataset) => ProblemText;

const HEADER_REASONS: Record<string, ProblemText> = {
  ...TARGET_HEADER_REASONS,
  no_header: said(
    '没有找到表头：需要一列“地区”，以及“年份、指标、数值”列，或以年份、指标为列名',
    'No header row was found: there must be a column of regions, and columns year, indicator and value, or years or indicators as columns',
    '请检查表头，或指定表头所在行；文字显示为乱码时请换一种编码',
    'Check the header, or say which row it is; try another encoding if the text is damaged',
  ),
  no_region: said(
    '没有“地区”列',
    'There is no column of regions',
    '请给地区列加上列名“地区”',
    'Name the column of regions “地区” or “region”',
  ),
  no_year: said(
    '表里没有说明数据是哪一年的（年鉴、来源、制表和导出日期里的年份不算）',
    'The table does not say which year it is about (years of yearbooks, sources and printing dates do not count)',
    '请加一列“年份”，或在标题里写明年份，或在上传时选择年份',
    'Add a column “year”, name the year in the title, or choose it when uploading',
  ),
  no_indicator: said(
    '表里没有说明是哪个指标',
    'The table does not say which indicator it is about',
    '请在标题里写“指标：…”，或在上传时选择指标',
    'Write “指标：…” in the title, or choose the indicator when uploading',
  ),
  no_figures: said(
    '表头里没有“数值”列，也没有年份或认识的指标名',
    'The header has no value column, and no year or known indicator',
    '请检查列名，或对照下载的模板',
    'Check the column names against the template',
  ),
  no_name: said(
    '这一列有数据，却没有列名',
    'This column has data and no name',
    '请补上列名，或删去这一列',
    'Give it a name, or delete it',
  ),
  two_values: said('有两列都是“数值”', 'Two columns are both named value', '请只留一列数值', 'Keep one of them'),
};

const WRITERS: Record<FileProblemCode, Writer> = {
  unknown_region(problem, dataset) {
    const candidates = problem.detail['candidates'] ?? '';
    if (raw(problem).trim() === '') {
      return said(
        '地区是空的',
        'The region is empty',
        '请填写省份名称；如果是合并单元格，请取消合并并向下填充',
        'Fill in the name of the province; unmerge merged cells and fill them down',
      );
    }
    if (problem.detail['reason'] === 'code') {
      const { zh, en } = region(problem, dataset);
      const { named = '' } = problem.detail;
      return said(
        `代码 ${raw(problem)} 是${zh}，同一行的地区却写着“${named}”`,
        `Code ${raw(problem)} is ${en}, yet the region of this row is “${named}”`,
        '请核对这一行是哪个地区的数，改正代码或地区名',
        'Check whose figures these are, and correct the code or the name',
      );
    }
    return said(
      `不认识的地区“${raw(problem)}”`,
      `Unknown region “${raw(problem)}”`,
      candidates === '' ? '请改为省、自治区、直辖市的名称或六位代码' : `可能是：${candidates}。请手工改正，系统不猜`,
      candidates === ''
        ? 'Write the name or six-digit code of a province'
        : `Could be: ${candidates}. Correct it by hand; nothing is guessed`,
    );
  },
  unknown_indicator(problem) {
    const candidates = problem.detail['candidates'] ?? '';
    return said(
      raw(problem).trim() === '' ? '指标名是空的' : `没有指标“${raw(problem)}”`,
      raw(problem).trim() === '' ? 'The indicator is empty' : `There is no indicator “${raw(problem)}”`,
      candidates === '' ? '请使用指标目录里的名称' : `可能是：${candidates}。请改用指标目录里的名称`,
      candidates === ''
        ? 'Use a name from the list of indicators'
        : `Could be: ${candidates}. Use the name from the list of indicators`,
    );
  },
  not_a_number(problem) {
    if (problem.detail['kind'] === 'formula') {
      return said(
        `“${raw(problem)}”是公式，不是数值`,
        `“${raw(problem)}” is a formula, not a number`,
        '请在表格软件里“粘贴为数值”后再保存',
        'Paste it as a value in the spreadsheet and save again',
      );
    }
    const text = raw(problem).normalize('NFKC').trim();
    const decimalComma = {
      zh: '小数点请用“.”；千位逗号须三位一组',
      en: 'Write the decimal point as “.”; grouping commas need three digits',
    };
    const plain = {
      zh: '请填数值；没有数据请留空，不适用请填“—”',
      en: 'Write a number; leave the cell empty if there is none, or “—” if it does not apply',
    };
    const hint = /^\d+,\d{1,2}$/.test(text) ? decimalComma : (numberHint(text) ?? plain);
    return said(
      `“${raw(problem)}”不是可以确定的数值`,
      `“${raw(problem)}” is not a number that can be read without guessing`,
      hint.zh,
      hint.en,
    );
  },
  bad_year: yearText,
  out_of_range(problem) {
    const { value = '', min = '', max = '', unit = '' } = problem.detail;
    const range = max === '' ? `≥ ${min}` : min === '' ? `≤ ${max}` : `${min}–${max}`;
    return said(
      `${value} 超出该指标的取值范围（${range} ${unit}）`.replace(' ）', '）'),
      `${value} is outside the range of this indicator (${range} ${unit})`.replace(' )', ')'),
      '请核对数值和单位',
      'Check the number and its unit',
    );
  },
  duplicate_key(problem, dataset) {
    const { zh, en } = region(problem, dataset);
    const { year = '', rows = '' } = problem.detail;
    const what = indicator(problem.detail['indicator'], dataset);
    return said(
      `${zh} ${year} 年“${what.zh}”在文件里出现多次（第 ${rows} 行）`,
      `${what.en}, ${en}, ${year} occurs more than once (rows ${rows.replaceAll('、', ', ')})`,
      '请只保留正确的一个',
      'Keep the right one only',
    );
  },
  unit_mismatch(problem) {
    const { unit = '', indicator: name = '' } = problem.detail;
    if (unit === '' && name === '') {
      return said(
        `不认识的单位“${raw(problem)}”`,
        `Unknown unit “${raw(problem)}”`,
        '请改为常用单位，如亿元、万户、%',
        'Use a common unit such as 亿元, 万户, %',
      );
    }
    const line = problem.detail['said'] ?? '';
    if (line !== '') {
      return said(
        `标题里的单位“${line}”不能确定“${name}”的单位（应为${unit === '' ? '无' : unit}）`,
        `The unit line “${line}” does not tell the unit of this figure (${unit === '' ? 'none' : unit} is wanted)`,
        '请在列名后用括号写明单位，或加一列“单位”',
        'Write the unit in brackets behind the column name, or add a column “unit”',
      );
    }
    return said(
      `单位“${raw(problem)}”与“${name}”的单位（${unit === '' ? '无' : unit}）不符，或前后矛盾`,
      `The unit of “${raw(problem)}” does not fit that of the indicator (${unit === '' ? 'none' : unit}), or contradicts the header`,
      `请改为可以换算成“${unit}”的单位`,
      `Use a unit that can be converted to ${unit}`,
    );
  },
  bound_in_statistics: (problem) =>
    said(
      `统计数值里不能有“超过、左右”一类的词或区间：“${raw(problem)}”`,
      `A statistic cannot be worded with a bound or a range: “${raw(problem)}”`,
      '数值里只填数字，另加一列“口径”填写“超过”“约”',
      'Write the number only, and the bound in a column “口径” or “bound”',
    ),
  ragged_row(problem) {
    const { cells = '', columns = '' } = problem.detail;
    return said(
      `这一行有 ${cells} 格，表头有 ${columns} 列，内容可能错位`,
      `This row has ${cells} cells and the header ${columns} columns; its contents may have shifted`,
      '请补齐或删去多余的格；含逗号的文字要加引号',
      'Fill in or remove cells; put text with commas in quotes',
    );
  },
  bad_header: (problem) =>
    HEADER_REASONS[problem.detail['reason'] ?? ''] ??
    TABLE_REASONS[problem.detail['reason'] ?? '']?.(problem) ??
    said('表头不能识别', 'The header cannot be understood'),
  undecodable: (problem) =>
    said(
      `“${raw(problem)}”里有乱码`,
      `“${raw(problem)}” holds damaged characters`,
      '请换一种编码重新上传，或从原文件重新保存',
      'Upload again with another encoding, or save the file again from its source',
    ),
  formula: (problem) =>
    said(
      `“${raw(problem)}”是公式，不是文字`,
      `“${raw(problem)}” is a formula, not text`,
      '请在表格软件里“粘贴为数值”后再保存',
      'Paste it as a value in the spreadsheet and save again',
    ),
  implausible_change: implausibleText,
  fraction_for_percent(problem, dataset) {
    const { zh, en } = indicator(problem.detail['indicator'], dataset);
    return said(
      `“${zh}”的单位是 %，${problem.column ?? ''} 列却都不大于 1：${raw(problem)} 是 ${raw(problem)}%，还是小数形式的比例？`,
      `${en} is in %, yet column ${problem.column ?? ''} never exceeds 1: is ${raw(problem)} a percentage or a fraction?`,
      '确实是百分数请确认这一列；是小数请乘以 100 后重新上传',
      'Confirm the column if these are percentages; else multiply by 100 and upload again',
    );
  },
  near_match(problem, dataset) {
    const found =
      problem.detail['region'] === undefined
        ? indicator(problem.detail['indicator'], dataset)
        : region(problem, dataset);
    return said(
      `“${raw(problem)}”将读作“${found.zh}”`,
      `“${raw(problem)}” will be read as ${found.en}`,
      '请确认，或改正名称',
      'Confirm it, or correct the name',
    );
  },
  blank_over_value(problem, dataset) {
    const { zh, en } = region(problem, dataset);
    const stored = problem.detail['stored'] ?? '';
    return said(
      `${zh}：单元格是空的，而库里有数值 ${stored}`,
      `${en}: the cell is empty, and ${stored} is stored`,
      '确认后该数值改为“缺失”；要保留原值，请选“空单元格不改动原值”',
      'Confirming makes it missing; choose “empty cells change nothing” to keep it',
    );
  },
  part_exceeds_whole(problem, dataset) {
    const { zh, en } = region(problem, dataset);
    const part = indicator(problem.detail['part'], dataset);
    const whole = indicator(problem.detail['whole'], dataset);
    return said(
      `${zh}：“${part.zh}”大于“${whole.zh}”`,
      `${en}: ${part.en} exceeds ${whole.en}`,
      '请核对两者的单位和口径；无误请确认',
      'Check the units and definitions of both; confirm if right',
    );
  },
  definition_changed(problem) {
    const { what = '', text = '' } = problem.detail;
    if (what === 'part') {
      return said(
        `标题里写着「${text}」，而列是按全年读的`,
        `The title says “${text}”, while the columns are read as whole years`,
        '这里只收全年数；确是全年数请确认',
        'Only figures of whole years are kept; confirm if they are',
      );
    }
    return said(
      what === 'break' ? '这一行标为新序列的第一年' : `文件提到口径不同或有变化：“${raw(problem)}”`,
      what === 'break'
        ? 'This row is marked as the first year of a new series'
        : `The file speaks of another or a changed definition: “${raw(problem)}”`,
      '同一指标才可存入；与往年不可比时，请加一列“断点”并填 B',
      'Only the same indicator may be stored; if it cannot be compared with earlier years, add a column “break” with B',
    );
  },
  region_out_of_scope: (problem) =>
    said(
      `“${raw(problem)}”不在 31 个省份之列，没有读入`,
      `“${raw(problem)}” is not one of the 31 provinces; it was left out`,
    ),
  missing_since_last_year(problem, dataset) {
    const { names = '', n = '', year = '' } = problem.detail;
    const what = indicator(problem.detail['indicator'], dataset);
    return said(
      `“${what.zh}” ${year} 年缺 ${n} 个上年有数的省份：${names}`,
      `${what.en}, ${year}: ${n} provinces with a figure last year have none: ${names.replaceAll('、', ', ')}`,
    );
  },
  sum_differs_from_nation(problem, dataset) {
    const { year = '', percent = '', more = '' } = problem.detail;
    const what = indicator(problem.detail['indicator'], dataset);
    return said(
      `“${what.zh}” ${year} 年各省之和比全国数${more === 'true' ? '多' : '少'} ${percent}%`,
      `${what.en}, ${year}: the provinces add up to ${percent}% ${more === 'true' ? 'more' : 'less'} than the national figure`,
    );
  },
  set_aside: setAsideText,
};

/** The sentences of one problem in both languages. Names of regions and indicators are looked up in `dataset`. */
export function problemText(problem: FileProblem, dataset: Dataset): ProblemText {
  return targetProblemText(problem, dataset) ?? WRITERS[problem.code](problem, dataset);
}
