/** For sorting by several keys: the first difference that is not zero, else zero. */
export function firstDifference(...differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** −1, 0 or 1 by code units: codes and years in text, never words for people. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
