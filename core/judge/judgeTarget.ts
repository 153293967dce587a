import type { Dataset } from '../dataset.ts';
import { seriesOf } from '../figures.ts';
import { formulaInputs, parseFormula } from '../formula.ts';
import type { Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import { NATION } from '../region.ts';
import type { Target } from '../target.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { nationalLevels } from './nationalLevels.ts';
import { planStart } from './planStart.ts';

function levelsOf(dataset: Dataset, target: Target, indicator: Indicator, year: number): Figure[] {
  const formula = indicator.formula === null ? null : parseFormula(indicator.formula);
  if (target.target_kind !== 'average_growth' || formula?.kind !== 'growth') return [];
  const [level = ''] = formulaInputs(formula);
  const own = seriesOf(dataset, level, target.region);
  if (target.region !== NATION || dataset.indicatorById.get(level)?.additive !== true) return own;
  const provinces = dataset.provinces.map(({ region }) => seriesOf(dataset, level, region));
  const start = planStart(target, dataset.sourceById.get(target.source)?.published ?? null);
  return nationalLevels({ region: NATION, figures: own }, provinces, start, Math.min(target.year, year));
}

/**
 * The judgement of one target from the figures of a dataset on a day (`YYYY-MM-DD`, Asia/Shanghai). Throws a
 * RangeError for a target of an indicator that the dataset does not hold.
 */
export function judgeTarget(dataset: Dataset, target: Target, day: string): Judgement {
  const indicator = dataset.indicatorById.get(target.indicator);
  if (indicator === undefined) throw new RangeError(`Unknown indicator: ${target.indicator}`);
  return judge({
    target,
    indicator,
    published: dataset.sourceById.get(target.source)?.published ?? null,
    figures: seriesOf(dataset, target.indicator, target.region),
    levels: levelsOf(dataset, target, indicator, Number(day.slice(0, 4))),
    milestones: (dataset.targetsByIndicator.get(target.indicator) ?? []).filter(
      (other) => other.region === target.region && other.source === target.source && other.year < target.year,
    ),
    day,
  });
}
