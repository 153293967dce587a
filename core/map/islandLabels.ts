import type { IslandName } from './mapPack.ts';
import type { Lang } from '../region.ts';
import { OFFSETS } from './offsets.ts';
import type { PlanePaths } from './pack.ts';
import { overlaps, within, type Rect, type SceneItem, type SceneText } from './scene.ts';
import { textBox } from './textBox.ts';

/** Where a plane is drawn: pixels per unit, and its origin in the picture. */
export type Placing = { scale: number; x: number; y: number };

/**
 * Names of the island groups, in open water: never over an island, a reef or a dash, never over each other, inside
 * the frame. `taken` is what else is written there; the names are added to it.
 * Source: rules for public maps: the named islands must be shown and may not be covered.
 */
export function islandLabels(
  plane: Pick<PlanePaths, 'islands' | 'obstacles'>,
  placing: Placing,
  style: IslandStyle,
  frame: Rect,
  taken: Rect[],
): SceneItem[] {
  const obstacles = obstacleRects(plane, placing);
  const items: SceneItem[] = [];
  for (const island of plane.islands) {
    const at = {
      x: placing.x + island.label[0] * placing.scale,
      y: placing.y + island.label[1] * placing.scale + style.size * 0.36,
    };
    const base: SceneText = {
      kind: 'text',
      ...at,
      text: islandName(island, style),
      size: style.size,
      weight: 400,
      anchor: island.anchor,
      fill: style.fill,
    };
    const candidates = OFFSETS.map(([dx, dy]): SceneText => ({
      ...base,
      x: base.x + dx * style.size,
      y: base.y + dy * style.size,
    }));
    const free = candidates.find((candidate) => {
      const box = textBox(candidate);
      return (
        within(box, frame) &&
        !taken.some((other) => overlaps(box, other)) &&
        !obstacles.some((other) => overlaps(box, other))
      );
    });
    const label = free ?? base;
    taken.push(textBox(label));
    items.push(label);
  }
  return items;
}

/** `short`: Nansha for Nansha Islands, where the frame itself says what they are. */
export type IslandStyle = { size: number; fill: string; lang: Lang; short?: boolean };

export function islandName(island: IslandName, { lang, short }: Pick<IslandStyle, 'lang' | 'short'>): string {
  if (lang === 'zh') return island.name_zh;
  return short === true ? island.name_en.replace(/ (Islands|Dao|Ansha)$/, '') : island.name_en;
}

export function obstacleRects(plane: Pick<PlanePaths, 'obstacles'>, { scale, x, y }: Placing): Rect[] {
  return plane.obstacles.map(([left, top, right, bottom]) => ({
    x: x + left * scale - 1,
    y: y + top * scale - 1,
    width: (right - left) * scale + 2,
    height: (bottom - top) * scale + 2,
  }));
}
