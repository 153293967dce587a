import type { Dataset } from '../dataset.ts';
import type { Sentence } from '../problem.ts';
import type { FileProblem } from './fileProblem.ts';

/** What is wrong, and what a clerk can do about it. */
export type ProblemText = { message: Sentence; suggestion: Sentence | null };

export const said = (zh: string, en: string, doZh: string | null = null, doEn: string | null = null): ProblemText => ({
  message: { zh, en },
  suggestion: doZh === null || doEn === null ? null : { zh: doZh, en: doEn },
});

export const raw = (problem: FileProblem): string => problem.raw ?? '';
export const region = (problem: FileProblem, dataset: Dataset): Sentence => {
  const found = dataset.regionById.get(problem.detail['region'] ?? '');
  return { zh: found?.short_zh ?? '', en: found?.name_en ?? '' };
};
export const indicator = (id: string | undefined, dataset: Dataset): Sentence => {
  const found = dataset.indicatorById.get(id ?? '');
  return { zh: found?.name_zh ?? id ?? '', en: found?.name_en ?? id ?? '' };
};
