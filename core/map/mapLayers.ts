import type { PlanePaths } from './pack.ts';
import type { Placing } from './islandLabels.ts';
import { tenth, type SceneGroup, type SceneHatch, type SceneItem } from './scene.ts';
import { THEMES, type ThemeColours } from './theme.ts';
import type { MapRegion, MapView } from './view.ts';

/** Widths of lines on a picture of 1200 × 675, in pixels. */
const WIDTHS = { inner: 0.6, outer: 0.6, water: 0.5, dash: 1.8, highlight: 2 };
const HATCH_SPACING = 5;

/**
 * The country in one plane: fills, inner borders, outline (it is what
 * keeps the smallest reefs visible), undetermined border, dashes. Lengths are in units, so that they come out alike at every scale.
 */
export function planeGroup(
  view: MapView,
  plane: PlanePaths,
  placing: Placing,
  layer: { id: string; hatch: string; weight: number; clip?: string },
): SceneGroup {
  const theme = THEMES[view.theme];
  const regions = new Map(view.regions.map((region) => [region.region, region]));
  const px = (width: number) => (width * layer.weight) / placing.scale;
  const line = (
    d: string,
    stroke: string,
    width: number,
    more: { dash?: string; round?: boolean } = {},
  ): SceneItem[] => (d === '' ? [] : [{ kind: 'path', d, fill: 'none', stroke, strokeWidth: px(width), ...more }]);
  const shape = (region: string, d: string): SceneItem => ({
    kind: 'path',
    d,
    fill: fillOf(regions.get(region), theme, layer.hatch),
    stroke: 'none',
    strokeWidth: 0,
    region,
  });
  const chosen = plane.shapes.find(({ region }) => region === view.highlight);
  return {
    id: layer.id,
    transform: `translate(${tenth(placing.x)} ${tenth(placing.y)}) scale(${String(placing.scale)})`,
    ...(layer.clip === undefined ? {} : { clip: layer.clip }),
    items: [
      ...plane.shapes.map(({ region, d }) => shape(region, d)),
      ...line(plane.inner, theme.inner, WIDTHS.inner),
      ...line(plane.water, theme.inner, WIDTHS.water),
      ...line(plane.outer, theme.outer, WIDTHS.outer),
      ...line(plane.undetermined, theme.ground, 1.2),
      ...line(plane.undetermined, theme.outer, 0.9, { dash: `${tenth(px(3))} ${tenth(px(2))}` }),
      ...(chosen === undefined ? [] : line(chosen.d, theme.highlight, WIDTHS.highlight)),
      ...plane.dashes.flatMap((d) => line(d, theme.dash, WIDTHS.dash, { round: true })),
    ],
  };
}

function fillOf(region: MapRegion | undefined, theme: ThemeColours, hatch: string): string {
  if (region?.outside === true) return theme.outside;
  return region?.fill ?? `url(#${hatch})`;
}

/** The hatch for a layer drawn at `scale`. */
export function hatchFor(id: string, theme: ThemeColours, weight: number, scale: number): SceneHatch {
  return {
    id,
    ground: theme.hatchGround,
    line: theme.hatchLine,
    spacing: (HATCH_SPACING * weight) / scale,
    strokeWidth: (1.1 * weight) / scale,
  };
}
