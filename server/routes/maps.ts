import { Hono, type Context } from 'hono';
import type { MapRegion, MapView } from '../../core/map/view.ts';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import { PictureQuery } from '../../core/pictureApi.ts';
import { csvAnswer } from '../csvAnswer.ts';
import type { Deps } from '../deps.ts';
import type { Pictures } from '../render/openPictures.ts';
import { getMapPicture, type MapPicture } from '../services/getMapPicture.ts';
import { renderPicture } from '../services/renderPicture.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';
import { fileOf, PICTURE_PATH } from './pictureFile.ts';

/** The map of an indicator: picture, data, words. */
export const maps = ({ env }: Pick<Deps, 'env'>, pictures: Pictures) =>
  new Hono<ReadEnv>().get(PICTURE_PATH, validate('query', PictureQuery), async (c) => {
    const { indicator, format } = fileOf(c.req.param('file'));
    const asked = { ...c.req.valid('query'), indicator };
    const picture = getMapPicture(c.var.moment, asked, pictures, env.reviewNumber);
    switch (format) {
      case 'svg':
        return c.body(sceneToSvg(picture.scene), 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
      case 'png':
        return c.body(await renderPicture(picture.scene, asked.scale, pictures), 200, { 'content-type': 'image/png' });
      case 'json':
        return c.json(mapAnswer(picture, asked.scale), 200);
      case 'csv':
        return mapCsv(c, picture.view, asked.bom);
      case 'alt.txt':
        return c.text(`${picture.view.alt_text}\n`, 200);
    }
  });

/** What is in the picture, with the pixel of each region's label point in the PNG of the same request. */
function mapAnswer({ view, scene }: MapPicture, scale: number) {
  const at = new Map(scene.regions.map((region) => [region.region, region]));
  return {
    ...view,
    width: scene.width * scale,
    height: scene.height * scale,
    regions: view.regions.map((region) => {
      const { x, y } = at.get(region.region)!;
      return { ...region, x: x * scale, y: y * scale };
    }),
  };
}

function mapCsv(c: Context, view: MapView, bom: boolean): Response {
  const classOf = (region: MapRegion) => (region.class === null ? null : view.classes[region.class]!);
  return csvAnswer(c, {
    rows: view.regions,
    columns: [
      ['region', (row) => row.region],
      ['name', (row) => row.name],
      ['value', (row) => row.value],
      ['display', (row) => (row.display === null ? null : { number: row.display.replaceAll(',', '') })],
      ['bound', (row) => row.bound_text],
      ['class', (row) => row.class],
      ['class_from', (row) => number(classOf(row)?.from)],
      ['class_to', (row) => number(classOf(row)?.to)],
      ['fill', (row) => row.fill],
      ['unit', () => view.unit],
      ['year', () => view.year],
      ['source', (row) => row.source],
      ['locator', (row) => row.locator],
      ['release', (row) => row.release],
      ['note', (row) => row.remark],
    ],
    bom,
    fileName: `${view.heading}.csv`,
  });
}

const number = (text: string | undefined) => (text === undefined ? null : { number: text });
