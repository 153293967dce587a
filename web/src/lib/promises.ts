import type { TargetAnswer } from '../../../core/answers.ts';
import { byText, firstDifference } from './firstDifference.ts';

/** What one deadline asks of the provinces: the preferred targets, with what else was stated beside each. */
export type Deadline = { year: number; targets: { target: TargetAnswer; others: TargetAnswer[] }[] };

/**
 * Targets of provinces by deadline, the latest first. Inside a deadline: by value where the indicator may be compared,
 * else by region code, because order is a comparison too.
 */
export function byDeadline(targets: readonly TargetAnswer[], { comparable }: { comparable: boolean }): Deadline[] {
  const preferred = targets.filter((target) => target.preferred);
  const years = [...new Set(preferred.map((target) => target.year))].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    targets: preferred
      .filter((target) => target.year === year)
      .sort((a, b) =>
        firstDifference(
          Number(isRise(a)) - Number(isRise(b)),
          comparable ? b.value - a.value : 0,
          byText(a.region, b.region),
        ),
      )
      .map((target) => ({
        target,
        others: targets.filter(
          (other) => !other.preferred && other.region === target.region && other.year === target.year,
        ),
      })),
  }));
}

/** A rise is counted from the base year: it has no place on an axis of levels. */
export const isRise = (target: Pick<TargetAnswer, 'target_kind'>) => target.target_kind === 'rise';

/** A round end for an axis from 0 that holds every value: 15 for 13.5, 60 for 51. */
export function axisEnd(targets: readonly Pick<TargetAnswer, 'value' | 'value_to' | 'target_kind'>[]): number {
  const most = Math.max(
    1,
    ...targets.filter((target) => !isRise(target)).map((target) => target.value_to ?? target.value),
  );
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= most) ?? 10;
  return step * power;
}
