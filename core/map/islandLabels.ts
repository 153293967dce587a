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
  const isFree = (label: SceneText) => {
    const box = textBox(label);
    return within(box, frame) && ![...taken, ...obstacles].some((other) => overlaps(box, other));
  };
  const items: SceneItem[] = [];
  for (const island of plane.islands) {
    const candidates = formsOf(island, style).flatMap((form) => placesOf(island, form, placing, style.fill));
    const [first] = candidates;
    const label = candidates.find(isFree) ?? candidates.findLast((one) => within(textBox(one), frame)) ?? first;
    if (label === undefined) continue;
    taken.push(textBox(label));
    items.push(label);
  }
  return items;
}

/** A name that stands farther off could be taken for something else's; the smallest form may, rather than cover anything. */
const NEAR = OFFSETS.filter(([dx, dy]) => Math.abs(dx) <= 2.4 && Math.abs(dy) <= 1.2);

type Form = { text: string; size: number; offsets: typeof OFFSETS };

/** Full name, then the short one, then smaller: the first that finds room is drawn. */
function formsOf(island: IslandName, style: IslandStyle): Form[] {
  const { size } = style;
  const short = islandName(island, { ...style, short: true });
  return [
    { text: islandName(island, style), size, offsets: NEAR },
    { text: short, size, offsets: NEAR },
    { text: short, size: size * 0.88, offsets: NEAR },
    { text: short, size: size * 0.82, offsets: OFFSETS },
  ];
}

function placesOf(island: IslandName, { text, size, offsets }: Form, placing: Placing, fill: string): SceneText[] {
  const x = placing.x + island.label[0] * placing.scale;
  const y = placing.y + island.label[1] * placing.scale + size * 0.36;
  return offsets.map(([dx, dy]) => ({
    kind: 'text',
    x: x + dx * size,
    y: y + dy * size,
    text,
    size,
    weight: 400,
    anchor: island.anchor,
    fill,
  }));
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
