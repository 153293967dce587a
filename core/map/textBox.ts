import type { Rect, SceneText } from './scene.ts';
import { textWidth, type Weight } from './textWidth.ts';

/** Height above the baseline and below it that ink takes, in em: Han characters fill most of their square. */
const ABOVE = 0.86;
const BELOW = 0.14;

/** The box that a placed text covers. */
export function textBox({
  x,
  y,
  text,
  size,
  weight,
  anchor,
}: Pick<SceneText, 'x' | 'y' | 'text' | 'size' | 'weight' | 'anchor'>): Rect {
  const width = textWidth(text, size, weight);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x: left, y: y - ABOVE * size, width, height: (ABOVE + BELOW) * size };
}

/** The baseline that puts a line of text in the middle of a height about `y`. */
export function centredBaseline(y: number, size: number): number {
  return y + ((ABOVE - BELOW) / 2) * size;
}

export type TextStyle = { size: number; weight: Weight; fill: string; leading: number };
