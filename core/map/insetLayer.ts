import { islandLabels, type IslandStyle, type Placing } from './islandLabels.ts';
import { planeGroup } from './mapLayers.ts';
import type { MapPaths } from './pack.ts';
import type { Rect, SceneGroup, SceneText } from './scene.ts';
import { textBox } from './textBox.ts';
import { THEMES } from './theme.ts';
import type { MapView } from './view.ts';

/** The South China Sea in its frame: ground, islands and dashes, names, title. */
export function insetGroups(
  view: MapView,
  paths: MapPaths,
  inset: Rect & { scale: number },
  { id, weight, island }: { id: (name: string) => string; weight: number; island: IslandStyle },
): SceneGroup[] {
  const theme = THEMES[view.theme];
  const placing: Placing = inset;
  const size = island.size * 1.1;
  // In English the name is too long for the frame: it stands above it.
  const zh = view.lang === 'zh';
  const heading: SceneText = {
    kind: 'text',
    x: inset.x + inset.width - (zh ? size * 0.6 : 0),
    y: zh ? inset.y + inset.height - size * 0.6 : inset.y - size * 0.5,
    text: zh ? '南海诸岛' : 'South China Sea Islands',
    size,
    weight: 600,
    anchor: 'end',
    fill: theme.ink,
  };
  const margin = 3;
  const frame = {
    x: inset.x + margin,
    y: inset.y + margin,
    width: inset.width - 2 * margin,
    height: inset.height - 2 * margin,
  };
  const names = islandLabels(paths.inset, placing, { ...island, short: true }, frame, [textBox(heading)]);
  return [
    {
      id: id('inset-ground'),
      items: [
        {
          kind: 'rect',
          x: inset.x,
          y: inset.y,
          width: inset.width,
          height: inset.height,
          fill: theme.ground,
          stroke: 'none',
          strokeWidth: 0,
        },
      ],
    },
    planeGroup(view, paths.inset, placing, {
      id: id('inset'),
      hatch: id('hatch-inset'),
      weight: weight * 0.85,
      clip: id('clip-inset'),
    }),
    {
      id: id('inset-labels'),
      items: [
        {
          kind: 'rect',
          x: inset.x,
          y: inset.y,
          width: inset.width,
          height: inset.height,
          fill: 'none',
          stroke: theme.outer,
          strokeWidth: 0.8 * weight,
        },
        ...names,
        heading,
      ],
    },
  ];
}
