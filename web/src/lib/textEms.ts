/** Width of a text in ems, near enough to align a column: a Han character is one, a digit or letter a little over half. */
export function textEms(text: string): number {
  let ems = 0;
  for (const char of text) ems += char.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
  return Math.round(ems * 100) / 100;
}
