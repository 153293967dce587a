import type { SceneText } from './scene.ts';
import type { TextStyle } from './textBox.ts';
import { textWidth } from './textWidth.ts';
import { wrapText } from './wrapText.ts';

/** Lines of text one below the other, from (0, 0) downwards and to the right. */
export type TextBlock = { width: number; height: number; lines: SceneText[] };

export type Paragraph = { text: string; style: TextStyle; before?: number };

/** Paragraphs wrapped to a width. `before` is the space above a paragraph that is not the first. */
export function textBlock(paragraphs: readonly Paragraph[], width: number): TextBlock {
  const lines: SceneText[] = [];
  let y = 0;
  for (const { text, style, before = 0 } of paragraphs) {
    if (lines.length > 0) y += before;
    for (const line of wrapText(text, width, style.size, style.weight)) {
      const { size, weight, fill, leading } = style;
      lines.push({
        kind: 'text',
        x: 0,
        y: y + leading / 2 + 0.36 * size,
        text: line,
        size,
        weight,
        anchor: 'start',
        fill,
      });
      y += leading;
    }
  }
  return { width: Math.max(0, ...lines.map((line) => textWidth(line.text, line.size, line.weight))), height: y, lines };
}

/** Widths and lower edges of the lines, for what must keep clear of them. */
export function lineExtents(block: TextBlock): { width: number; bottom: number }[] {
  return block.lines.map((line) => ({
    width: textWidth(line.text, line.size, line.weight),
    bottom: line.y + 0.2 * line.size,
  }));
}

export function movedTo(block: TextBlock, x: number, y: number): SceneText[] {
  return block.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y }));
}
