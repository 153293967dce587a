import type { RankingAnswer } from '../../core/answers.ts';
import { rankingScene } from '../../core/chart/rankingScene.ts';
import type { Scene } from '../../core/map/scene.ts';
import type { PictureRequest } from '../../core/pictureApi.ts';
import { dataDate, pictureSources, unsourcedRows } from '../../core/views/pictureSources.ts';
import { checkRegion } from '../../core/views/observations.ts';
import { rankingAnswer } from '../../core/views/ranking.ts';
import type { Pictures } from '../render/openPictures.ts';
import type { Moment } from '../snapshots.ts';
import { checkWords } from './checkWords.ts';
import { placed } from './getMapPicture.ts';

export type RankingPicture = { ranking: RankingAnswer; scene: Scene };

/** The bar ranking, placed in the picture asked for. Throws `not_found`, `definitions_differ`, `bad_parameter`. */
export function getRankingPicture(
  moment: Moment,
  asked: { indicator: string } & PictureRequest,
  pictures: Pictures,
): RankingPicture {
  checkWords(asked, pictures.fonts());
  checkRegion(moment.dataset, asked.highlight);
  const ranking = rankingAnswer(moment.dataset, asked, moment);
  const sources = pictureSources(moment.dataset, ranking);
  const printed = sources.map(({ title_zh, publisher }) => ({ title: title_zh, publisher }));
  const options = {
    ...asked,
    sources: printed,
    unsourced: unsourcedRows(moment.dataset, ranking),
    dataDate: dataDate(ranking, sources, asked.lang),
  };
  return { ranking, scene: placed(() => rankingScene(ranking, options)) };
}
