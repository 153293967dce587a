import type { UnitLabel } from './mapPack.ts';
import { inkOn } from './contrast.ts';
import type { Placing } from './islandLabels.ts';
import { overlaps, within, type Rect, type SceneItem, type SceneText } from './scene.ts';
import { textBox } from './textBox.ts';
import { textWidth } from './textWidth.ts';
import { THEMES } from './theme.ts';
import type { MapRegion, MapView } from './view.ts';

/** Narrower than this the map has no names: they would cover what they name. Pixels of the mainland's width. */
const LEAST_MAINLAND = 470;
/** A word may be this much wider than the room that was measured for it; the smallest type may be wider still. */
const ROOM = 0.95;
const ROOM_SMALLEST = 0.78;
/** English names are long: they may run over a border where no other word is. */
const ROOM_EN = 0.42;
const LINE = 1.16;

export type LabelStyle = { size: number; smallest: number };

/**
 * Names and values of the units: inside where there is room, small units outside with a leader line, otherwise left
 * to the page. No word covers another, an island or a dash. `taken` is what else is written; the labels are added.
 */
export function regionLabels(
  view: MapView,
  units: readonly UnitLabel[],
  placing: Placing,
  style: LabelStyle,
  frame: Rect,
  taken: Rect[],
  obstacles: readonly Rect[],
): SceneItem[] {
  if (view.labels === 'none' || placing.scale * 1000 < LEAST_MAINLAND) return [];
  const regions = new Map(view.regions.map((region) => [region.region, region]));
  const items: SceneItem[] = [];
  const later: { unit: UnitLabel; lines: string[] }[] = [];
  // The widest rooms last: they can give way, the narrow ones cannot.
  for (const unit of units.toSorted((a, b) => a.room - b.room)) {
    const region = regions.get(unit.region);
    if (region === undefined) continue;
    const lines = linesOf(region, view);
    if (lines.length === 0) continue;
    const inside = insideLabel(view, region, unit, lines, placing, style, (box) => free(box, frame, taken));
    if (inside === null) later.push({ unit, lines });
    else {
      taken.push(...inside.map(textBox));
      items.push(...inside);
    }
  }
  for (const { unit, lines } of later) {
    if (unit.callout === null) continue;
    const found = callout(
      view,
      unit,
      unit.callout,
      lines,
      placing,
      style,
      (box) => free(box, frame, taken) && !obstacles.some((other) => overlaps(box, other)),
    );
    if (found === null) continue;
    taken.push(...found.texts.map(textBox));
    items.push(...found.lines, ...found.texts);
  }
  return items;
}

function linesOf(region: MapRegion, view: MapView): string[] {
  const value = region.display === null ? null : `${region.bound_text ?? ''}${region.display}`;
  if (view.labels === 'name') return [region.name];
  if (view.labels === 'value') return value === null ? [] : [value];
  return value === null ? [region.name] : [region.name, value];
}

const free = (box: Rect, frame: Rect, taken: readonly Rect[]) =>
  within(box, frame) && !taken.some((other) => overlaps(box, other));

type Fits = (box: Rect) => boolean;

function insideLabel(
  view: MapView,
  region: MapRegion,
  unit: UnitLabel,
  lines: readonly string[],
  { scale, x, y }: Placing,
  { size, smallest }: LabelStyle,
  fits: Fits,
): SceneText[] | null {
  const room = unit.room * scale;
  const sizes = [size, (size + smallest) / 2, smallest];
  for (const s of sizes) {
    const width = Math.max(...lines.map((line) => textWidth(line, s)));
    const share = view.lang === 'en' && lines.length === 1 ? ROOM_EN : s === smallest ? ROOM_SMALLEST : ROOM;
    // The room is an ellipse 1.8 times as wide as high: two lines need some of its height as well.
    const high = lines.length > 1 ? (room / 1.8) * 1.15 < s * LINE * lines.length : room < s;
    if (room < share * width || high) continue;
    const spills = room < ROOM_SMALLEST * width;
    const texts = stacked(lines, x + unit.at[0] * scale, y + unit.at[1] * scale, s, labelColours(view, region, spills));
    if (texts.every((text) => fits(textBox(text)))) return texts;
  }
  return null;
}

/** Lines centred on a point. */
function stacked(
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  colours: { fill: string; halo?: string },
): SceneText[] {
  const top = y - ((lines.length - 1) * size * LINE) / 2;
  return lines.map((text, i) => ({
    kind: 'text',
    x,
    y: top + i * size * LINE + 0.36 * size,
    text,
    size,
    weight: 400,
    anchor: 'middle',
    ...colours,
  }));
}

/** Ink that reads on the fill; over a hatch or a border the word carries its own ground. */
function labelColours(view: MapView, region: MapRegion, spills: boolean): { fill: string; halo?: string } {
  const theme = THEMES[view.theme];
  if (region.fill === null) return { fill: theme.soft, halo: region.outside ? theme.outside : theme.hatchGround };
  const fill = inkOn(region.fill, theme.onLight, theme.onDark);
  return spills ? { fill, halo: region.fill } : { fill };
}

/** Places tried for a name outside, in em from the one set by hand. */
const AWAY = [
  [0, 0],
  [0.8, 0],
  [-0.8, 0],
  [0, 0.9],
  [0, -0.9],
  [1.6, 0.6],
  [1.6, -0.6],
  [-1.6, 0.6],
  [2.6, 0],
  [0, 2],
] as const;

function callout(
  view: MapView,
  unit: UnitLabel,
  at: readonly [number, number],
  lines: readonly string[],
  { scale, x, y }: Placing,
  { size }: LabelStyle,
  fits: Fits,
): { lines: SceneItem[]; texts: SceneText[] } | null {
  const theme = THEMES[view.theme];
  const from = { x: x + unit.at[0] * scale, y: y + unit.at[1] * scale };
  // A value beside its name: outside there is width, and the pair stays one thing.
  const words = [lines.join(' ')];
  for (const [dx, dy] of AWAY) {
    const texts = stacked(words, x + at[0] * scale + dx * size, y + at[1] * scale + dy * size, size, {
      fill: theme.ink,
      halo: theme.ground,
    });
    const box = textBox(texts[0]!);
    if (!fits(box)) continue;
    const margin = size * 0.22;
    const to = {
      x: Math.max(box.x - margin, Math.min(box.x + box.width + margin, from.x)),
      y: Math.max(box.y - margin, Math.min(box.y + box.height + margin, from.y)),
    };
    const stroke = theme.soft;
    return {
      lines: [{ kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke, strokeWidth: size * 0.06 }],
      texts,
    };
  }
  return null;
}
