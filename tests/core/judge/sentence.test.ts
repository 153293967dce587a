import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/judge/judge.ts';
import type { JudgeInput } from '../../../core/judge/judgement.ts';
import { judgementSentence } from '../../../core/judge/sentence.ts';
import { roughly } from '../../../core/judge/sentenceParts.ts';
import { aFigure, anInput, figuresOf } from './given.ts';

const say = (input: JudgeInput, lang: 'zh' | 'en') =>
  judgementSentence(judge(input), input.target, input.indicator, lang);
const IN_PLAN = '2024-06-30';

const cases: { name: string; input: JudgeInput; zh: string; en: string }[] = [
  {
    name: 'met by a figure in words',
    input: anInput({ target: { bound: 'eq', value: '3.2' }, years: { 2025: ['3.38', 'approx'] } }),
    zh: '2025年约3.38%，不低于目标3.2%，已完成。',
    en: 'About 3.38% in 2025 reaches the target of 3.2%: met.',
  },
  {
    name: 'met by a computed figure',
    input: anInput({ figures: [aFigure(2025, '27.1', { computed: true })], target: { value: '25' } }),
    zh: '2025年27.1%（据统计数据计算），不低于目标25%，已完成。',
    en: '27.1% in 2025 (computed from statistics) reaches the target of 25%: met.',
  },
  {
    name: 'met within the tolerance',
    input: anInput({ target: { bound: 'approx', value: '7' }, years: { 2025: '6.7' } }),
    zh: '2025年6.7%，在目标7%左右的允许范围内（容差0.35个百分点），已完成。',
    en: '6.7% in 2025 is within the tolerance 0.35 percentage points of the target of about 7%: met.',
  },
  {
    name: 'missed by a plain figure',
    input: anInput({ target: { bound: 'eq', value: '47' }, years: { 2025: '46.8' } }),
    zh: '2025年46.8%，低于目标47%，相差0.2个百分点，未完成。',
    en: '46.8% in 2025 is below the target of 47% by 0.2 percentage points: missed.',
  },
  {
    name: 'missed by a figure in words',
    input: anInput({
      target: { bound: 'eq', value: '7000' },
      indicator: { unit: '亿元' },
      years: { 2025: ['6000', 'gt'] },
    }),
    zh: '2025年超过6000亿元，低于目标7000亿元，未完成。',
    en: 'Over 600 billion yuan in 2025 is below the target of 700 billion yuan: missed.',
  },
  {
    name: 'missed within sight of a tolerance',
    input: anInput({ target: { bound: 'approx', value: '7' }, years: { 2025: '6.6' } }),
    zh: '2025年6.6%，低于目标7%左右（容差0.35个百分点），相差0.4个百分点，未完成。',
    en: '6.6% in 2025 is below the target of about 7% by 0.4 percentage points (tolerance 0.35 percentage points): missed.',
  },
  {
    name: 'too close to call',
    input: anInput({ target: { bound: 'gt' }, years: { 2025: '10.0' } }),
    zh: '2025年10.0%，目标超过10%，按公布的精度无法判定是否完成。',
    en: '10.0% in 2025 does not tell, at the published precision, whether the target of more than 10% is met.',
  },
  {
    name: 'awaiting, with an earlier year that satisfied it',
    input: anInput({ target: { bound: 'gt' }, years: { 2021: '10.3' } }),
    zh: '2025年目标超过10%，期限已过，缺2025年数据（现有2021年10.3%，不能代替），待补数据后判定；2021年数据已符合目标要求。',
    en: 'The deadline has passed and the figure of 2025 is awaited (10.3% in 2021 cannot replace it) for the target of more than 10%; the figure of 2021 satisfied the target.',
  },
  {
    name: 'no statistic',
    input: anInput(),
    zh: '2025年目标10%以上，尚无任何年份的数据，无法判断。',
    en: 'There is no figure of any year for the target of at least 10% in 2025.',
  },
  {
    name: 'not started',
    input: anInput({ day: '2020-06-30' }),
    zh: '规划从2021年开始，2020年尚未开始，暂不判断。',
    en: 'The plan begins in 2021 and had not started in 2020.',
  },
  {
    name: 'met early',
    input: anInput({ day: IN_PLAN, years: { 2020: '8', 2023: '10.2' } }),
    zh: '2023年10.2%，已符合2025年目标10%以上，提前完成。',
    en: '10.2% in 2023 already satisfies the target of at least 10% for 2025: met early.',
  },
  {
    name: 'to be maintained',
    input: anInput({ day: IN_PLAN, years: { 2020: '10.5' } }),
    zh: '基期2020年10.5%已符合2025年目标10%以上，须保持到期限。',
    en: 'The baseline of 10.5% in 2020 already satisfied the target of at least 10% for 2025, which is to be held.',
  },
  {
    name: 'no longer maintained',
    input: anInput({ day: IN_PLAN, years: { 2020: '10.5', 2023: '9.9' } }),
    zh: '基期2020年10.5%已符合2025年目标10%以上，但2023年9.9%，已不再符合。',
    en: 'The baseline of 10.5% in 2020 already satisfied the target of at least 10% for 2025, but 9.9% in 2023 no longer does.',
  },
  {
    name: 'on track',
    input: anInput({ day: IN_PLAN, target: { bound: 'eq' }, years: { 2020: '7.8', 2023: '9.9' } }),
    zh: '2023年9.9%，比基期2020年7.8%每年提高0.7个百分点；2025年目标10%，每年需提高0.44个百分点，实际速度为所需速度的1.59倍，进展正常。',
    en: '9.9% in 2023, 0.7 percentage points a year since the baseline of 7.8% in 2020; 0.44 percentage points a year is needed for the target of 10% in 2025, so that this is 1.59 times the needed pace: on track.',
  },
  {
    name: 'only the baseline',
    input: anInput({
      day: '2026-06-30',
      target: { value: '3.5', year: 2030, period_from: 2026 },
      years: { 2025: ['3.3', 'approx'] },
    }),
    zh: '只有基期2025年约3.3%，此后还没有数据，2030年目标3.5%以上，到2030年每年还需提高0.04个百分点，有新数据后判断进度。',
    en: 'Only the baseline of about 3.3% in 2025 is known towards the target of at least 3.5% for 2030; 0.04 percentage points a year is needed until 2030.',
  },
  {
    name: 'no baseline',
    input: anInput({ day: IN_PLAN, years: { 2023: '9' } }),
    zh: '2023年9%，2025年目标10%以上，目前相当于目标的90%；2021年规划开始前两年内没有可作基期的数据，无法判断进度。',
    en: '9% in 2023 against the target of at least 10% for 2025, 90% of the target; there is no baseline in the two years before 2021, so that progress cannot be judged.',
  },
  {
    name: 'a rise without its base',
    input: anInput({ target: { target_kind: 'rise', value: '3', bound: 'eq' }, years: { 2025: '10' } }),
    zh: '目标比2020年提高3个百分点，但没有2020年数据，换算不出要达到的水平，无法判断。',
    en: 'There is no figure of 2020, the base of the target of 3 percentage points above 2020, so that the level to reach is unknown.',
  },
  {
    name: 'a new series',
    input: anInput({ day: IN_PLAN, years: { 2020: '7.8', 2023: ['9.9', { break: true }] } }),
    zh: '2023年起统计口径有变动，2023年9.9%与基期2020年7.8%不可比，无法判断进度，到2025年每年还需提高0.05个百分点。',
    en: 'A new series began in 2023, so that 9.9% in 2023 cannot be compared with the baseline of 7.8% in 2020; 0.05 percentage points a year is needed until 2025.',
  },
  {
    name: 'no way to go',
    input: anInput({ day: IN_PLAN, target: { bound: 'gt' }, years: { 2020: '10' } }),
    zh: '基期2020年10%与目标超过10%持平而未满足，没有可比的推进速度，满足后即为提前完成。',
    en: 'The baseline of 10% in 2020 is at the target of more than 10% without satisfying it, so that there is no pace to compare.',
  },
  {
    name: 'no direction',
    input: anInput({ target: { bound: 'eq' }, indicator: { direction: 'none' }, years: { 2025: '9' } }),
    zh: '这项指标没有越高越好或越低越好之分，目标10%，只列示不判断。',
    en: 'Neither more nor less is better here, so that the target of 10% is shown and not judged.',
  },
  {
    name: 'a year that has no figure yet',
    input: anInput({ day: '2025-06-30', target: { target_kind: 'yearly_growth' }, years: { 2024: '9' } }),
    zh: '2025年目标增长10%以上，要等2025年数据公布后判断，其他年份的数据不能代替。',
    en: 'Only the figure of 2025 can judge the target of growth of at least 10% in the year, and it does not exist yet.',
  },
  {
    name: 'a flow of which years are missing',
    input: anInput({
      target: { target_kind: 'plan_flow', value: '100', bound: 'eq' },
      indicator: { unit: '项' },
      years: { 2021: '50', 2023: '50', 2024: '1' },
    }),
    zh: '2025年目标规划期内累计100项，期限已过，缺2022年、2025年数据（现有2024年1项，不能代替），待补数据后判定。',
    en: 'The deadline has passed and the figures of 2022, 2025 are awaited (1 in 2024 cannot replace it) for the target of 100 over the plan.',
  },
  {
    name: 'an average growth',
    input: anInput({
      day: IN_PLAN,
      target: { target_kind: 'average_growth', value: '12' },
      indicator: { decimals: 1 },
      levels: figuresOf({ 2020: '100', 2023: '140.5' }),
    }),
    zh: '2020—2023年年均增长12.0%，目标年均增长12%以上，实际速度为所需速度的1倍，进展正常。',
    en: '12.0% a year on average in 2020–2023 against the target of average growth of at least 12% a year, 1 times the needed pace: on track.',
  },
  {
    name: 'an average growth that was missed',
    input: anInput({
      target: { target_kind: 'average_growth', value: '12' },
      indicator: { decimals: 1 },
      levels: figuresOf({ 2020: '100', 2025: '170' }),
    }),
    zh: '2020—2025年年均增长11.2%，低于目标12%，相差0.8个百分点，未完成。',
    en: '11.2% a year on average in 2020–2025 is below the target of 12% by 0.8 percentage points: missed.',
  },
  {
    name: 'an average growth with its baseline only',
    input: anInput({
      day: IN_PLAN,
      target: { target_kind: 'average_growth', value: '12' },
      levels: figuresOf({ 2020: '100' }),
    }),
    zh: '只有基期2020年，此后还没有数据，2025年目标年均增长12%以上，有新数据后判断进度。',
    en: 'Only the baseline of the level of 2020 is known towards the target of average growth of at least 12% a year for 2025.',
  },
  {
    name: 'an average growth across a new series',
    input: anInput({
      day: IN_PLAN,
      target: { target_kind: 'average_growth', value: '12' },
      levels: figuresOf({ 2020: '100', 2023: ['150', { break: true }] }),
    }),
    zh: '2023年起统计口径有变动，2023年与基期2020年不可比，无法判断进度。',
    en: 'A new series began in 2023, so that the level of 2023 cannot be compared with the baseline of the level of 2020.',
  },
  {
    name: 'more than a number, missed',
    input: anInput({ target: { bound: 'gt' }, years: { 2025: '9' } }),
    zh: '2025年9%，未超过目标10%，相差1个百分点，未完成。',
    en: '9% in 2025 is below the target of 10% by 1 percentage point: missed.',
  },
  {
    name: 'less is better, on preliminary figures',
    input: anInput({
      day: IN_PLAN,
      target: { bound: 'le' },
      indicator: { direction: 'lower', unit: '个月' },
      years: { 2020: '20', 2023: ['16', { status: 'provisional' }] },
    }),
    zh: '2023年16个月，比基期2020年20个月每年降低1.33个月；2025年目标不高于10个月，每年需降低2个月，实际速度为所需速度的0.67倍，略有滞后（依据初步数或估计数）。',
    en: '16 months in 2023, minus 1.33 months a year since the baseline of 20 months in 2020; minus 2 months a year is needed for the target of at most 10 months in 2025, so that this is 0.67 times the needed pace: slightly behind (on preliminary or estimated figures).',
  },
];

describe('the sentence that explains a state', () => {
  it.each(cases)('$name', ({ input, zh, en }) => {
    expect(say(input, 'zh')).toBe(zh);
    expect(say(input, 'en')).toBe(en);
  });

  it('writes the digits of the source, and no more than are shown', () => {
    const shown = (value: string, text: string) =>
      say(anInput({ figures: [aFigure(2025, value, { shown: text })], indicator: { decimals: 1 } }), 'zh');
    expect(shown('12', '12.0')).toContain('2025年12%');
    expect(shown('12.345', '12.3')).toContain('2025年12.3%');
  });

  it('shows more digits where the shown ones would hide the difference', () => {
    const figures = [aFigure(2025, '9.96', { shown: '10.0' })];
    expect(say(anInput({ figures, indicator: { decimals: 1 } }), 'zh')).toContain('2025年9.96%，低于目标10%');
  });
});

it.each([
  [0, '0'],
  [0.04, '0.04'],
  [0.0123, '0.0123'],
  [0.5, '0.5'],
  [1.594, '1.59'],
  [12.46, '12.5'],
  [100, '100'],
  [1234.5, '1235'],
  [-0.7, '-0.7'],
])('%d is roughly %s', (value, text) => {
  expect(roughly(value)).toBe(text);
});
