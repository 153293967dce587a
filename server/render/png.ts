import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { renderAsync } from '@resvg/resvg-js';
import { AppError } from '../../core/problem.ts';

/** Pictures drawn at the same time; each takes one core. */
const AT_ONCE = 2;
/** Pictures that may wait: at some 100 ms each the last of them waits about a second. */
const MOST_WAITING = 24;
/** The rasteriser's buffers are invisible to the garbage collector; without a nudge memory grows by gigabytes. */
const COLLECT_EVERY = 10;

export type RenderPng = (svg: string, scale: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * SVG (text already outlined) to PNG, a few at a time. The same SVG gives the same bytes.
 * Throws `overloaded` when too many are waiting.
 */
export function createPngRenderer(): RenderPng {
  const collect = garbageCollector();
  const waiting: (() => void)[] = [];
  // One question asked by many at once is drawn once.
  const underWay = new Map<string, ReturnType<RenderPng>>();
  let running = 0;
  let drawn = 0;

  async function turn(): Promise<void> {
    if (running < AT_ONCE) {
      running++;
      return;
    }
    if (waiting.length >= MOST_WAITING) {
      throw new AppError('overloaded', {
        zh: '正在生成的图片太多，请稍后再试',
        en: 'Too many pictures are being drawn; try again shortly',
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function done(): void {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
    if (++drawn % COLLECT_EVERY === 0) collect();
  }

  async function draw(svg: string, scale: number): ReturnType<RenderPng> {
    await turn();
    try {
      const image = await renderAsync(svg, {
        fitTo: { mode: 'zoom', value: scale },
        font: { loadSystemFonts: false },
      });
      return new Uint8Array(image.asPng());
    } finally {
      done();
    }
  }

  return (svg, scale) => {
    const key = `${String(scale)} ${svg}`;
    const joined = underWay.get(key) ?? draw(svg, scale).finally(() => underWay.delete(key));
    underWay.set(key, joined);
    return joined;
  };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
