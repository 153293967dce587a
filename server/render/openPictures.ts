import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapPack } from '../../core/map/mapPack.ts';
import { readMapPack, type MapPaths } from '../../core/map/pack.ts';
import { loadFonts, type Fonts } from './fonts.ts';
import { createPngRenderer, type RenderPng } from './png.ts';

/** All that pictures need: geometry, fonts, the rasteriser. */
export type Pictures = { paths: () => MapPaths; fonts: () => Fonts; renderPng: RenderPng };

/** Geometry and fonts are read at the first picture and kept. */
export function openPictures(seedsDir: string): Pictures {
  let paths: MapPaths | null = null;
  let fonts: Fonts | null = null;
  return {
    paths: () => (paths ??= readMapPack(readPack(seedsDir))),
    fonts: () => (fonts ??= loadFonts(join(seedsDir, 'fonts'))),
    renderPng: createPngRenderer(),
  };
}

function readPack(seedsDir: string): MapPack {
  return JSON.parse(readFileSync(join(seedsDir, 'geo/map-pack.json'), 'utf8')) as MapPack;
}
