import { Hono } from 'hono';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import { PictureQuery } from '../../core/pictureApi.ts';
import { rankingCsv } from '../rankingCsv.ts';
import type { Pictures } from '../render/openPictures.ts';
import { getRankingPicture } from '../services/getRankingPicture.ts';
import { renderPicture } from '../services/renderPicture.ts';
import type { ReadEnv } from '../stored.ts';
import { validate } from '../validate.ts';
import { fileOf, PICTURE_PATH } from './pictureFile.ts';

/** The bar ranking of an indicator: picture, data, words. */
export const charts = (pictures: Pictures) =>
  new Hono<ReadEnv>().get(`/ranking${PICTURE_PATH}`, validate('query', PictureQuery), async (c) => {
    const { indicator, format } = fileOf(c.req.param('file'));
    const asked = { ...c.req.valid('query'), indicator };
    const { ranking, scene } = getRankingPicture(c.var.moment, asked, pictures);
    switch (format) {
      case 'svg':
        return c.body(sceneToSvg(scene), 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
      case 'png':
        return c.body(await renderPicture(scene, asked.scale, pictures), 200, { 'content-type': 'image/png' });
      case 'json':
        return c.json(
          {
            ...ranking,
            width: scene.width * asked.scale,
            height: scene.height * asked.scale,
            title: scene.title,
            alt_text: scene.description,
          },
          200,
        );
      case 'csv':
        return rankingCsv(c, ranking, { bom: asked.bom, fileName: `${scene.title}.csv` });
      case 'alt.txt':
        return c.text(`${scene.description}\n`, 200);
    }
  });
