/**
 * Where a value lies on a bar axis `width` pixels long that always includes 0: bars start there, so that their lengths
 * compare. All zero, or nothing: everything at the start.
 */
export function barScale(values: readonly number[], width: number): { at: (value: number) => number } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low;
  return { at: (value) => (span === 0 ? 0 : ((value - low) / span) * width) };
}
