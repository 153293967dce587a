/** Relative closeness at which two partitions count as equally good. */
const TIE = 1e-9;

/**
 * Natural breaks: the partition of the values into k classes with the least sum of squared deviations from the class
 * means, exact; among equal optima the lexicographically lowest breaks. A break is the smallest value of the upper
 * class. `sorted` ascending, with at least k distinct values. Returns indices into `sorted`.
 * Source: methodology, "Exact rules: Classes, Natural".
 *
 * The suffixes are solved first, so that walking forward the first break that still reaches the optimum is the lowest.
 */
export function naturalBreaks(sorted: readonly number[], k: number): number[] {
  // Equal values stay together: a class can start only where the value changes.
  const starts = sorted.flatMap((value, i) => (i === 0 || value !== sorted[i - 1] ? [i] : []));
  const deviation = squaredDeviations(sorted);
  const best = suffixOptima(starts, sorted.length, k, deviation);
  const breaks: number[] = [];
  let from = 0;
  for (let classes = k; classes > 1; classes--) {
    const optimum = best[classes]![from]!;
    const slack = TIE * Math.max(best[1]![0]!, Number.MIN_VALUE);
    let at = from + 1;
    while (deviation(starts[from]!, starts[at]!) + best[classes - 1]![at]! > optimum + slack) at++;
    breaks.push(starts[at]!);
    from = at;
  }
  return breaks;
}

/** best[m][s]: least sum for the values from start s on, in m classes; Infinity where there are too few. */
function suffixOptima(
  starts: readonly number[],
  n: number,
  k: number,
  deviation: (from: number, to: number) => number,
): number[][] {
  const best: number[][] = [[], starts.map((start) => deviation(start, n))];
  for (let m = 2; m <= k; m++) {
    best[m] = starts.map((start, s) => {
      let least = Infinity;
      for (let t = s + 1; t < starts.length; t++) {
        least = Math.min(least, deviation(start, starts[t]!) + best[m - 1]![t]!);
      }
      return least;
    });
  }
  return best;
}

/** Sum of squared deviations of sorted[from … to) from their mean, from running sums about the overall mean. */
function squaredDeviations(sorted: readonly number[]): (from: number, to: number) => number {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const sums = [0];
  const squares = [0];
  for (const value of sorted) {
    sums.push(sums.at(-1)! + (value - mean));
    squares.push(squares.at(-1)! + (value - mean) ** 2);
  }
  return (from, to) => {
    const sum = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from));
  };
}
