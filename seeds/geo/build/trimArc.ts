import type { Box, Point } from '../../../core/map/mapPack.ts';

/**
 * Thins an arc outside of the frame, where nothing of it is seen: of each run of points outside only those stay that
 * keep every segment clear of the frame. What is inside the frame, and the ends, stay as they are.
 */
export function trimArc(points: readonly Point[], frame: Box): Point[] {
  const kept: Point[] = [];
  let i = 0;
  while (i < points.length) {
    kept.push(points[i]!);
    let next = i + 1;
    if (outside(points[i]!, frame)) {
      for (let j = i + 2; j < points.length && outside(points[j - 1]!, frame); j++) {
        if (!crosses(points[i]!, points[j]!, frame)) next = j;
      }
    }
    i = next;
  }
  return kept;
}

function outside([x, y]: Point, [left, top, right, bottom]: Box): boolean {
  return x < left || x > right || y < top || y > bottom;
}

/** Does the segment from a to b meet the box? (Liang–Barsky) */
export function crosses(a: Point, b: Point, [left, top, right, bottom]: Box): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, a[0] - left],
    [dx, right - a[0]],
    [-dy, a[1] - top],
    [dy, bottom - a[1]],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false;
      continue;
    }
    if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
    if (from > to) return false;
  }
  return true;
}
