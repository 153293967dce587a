import type { At } from './at.ts';
import { breakAfterBaseline, isFloorHeld, levelRequirement, type Facts } from './facts.ts';
import { paceRule } from './paceRule.ts';
import { atOf } from './paceTo.ts';
import { pathStatus, pathValue, type PathStatus } from './path.ts';
import { projectionOf, type Projection } from './projection.ts';

function milestonesOf(facts: Facts): At[] {
  const { input } = facts;
  return input.milestones
    .filter((milestone) => milestone.target_kind === input.target.target_kind)
    .flatMap((milestone) => {
      const requirement = levelRequirement(milestone, facts);
      return requirement === null ? [] : [{ year: milestone.year, value: requirement.value }];
    });
}

const KINDS_WITH_A_PATH: ReadonlySet<string> = new Set(['level', 'cumulative', 'rise', 'plan_flow']);

/**
 * The two other published methods beside the pace ratio, before the deadline and where there is a way from a baseline
 * to the target; null otherwise. Source: methodology, "Status" and "Path, projection".
 */
export function otherMethods(facts: Facts): { path: PathStatus | null; projection: Projection | null } {
  const { input, baseline, latest, requirement, sign, passed } = facts;
  const { target, indicator } = input;
  const none = { path: null, projection: null };
  if (passed || baseline === null || latest === null || requirement === null) return none;
  if (!KINDS_WITH_A_PATH.has(target.target_kind) || isFloorHeld(facts)) return none;
  if (latest.year <= baseline.year || breakAfterBaseline(facts, latest.year) !== null) return none;
  const [from, now] = [atOf(baseline), atOf(latest)];
  const to = { year: target.year, value: requirement.value };
  const expected = pathValue(paceRule(indicator, target.target_kind), from, to, milestonesOf(facts), latest.year);
  return { path: pathStatus(sign, now, expected), projection: projectionOf(from, now, to) };
}
