import type { Dataset } from '../../dataset.ts';
import type { FileProblem } from '../fileProblem.ts';
import type { ProblemText } from '../problemText.ts';

type Writer = (raw: string, detail: FileProblem['detail'], dataset: Dataset) => ProblemText;

const said = (zh: string, en: string, doZh: string, doEn: string): ProblemText => ({
  message: { zh, en },
  suggestion: { zh: doZh, en: doEn },
});

/** Why the header of a file of targets cannot be used. */
export const TARGET_HEADER_REASONS: Record<string, ProblemText> = {
  no_target: said(
    '没有“目标”列',
    'There is no column of targets',
    '请给写有目标的列加上列名“目标”',
    'Name the column that holds the targets “目标” or “target”',
  ),
  no_target_year: said(
    '没有“目标年”列',
    'There is no column with the year of the target',
    '请加一列“目标年”，或在上传时选择年份',
    'Add a column “目标年” or “target year”, or choose the year when uploading',
  ),
  no_document: said(
    '没有“文件”列：每条目标都要注明出自哪份文件',
    'There is no column of documents: each target names the document it is from',
    '请加一列“文件”，填写文件名称',
    'Add a column “文件” or “document” with the title',
  ),
};

const TARGET_CELL: Writer = (raw, { kind }) =>
  kind === 'contradiction'
    ? said(
        `“${raw}”里的限定词前后矛盾，或没有说明是上限还是下限`,
        `The words of “${raw}” contradict each other, or do not say on which side of the number the target lies`,
        '请照原文件改写，如“超过10%”“控制在1.3以内”“1—2家”',
        'Write it as the document does, such as 超过10%, 控制在1.3以内, 1—2家',
      )
    : kind === 'formula'
      ? said(
          `“${raw}”是公式，不是目标`,
          `“${raw}” is a formula, not a target`,
          '请在表格软件里“粘贴为数值”后再保存',
          'Paste it as a value in the spreadsheet and save again',
        )
      : said(
          `“${raw}”不是可以确定的目标值`,
          `“${raw}” is not a target that can be read without guessing`,
          '请只写一个数（或区间）和限定词、单位，如“超过10%”“达到3万亿元左右”；整句原文请放在“措辞”列',
          'Write one number or range with its bound and unit, such as 超过10%; put the whole sentence in a column “wording”',
        );

const WRITERS: Record<string, Writer> = {
  target: TARGET_CELL,
  blank_target: () => ({
    message: {
      zh: '目标是空的，没有读入；原有的目标不变',
      en: 'The target is empty and was not read; what is stored stays',
    },
    suggestion: null,
  }),
  document: (raw, { candidates = '' }) =>
    raw.trim() === ''
      ? said(
          '没有写明出自哪份文件',
          'The document is empty',
          '请填写文件名称，与“来源与方法”页所列一致',
          'Fill in the title as the page of sources lists it',
        )
      : said(
          `来源目录里没有文件“${raw}”`,
          `The list of sources has no document “${raw}”`,
          candidates === ''
            ? '请改用“来源与方法”页所列的文件名称'
            : `可能是：“${candidates}”。请改用来源目录里的名称，系统不猜`,
          candidates === ''
            ? 'Use a title of the page of sources'
            : `Could be: “${candidates}”. Use the title from the list; nothing is guessed`,
        ),
  target_kind: (raw) =>
    said(
      `不认识的目标类型“${raw}”`,
      `Unknown kind of target “${raw}”`,
      '可填：水平、规划期新增、每年新增、增速、累计、提高、年均增速；留空则按指标判断',
      'Use level, plan_flow, yearly_flow, yearly_growth, cumulative, rise or average_growth; empty: as the indicator counts',
    ),
  words_and_kind: (raw, { indicator = '' }, dataset) => {
    const found = dataset.indicatorById.get(indicator);
    return said(
      `“${raw}”的说法与指标“${found?.name_zh ?? indicator}”或所填目标类型不符`,
      `The words of “${raw}” do not fit the indicator ${found?.name_en ?? indicator} or the kind of target given`,
      '增速目标请用增速类指标；“提高”后面要写“个百分点”；核对目标类型',
      'Use an indicator of growth for a growth target; write 个百分点 after 提高; check the kind of target',
    );
  },
  points: (raw, { indicator = '' }, dataset) => {
    const found = dataset.indicatorById.get(indicator);
    return said(
      `“${raw}”是提高的幅度，还是“${found?.name_zh ?? indicator}”的水平？`,
      `Is “${raw}” a rise, or a level of ${found?.name_en ?? indicator}?`,
      '是提高的幅度请写“提高…个百分点”，是水平请写“%”',
      'Write 提高…个百分点 for a rise, % for a level',
    );
  },
  bound: (raw) =>
    said(
      `不认识的口径“${raw}”`,
      `Unknown bound “${raw}”`,
      '可填：超过、以上、达到、左右、不高于、低于、区间',
      'Use gt, ge, eq, approx, le, lt or range',
    ),
  bounds: (raw) =>
    said(
      `“口径”列写的“${raw}”与目标本身的说法不一致`,
      `The bound “${raw}” contradicts the words of the target`,
      '请照原文件改成一致的说法',
      'Make both say what the document says',
    ),
  period: (raw) =>
    said(
      `“${raw}”不是可以识别的规划期`,
      `“${raw}” is not a plan period`,
      '请写成 2021-2025 或“十四五”',
      'Write 2021-2025 or 十四五',
    ),
  confidence: (raw) =>
    said(`不认识的可信度“${raw}”`, `Unknown confidence “${raw}”`, '可填：高、中、低', 'Use high, medium or low'),
};

/** The sentences of a problem that only files of targets have; null for all others. */
export function targetProblemText({ code, raw, detail }: FileProblem, dataset: Dataset): ProblemText | null {
  const document = detail['document'];
  if (code === 'near_match' && document !== undefined) {
    const title = dataset.sourceById.get(document)?.title_zh ?? document;
    return said(
      `“${raw ?? ''}”将读作《${title}》`,
      `“${raw ?? ''}” will be read as “${title}”`,
      '请确认，或改正文件名称',
      'Confirm it, or correct the title',
    );
  }
  const what = detail['what'] ?? '';
  return Object.hasOwn(WRITERS, what) ? (WRITERS[what]?.(raw ?? '', detail, dataset) ?? null) : null;
}
