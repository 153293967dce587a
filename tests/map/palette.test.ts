import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab,
  rgb,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { contrast, inkOn } from '../../core/map/contrast.ts';
import { defaultPalette, fills, PALETTE_CLASSES, PALETTES, STATE_COLOURS } from '../../core/map/palette.ts';
import { THEMES } from '../../core/map/theme.ts';
import { TARGET_STATES } from '../../core/target.ts';

const difference = differenceCiede2000();
const colourViews = {
  normal: (c: string) => rgb(c)!,
  protan: (c: string) => filterDeficiencyProt(1)(rgb(c)!),
  deutan: (c: string) => filterDeficiencyDeuter(1)(rgb(c)!),
  tritan: (c: string) => filterDeficiencyTrit(1)(rgb(c)!),
};
const grey = (c: string) => ({ mode: 'lab' as const, l: lab(c)!.l, a: 0, b: 0 });
const neighbours = (colours: string[]) => colours.slice(1).map((c, i) => [colours[i]!, c] as const);
const mirrored = (colours: string[]) =>
  colours.slice(0, Math.floor(colours.length / 2)).map((c, i) => [c, colours.at(-1 - i)!] as const);
const least = (pairs: (readonly [string, string])[], view: (c: string) => Parameters<typeof difference>[0]) =>
  Math.min(...pairs.map(([a, b]) => difference(view(a), view(b))));

const sequential = [
  ...[2, 3, 4, 5].map((n) => ({ palette: 'ylgnbu' as const, n, floor: 10 })),
  ...[2, 3, 4, 5].map((n) => ({ palette: 'viridis' as const, n, floor: 10 })),
  ...[6, 7].map((n) => ({ palette: 'viridis' as const, n, floor: 7.5 })),
];

describe.each(sequential)('$palette with $n classes', ({ palette, n, floor }) => {
  const colours = fills(palette, n, 'light');

  it.each(Object.entries(colourViews))(`keeps neighbours ${String(floor)} apart in %s view`, (_, view) => {
    expect(least(neighbours(colours), view)).toBeGreaterThanOrEqual(floor);
  });

  it(`keeps neighbours ${String(floor)} apart in grey`, () => {
    expect(least(neighbours(colours), grey)).toBeGreaterThanOrEqual(floor);
  });

  it('grows steadily darker on light ground and lighter on dark ground', () => {
    const lightness = colours.map((c) => lab(c)!.l);
    expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
    expect(fills(palette, n, 'dark')).toEqual(colours.toReversed());
  });
});

describe.each([
  { palette: 'puor' as const, n: 4 },
  { palette: 'puor' as const, n: 6 },
  { palette: 'rdbu' as const, n: 4 },
  { palette: 'rdbu' as const, n: 6 },
])('$palette with $n classes', ({ palette, n }) => {
  const colours = fills(palette, n, 'light');
  it.each(Object.entries(colourViews))('keeps neighbours and mirrored classes 14 apart in %s view', (_, view) => {
    expect(least([...neighbours(colours), ...mirrored(colours)], view)).toBeGreaterThanOrEqual(14);
  });
});

describe('palettes', () => {
  it('has a colour for each class up to its most, and refuses more', () => {
    for (const palette of PALETTES) {
      const { most } = PALETTE_CLASSES[palette];
      for (let n = 0; n <= most; n++) expect(new Set(fills(palette, n, 'light')).size).toBe(n);
      expect(() => fills(palette, most + 1, 'light')).toThrow(RangeError);
    }
  });

  it.each([
    { classes: 5, diverging: false, palette: 'ylgnbu' },
    { classes: 6, diverging: false, palette: 'viridis' },
    { classes: 6, diverging: true, palette: 'puor' },
  ])('takes $palette for $classes classes', ({ classes, diverging, palette }) => {
    expect(defaultPalette(classes, diverging)).toBe(palette);
  });

  it('writes on every fill with a contrast of at least 4.5', () => {
    for (const palette of PALETTES) {
      for (const fill of fills(palette, PALETTE_CLASSES[palette].most, 'light')) {
        expect(contrast(fill, inkOn(fill, THEMES.light.onLight, THEMES.light.onDark))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('has a colour for every state of a target', () => {
    expect(Object.keys(STATE_COLOURS).toSorted()).toEqual([...TARGET_STATES].toSorted());
  });
});
