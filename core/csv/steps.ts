/** Runs work that is cut into slices to its end, without a pause. */
export function runSteps<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
