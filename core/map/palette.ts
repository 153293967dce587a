import { interpolateViridis, schemePuOr, schemeRdBu, schemeYlGnBu } from 'd3';
import type { TargetState } from '../target.ts';

export const PALETTES = ['ylgnbu', 'viridis', 'puor', 'rdbu'] as const;
export type Palette = (typeof PALETTES)[number];
export type Theme = 'light' | 'dark';

/** Classes each palette may have without neighbours becoming alike for any reader. Source: methodology, "Colours". */
export const PALETTE_CLASSES: Record<Palette, { diverging: boolean; most: number }> = {
  ylgnbu: { diverging: false, most: 5 },
  viridis: { diverging: false, most: 7 },
  puor: { diverging: true, most: 6 },
  rdbu: { diverging: true, most: 6 },
};

/** YlGnBu up to five classes, viridis beyond; purple–orange about a pivot. */
export function defaultPalette(classes: number, diverging: boolean): Palette {
  if (diverging) return 'puor';
  return classes <= PALETTE_CLASSES.ylgnbu.most ? 'ylgnbu' : 'viridis';
}

/**
 * Fills of n classes, lowest class first. On light ground the highest class is the darkest, on dark ground the
 * lightest, so that the high values stand out. Throws `RangeError` when the palette has too few colours.
 */
export function fills(palette: Palette, n: number, theme: Theme): string[] {
  if (n === 0) return [];
  if (n > PALETTE_CLASSES[palette].most) throw new RangeError(`${palette} has no ${String(n)} classes`);
  const colours = COLOURS[palette](n);
  return PALETTE_CLASSES[palette].diverging || theme === 'light' ? colours : colours.toReversed();
}

const COLOURS: Record<Palette, (n: number) => string[]> = {
  // Fewer than three: the middle and the dark end of three.
  ylgnbu: (n) => (n < 3 ? schemeYlGnBu[3]!.slice(3 - n) : [...schemeYlGnBu[n]!]),
  viridis: (n) => Array.from({ length: n }, (_, i) => interpolateViridis(n === 1 ? 0.5 : 1 - i / (n - 1))),
  puor: (n) => diverging(schemePuOr, n),
  rdbu: (n) => diverging(schemeRdBu, n),
};

function diverging(scheme: readonly (readonly string[])[], n: number): string[] {
  return n < 3 ? [scheme[3]![0]!, scheme[3]![2]!].slice(0, n) : [...scheme[n]!];
}

/** Colours of the states of a target: never alone, always beside a shape and a word. */
export const STATE_COLOURS: Record<TargetState, { light: string; dark: string }> = {
  met: { light: '#1b5e8c', dark: '#6fb3e0' },
  met_early: { light: '#3c86b5', dark: '#93c8ea' },
  on_track: { light: '#4f9d94', dark: '#7cc9bf' },
  slightly_behind: { light: '#c79a2b', dark: '#e3bd5c' },
  far_behind: { light: '#c56a1b', dark: '#ec9750' },
  moving_away: { light: '#99450f', dark: '#f07f3c' },
  missed: { light: '#7a2f3b', dark: '#e58b98' },
  awaiting_figure: { light: '#7c8794', dark: '#9aa5b1' },
  undetermined: { light: '#6a5a8c', dark: '#b3a2d6' },
  not_assessable: { light: '#8d949c', dark: '#8d97a2' },
  no_statistic: { light: '#a7adb4', dark: '#757f8a' },
};
