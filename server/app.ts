import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../core/problem.ts';
import type { Deps } from './deps.ts';
import { onError, problemResponse } from './problem.ts';
import { dictionaries } from './routes/dictionaries.ts';
import { figures } from './routes/figures.ts';
import { health } from './routes/health.ts';
import { imports } from './routes/imports.ts';
import { indicators } from './routes/indicators.ts';
import { releases } from './routes/releases.ts';
import { page } from './routes/page.ts';
import { pictures } from './routes/pictures.ts';
import { reverts } from './routes/reverts.ts';
import { templates } from './routes/templates.ts';
import { stored, type ReadEnv } from './stored.ts';

const MOST_JSON_BYTES = 4 * 1024 * 1024;

/** Bodies other than uploads, which have a limit of their own. */
const jsonLimit = bodyLimit({
  maxSize: MOST_JSON_BYTES,
  onError: () => {
    throw new AppError(
      'file_too_large',
      { zh: '请求内容超过 4 MiB 的上限', en: 'The request body is over the limit of 4 MiB' },
      { max_bytes: MOST_JSON_BYTES },
    );
  },
});

/** The reads of the API: each answer made once per data version. */
const reads = (deps: Deps) =>
  new Hono<ReadEnv>()
    .use(stored(deps))
    .route('/', dictionaries())
    .route('/', templates())
    .route('/', indicators(deps))
    .route('/', figures())
    .route('/', releases(deps));

/** The whole application over its dependencies. Nothing here acts when imported. */
export function createApp(deps: Deps) {
  const app = new Hono()
    .route('/', health(deps))
    .use('/api/v1/*', (c, next) =>
      (c.req.header('content-type') ?? '').includes('json') ? jsonLimit(c, next) : next(),
    )
    .route('/api/v1', imports(deps))
    .route('/api/v1', reverts(deps))
    .route('/api/v1', reads(deps))
    .route('/', pictures(deps))
    .route('/', page(deps));
  app.onError(onError(deps));
  app.notFound((c) =>
    problemResponse(
      c,
      new AppError('not_found', { zh: `没有这个地址：${c.req.path}`, en: `No such address: ${c.req.path}` }),
    ),
  );
  return app;
}

export type AppType = ReturnType<typeof createApp>;
