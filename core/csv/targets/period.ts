import { parseYear } from '../year.ts';

export type Period = { from: number | null; to: number | null };

/** 十四五 and the like: China's five-year plans. */
const PLANS: Record<string, Period> = {
  十三五: { from: 2016, to: 2020 },
  十四五: { from: 2021, to: 2025 },
  十五五: { from: 2026, to: 2030 },
};
const SPAN = /((?:19|20)\d{2})年?(?:-|~|—|–|―|至|到)((?:19|20)\d{2})年?/u;
const ONLY_SPAN = new RegExp(`^${SPAN.source}$`, 'u');

/** A plan period by a closed list of forms: 2021-2025, 2021—2025年, “十四五”, 十四五时期, 2022 (that year); null for other texts. */
export function parsePeriod(raw: string): Period | null {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s“”"'‘’]+/gu, '')
    .replace(/(?:时期|期间|规划)$/u, '');
  const plan = PLANS[text];
  if (plan !== undefined) return plan;
  const [, from, to] = ONLY_SPAN.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return Number(from) <= Number(to) ? spanOf(from, to) : null;
  const year = parseYear(text);
  return year === null ? null : { from: year, to: year };
}

/** The period that the title of a document names and that contains `year`; null without one. */
export function periodOfTitle(title: string, year: number): Period | null {
  const text = title.normalize('NFKC');
  const plan = Object.entries(PLANS).find(([name]) => text.includes(name))?.[1];
  const [, from, to] = SPAN.exec(text) ?? [];
  const period = from !== undefined && to !== undefined ? spanOf(from, to) : plan;
  if (period === undefined || period.from === null || period.to === null) return null;
  return period.from <= year && year <= period.to ? period : null;
}

function spanOf(from: string, to: string): Period {
  return { from: Number(from), to: Number(to) };
}
