import type { Scene } from '../../core/map/scene.ts';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import type { Pictures } from '../render/openPictures.ts';

/** The scene as PNG bytes, text outlined with the fonts of the checkout. Throws `overloaded`. */
export function renderPicture(scene: Scene, scale: number, pictures: Pictures): Promise<Uint8Array<ArrayBuffer>> {
  return pictures.renderPng(sceneToSvg(scene, { outline: pictures.fonts().outline }), scale);
}
