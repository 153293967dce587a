import type { Weight } from './textWidth.ts';

/** One thing drawn. Colours and lengths are finished; `region` says which unit it shows, if any. */
export type SceneItem =
  | {
      kind: 'path';
      d: string;
      fill: string;
      stroke: string;
      strokeWidth: number;
      /** `3 2`; absent: solid. */
      dash?: string;
      round?: boolean;
      region?: string;
    }
  | {
      kind: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      fill: string;
      stroke: string;
      strokeWidth: number;
      region?: string;
    }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; strokeWidth: number; dash?: string }
  | { kind: 'circle'; cx: number; cy: number; r: number; fill: string; stroke: string; strokeWidth: number }
  | SceneText;

export type SceneText = {
  kind: 'text';
  x: number;
  /** Baseline. */
  y: number;
  text: string;
  size: number;
  weight: Weight;
  anchor: 'start' | 'middle' | 'end';
  fill: string;
  /** Colour of an outline behind the text; absent: none. */
  halo?: string;
  region?: string;
};

/** A named layer, so that a designer can take the file apart. */
export type SceneGroup = {
  id: string;
  /** `translate(x y) scale(s)`, or absent. */
  transform?: string;
  /** Id of one of the clips. */
  clip?: string;
  items: SceneItem[];
};

/** Diagonal hatching, spaced alike in every layer whatever its scale. */
export type SceneHatch = { id: string; ground: string; line: string; spacing: number; strokeWidth: number };
export type SceneClip = { id: string; x: number; y: number; width: number; height: number };

/** Everything that is drawn, placed and coloured: plain data, the same for the page and for a file. */
export type Scene = {
  width: number;
  height: number;
  background: string;
  /** Name and description of the whole for a reader who does not see it. */
  title: string;
  description: string;
  hatches: SceneHatch[];
  clips: SceneClip[];
  groups: SceneGroup[];
};

export type Rect = { x: number; y: number; width: number; height: number };

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** To a tenth of a pixel, so that output is short and does not flicker. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
