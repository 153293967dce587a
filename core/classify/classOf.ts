/**
 * Class of a shown value: how many breaks are at or below it. Classes are [from, to): a value equal to a break belongs
 * to the class above. The one function that map, legend, table and CSV use; the same rule as d3's scaleThreshold.
 * `breaks` ascending. Source: methodology, "Map classes".
 */
export function classOf(breaks: readonly number[], value: number): number {
  let n = 0;
  while (n < breaks.length && breaks[n]! <= value) n++;
  return n;
}
