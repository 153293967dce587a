import type { Dataset } from '../dataset.ts';
import type { Sentence } from '../problem.ts';
import type { FileProblem, FileProblemCode } from './fileProblem.ts';
import { TARGET_HEADER_REASONS, targetProblemText } from './targets/targetProblemText.ts';

/** What is wrong, and what a clerk can do about it. */
export type ProblemText = { message: Sentence; suggestion: Sentence | null };

type Writer = (problem: FileProblem, dataset: Dataset) => ProblemText;

const said = (zh: string, en: string, doZh: string | null = null, doEn: string | null = null): ProblemText => ({
  message: { zh, en },
  suggestion: doZh === null || doEn === null ? null : { zh: doZh, en: doEn },
});

const raw = (problem: FileProblem): string => problem.raw ?? '';
const region = (problem: FileProblem, dataset: Dataset): Sentence => {
  const found = dataset.regionById.get(problem.detail['region'] ?? '');
  return { zh: found?.short_zh ?? '', en: found?.name_en ?? '' };
};
const indicator = (id: string | undefined, dataset: Dataset): Sentence => {
  const found = dataset.indicatorById.get(id ?? '');
  return { zh: found?.name_zh ?? id ?? '', en: found?.name_en ?? id ?? '' };
};

/** What spreadsheets make of numbers, by its form. */
function hintOf(text: string): Sentence | null {
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

/** A factor for a sentence: 2.43, about 1,230, 约1.1万. */
function timesOf(factor: number, text: string): { zh: string; shareZh: string; en: string } {
  if (factor < 1_000) return { zh: ` ${text} `, shareZh: ` 1/${text}`, en: text };
  const rounded = Number(factor.toPrecision(2));
  const zh = factor < 10_000 ? String(rounded) : `${String(rounded / 10_000)}万`;
  const grouped = String(rounded).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return { zh: `约${zh}`, shareZh: `约${zh}分之一`, en: `about ${grouped}` };
}

const HEADER_REASONS: Record<string, ProblemText> = {
  ...TARGET_HEADER_REASONS,
  no_header: said(
    '没有找到表头：需要一列“地区”，以及“年份、指标、数值”列，或以年份、指标为列名',
    'No header row was found: there must be a column of regions, and columns year, indicator and value, or years or indicators as columns',
    '请检查表头，或指定表头所在行；文字显示为乱码时请换一种编码',
    'Check the header, or say which row it is; try another encoding if the text is damaged',
  ),
  transposed: said(
    '省份排成了一行，而这里要每行一个省份',
    'The provinces stand in one row, while one row for each province is wanted',
    '请在表格软件里复制后选“粘贴 → 转置”，再保存上传',
    'Copy it, choose “Paste special → Transpose”, and save it again',
  ),
  one_column: said(
    '每行只读出一格：列之间不是逗号、分号或制表符',
    'Every row was read as one cell: the columns are not separated by commas, semicolons or tabs',
    '请用表格软件打开，另存为 CSV（逗号分隔）后上传',
    'Open it in a spreadsheet and save it as CSV',
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
  two_regions: said(
    '有两列都是地区，且同一行不是同一个地区：像是两张表左右并排',
    'Two columns name different regions in the same row: two tables seem to stand side by side',
    '请把并排的表上下接起来，或分开上传',
    'Put one table below the other, or upload them one by one',
  ),
  two_values: said('有两列都是“数值”', 'Two columns are both named value', '请只留一列数值', 'Keep one of them'),
};

/** Reasons that name a row or what stands in the titles. */
const TABLE_REASONS: Record<string, (problem: FileProblem) => ProblemText> = {
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
    const hint = hintOf(raw(problem).normalize('NFKC').trim());
    if (hint !== null) {
      return said(
        `“${raw(problem)}”不是可以确定的数值`,
        `“${raw(problem)}” is not a number that can be read without guessing`,
        hint.zh,
        hint.en,
      );
    }
    return said(
      `“${raw(problem)}”不是可以确定的数值`,
      `“${raw(problem)}” is not a number that can be read without guessing`,
      /^\d+,\d{1,2}$/.test(raw(problem).normalize('NFKC').trim())
        ? '小数点请用“.”；千位逗号须三位一组'
        : '请填数值；没有数据请留空，不适用请填“—”',
      /^\d+,\d{1,2}$/.test(raw(problem).normalize('NFKC').trim())
        ? 'Write the decimal point as “.”; grouping commas need three digits'
        : 'Write a number; leave the cell empty if there is none, or “—” if it does not apply',
    );
  },
  bad_year(problem) {
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
  },
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
  implausible_change(problem, dataset) {
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
  },
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
  set_aside(problem, dataset) {
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
  },
};

/** The sentences of one problem in both languages. Names of regions and indicators are looked up in `dataset`. */
export function problemText(problem: FileProblem, dataset: Dataset): ProblemText {
  return targetProblemText(problem, dataset) ?? WRITERS[problem.code](problem, dataset);
}
