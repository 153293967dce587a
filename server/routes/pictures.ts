import { Hono } from 'hono';
import { AppError } from '../../core/problem.ts';
import type { Deps } from '../deps.ts';
import { openPictures } from '../render/openPictures.ts';
import { stored, type ReadEnv } from '../stored.ts';
import { charts } from './charts.ts';
import { maps } from './maps.ts';

const NO_MAP = { zh: '这里没有安装底图，请看位次表', en: 'The base map is not installed here; see the ranking' };

/** Maps and ranking charts, each drawn once per data version. The operator's review number is in every map. */
export const pictures = (deps: Deps) => {
  const drawing = openPictures(deps.seedsDir);
  const programVersion = `${deps.programVersion} ${deps.env.reviewNumber ?? ''}`;
  const answers = stored({ snapshots: deps.snapshots, programVersion, now: deps.now });
  return new Hono<ReadEnv>()
    .use('/maps/*', (_c, next) => {
      if (deps.env.leaveOut.includes('map')) throw new AppError('not_found', NO_MAP);
      return next();
    })
    .use('/maps/*', answers)
    .use('/charts/*', answers)
    .route('/maps', maps(deps, drawing))
    .route('/charts', charts(drawing));
};
