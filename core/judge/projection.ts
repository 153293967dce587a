import { EPSILON, type At } from './at.ts';

export type Projection = { status: 'on_track' | 'accelerate' | 'stagnant_or_worse'; value: number; progress: number };

const ON_TRACK = 0.95;
const ACCELERATE = 0.1;

function statusOf(progress: number): Projection['status'] {
  if (progress >= ON_TRACK - EPSILON) return 'on_track';
  return progress >= ACCELERATE - EPSILON ? 'accelerate' : 'stagnant_or_worse';
}

/**
 * Where v would be in the target year with the actual growth so far (CAGR; linear where b or v is not positive), and
 * how much of the way that is. null when no time has passed or none remains, or T = b.
 * Source: methodology, "Status" and "Path, projection".
 */
export function projectionOf(baseline: At, latest: At, target: At): Projection | null {
  const [b, v, goal] = [Number(baseline.value), Number(latest.value), Number(target.value)];
  const past = latest.year - baseline.year;
  const left = target.year - latest.year;
  if (past <= 0 || left <= 0 || goal === b) return null;
  const value = b > 0 && v > 0 ? v * (v / b) ** (left / past) : v + ((v - b) * left) / past;
  const progress = (value - b) / (goal - b);
  return { status: statusOf(progress), value, progress };
}
