/** Offsets in em, nearest first: up to 4 em to the side and 3 em up or down, which costs more. */
const STEPS_X = [0, 0.3, 0.6, 0.9, 1.3, 1.8, 2.4, 3.2, 4];
const STEPS_Y = [0, 0.25, 0.5, 0.8, 1.2, 1.7, 2.3, 3];

/** Where a name is tried that cannot stand in the place set by hand. */
export const OFFSETS: readonly (readonly [number, number])[] = STEPS_X.flatMap((dx) =>
  STEPS_Y.flatMap((dy) => [-1, 1].flatMap((sx) => [-1, 1].map((sy) => [sx * dx, sy * dy] as const))),
).toSorted(([ax, ay], [bx, by]) => ax * ax + 2 * ay * ay - bx * bx - 2 * by * by);
