import { islandLabels, obstacleRects, type Placing } from './islandLabels.ts';
import { insetGroups } from './insetLayer.ts';
import { movedItems } from './legend.ts';
import { hatchFor, planeGroup } from './mapLayers.ts';
import { planMap } from './mapPlan.ts';
import type { MapSceneOptions } from './mapSceneOptions.ts';
import type { MapPaths } from './pack.ts';
import { LEAST_MAINLAND, regionLabels } from './regionLabels.ts';
import { tenth, type Rect, type Scene, type SceneGroup } from './scene.ts';
import { movedTo } from './textBlock.ts';
import { THEMES } from './theme.ts';
import type { MapView } from './view.ts';

export type MapScene = Scene & {
  /** Where a region's label point is in the picture, inside its fill. */
  regions: { region: string; x: number; y: number }[];
  /** Frame of the inset and its pixels per unit. */
  inset: (Rect & { scale: number }) | null;
};

/**
 * A view placed in a picture: everything finished, drawn alike by the page and by the file.
 * Throws `RangeError` when the picture is too small for its words.
 * Source: API contract, "Map parameters"; rules for public maps.
 */
export function mapScene(view: MapView, paths: MapPaths, options: MapSceneOptions): MapScene {
  const page = options.chrome === 'page';
  const { width } = options;
  const id = (name: string) => `${options.idPrefix ?? ''}${name}`;
  const theme = THEMES[view.theme];
  const plan = planMap(view, paths, options, id('hatch'));
  const { type, plane, layout, height, legend } = plan;
  const { weight } = type;
  const main: Placing = layout;
  const frame: Rect = { x: 2, y: 2, width: width - 4, height: height - 4 };
  const groups: SceneGroup[] = [planeGroup(view, plane, main, { id: id('map'), hatch: id('hatch-map'), weight })];
  const taken: Rect[] = [layout.legend, layout.header];
  const labels = id('labels');
  const island = { size: type.island, fill: theme.soft, lang: view.lang };
  if (layout.inset !== null) {
    groups.push(...insetGroups(view, paths, layout.inset, { id, weight, island }));
    taken.push({
      ...layout.inset,
      y: layout.inset.y - type.island * 2,
      height: layout.inset.height + type.island * 2,
    });
  }
  // Named in the inset: on a small map their names would crowd the coast.
  const named =
    layout.inset === null || main.scale * 1000 >= LEAST_MAINLAND
      ? plane.islands
      : paths.cut.islands.filter((i) => i.kind === 'islet');
  const islands = islandLabels({ ...plane, islands: named }, main, island, frame, taken);
  const names = regionLabels(view, paths.pack.main.units, main, type.label, frame, taken, obstacleRects(plane, main));
  groups.push({ id: labels, items: [...islands, ...names] });
  groups.push({ id: id('legend'), items: movedItems(legend.items, layout.legend.x, layout.legend.y) });
  if (!page) {
    groups.push({ id: id('title'), items: movedTo(plan.header, layout.header.x, layout.header.y) });
    groups.push({ id: id('notes'), items: movedTo(plan.footer, type.pad, layout.footerY) });
  }
  return {
    width,
    height,
    background: theme.ground,
    title: view.title,
    description: view.alt_text,
    hatches: [
      hatchFor(id('hatch'), theme, weight, 1),
      hatchFor(id('hatch-map'), theme, weight, main.scale),
      ...(layout.inset === null ? [] : [hatchFor(id('hatch-inset'), theme, weight, layout.inset.scale)]),
    ],
    clips: layout.inset === null ? [] : [{ ...layout.inset, id: id('clip-inset') }],
    groups,
    regions: paths.pack.main.units.map(({ region, at }) => ({
      region,
      x: tenth(main.x + at[0] * main.scale),
      y: tenth(main.y + at[1] * main.scale),
    })),
    inset: layout.inset,
  };
}
