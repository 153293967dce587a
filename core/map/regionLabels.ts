import type { UnitLabel } from './mapPack.ts';
import { inkOn } from './contrast.ts';
import type { Placing } from './islandLabels.ts';
import { OFFSETS } from './offsets.ts';
import { overlaps, within, type Rect, type SceneItem, type SceneText } from './scene.ts';
import { textBox } from './textBox.ts';
import { textWidth } from './textWidth.ts';
import { THEMES } from './theme.ts';
import type { MapRegion, MapView } from './view.ts';

/** Narrower than this the map has no names: they would cover what they name. Pixels of the mainland's width. */
export const LEAST_MAINLAND = 470;
/** A word may be this much wider than the room that was measured for it; the smallest type may be wider still. */
const ROOM = 0.95;
const ROOM_SMALLEST = 0.78;
/** English names are long: they may run over a border where no other word is. */
const ROOM_EN = 0.3;
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
    const fits: Fits = (box) => free(box, frame, taken);
    // Name and value where both fit; a unit that has no place outside keeps at least its name.
    const inside =
      insideLabel(view, region, unit, lines, placing, style, fits) ??
      (unit.callout === null && lines.length > 1
        ? insideLabel(view, region, unit, lines.slice(0, 1), placing, style, fits)
        : null);
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
  // A unit with a place outside is named there before its name is squeezed in.
  const sizes = unit.callout === null ? [size, (size + smallest) / 2, smallest] : [size];
  for (const s of sizes) {
    const width = Math.max(...lines.map((line) => textWidth(line, s)));
    const share =
      view.lang === 'en' && lines.length === 1 && unit.callout === null
        ? ROOM_EN
        : s === smallest && unit.callout === null
          ? ROOM_SMALLEST
          : ROOM;
    const height = s * LINE * lines.length;
    const corner = lines.length > 1 ? Math.hypot(width, height) : 0;
    if (room < share * width || room < height * 0.85 || room < corner * 0.8) continue;
    const spills = room < ROOM_SMALLEST * width || room < corner * 0.95;
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
  return spills ? { fill: theme.ink, halo: theme.ground } : { fill };
}

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
  // Side by side or one below the other: whichever stays closer to the place set by hand.
  const forms = lines.length > 1 ? [[lines.join(' ')], [...lines]] : [[...lines]];
  for (const [dx, dy] of OFFSETS) {
    for (const words of forms) {
      const texts = stacked(words, x + at[0] * scale + dx * size, y + at[1] * scale + dy * size, size, {
        fill: theme.ink,
        halo: theme.ground,
      });
      const boxes = texts.map(textBox);
      if (boxes.every(fits)) return { lines: [leader(from, boxes, size, theme.soft)], texts };
    }
  }
  return null;
}

type XY = { x: number; y: number };

/** From the unit to the nearest edge of its words. */
function leader(from: XY, boxes: readonly Rect[], size: number, stroke: string): SceneItem {
  const margin = size * 0.22;
  const left = Math.min(...boxes.map((box) => box.x)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const top = Math.min(...boxes.map((box) => box.y)) - margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  const x2 = Math.max(left, Math.min(right, from.x));
  const y2 = Math.max(top, Math.min(bottom, from.y));
  return { kind: 'line', x1: from.x, y1: from.y, x2, y2, stroke, strokeWidth: size * 0.06 };
}
