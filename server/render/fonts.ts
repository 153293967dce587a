import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// The package is CommonJS for Node: only the default export is there at run time.
// oxlint-disable-next-line import/default
import opentype, { type Font, type Glyph } from 'opentype.js';
import type { SceneText } from '../../core/map/scene.ts';
import type { Weight } from '../../core/map/textWidth.ts';

const FILES: Record<Weight, string> = { 400: 'NotoSansSC-Regular.ttf', 600: 'NotoSansSC-SemiBold.ttf' };

/** Drawn for a character that the font lacks; the font has it. */
const GETA = '〓';

/** A glyph in font units, y upwards negated: its steps as numbers, ready to be scaled. */
type Outline = { steps: { command: string; points: number[] }[]; advance: number };

export type Fonts = {
  /** The characters of a text that the font cannot draw, each once. */
  lacking: (text: string) => string[];
  /** A text as one path, in place. */
  outline: (text: SceneText) => string;
};

/**
 * The two weights of the font that comes with the checkout. System fonts are never used: a machine that has one would
 * hide that another has none.
 */
export function loadFonts(fontsDir: string): Fonts {
  const faces: Record<Weight, Face> = { 400: face(fontsDir, FILES[400]), 600: face(fontsDir, FILES[600]) };
  return {
    lacking: (text) => [...new Set(text)].filter((char) => !faces[400].has(char)),
    outline: (text) => outlineText(faces[text.weight], text),
  };
}

type Face = { has: (char: string) => boolean; glyph: (char: string) => Outline; unitsPerEm: number };

function face(fontsDir: string, file: string): Face {
  const bytes = readFileSync(join(fontsDir, file));
  const font: Font = opentype.parse(new Uint8Array(bytes).buffer, { lowMemory: true });
  const glyphs = new Map<string, Outline>();
  const has = (char: string) => font.charToGlyphIndex(char) !== 0;
  return {
    unitsPerEm: font.unitsPerEm,
    has,
    glyph: (char) => {
      const kept = glyphs.get(char);
      if (kept !== undefined) return kept;
      const made = outlineOf(font.charToGlyph(has(char) ? char : GETA), font.unitsPerEm);
      glyphs.set(char, made);
      return made;
    },
  };
}

function outlineOf(glyph: Glyph, unitsPerEm: number): Outline {
  const steps = glyph.getPath(0, 0, unitsPerEm).commands.map((command) => {
    switch (command.type) {
      case 'Z':
        return { command: 'Z', points: [] };
      case 'Q':
        return { command: 'Q', points: [command.x1, command.y1, command.x, command.y] };
      case 'C':
        return { command: 'C', points: [command.x1, command.y1, command.x2, command.y2, command.x, command.y] };
      default:
        return { command: command.type, points: [command.x, command.y] };
    }
  });
  return { steps, advance: glyph.advanceWidth };
}

function outlineText({ glyph, unitsPerEm }: Face, { text, x, y, size, anchor }: SceneText): string {
  const scale = size / unitsPerEm;
  const glyphs = [...text].map(glyph);
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0) * scale;
  let left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  let d = '';
  for (const { steps, advance } of glyphs) {
    for (const { command, points } of steps) {
      d += command;
      for (let i = 0; i < points.length; i += 2) {
        d += `${i === 0 ? '' : ' '}${hundredth(left + points[i]! * scale)} ${hundredth(y + points[i + 1]! * scale)}`;
      }
    }
    left += advance * scale;
  }
  return d;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
