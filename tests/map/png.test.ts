import { describe, expect, it } from 'vitest';
import type { SceneText } from '../../core/map/scene.ts';
import { textWidth } from '../../core/map/textWidth.ts';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import { seedRows } from '../support/dataset.ts';
import { loadFonts } from '../../server/render/fonts.ts';
import { createPngRenderer } from '../../server/render/png.ts';
import { ROOT } from '../support/root.ts';
import { decodePng } from './decodePng.ts';

const fonts = loadFonts(`${ROOT}seeds/fonts`);
const word = (text: string, part: Partial<SceneText> = {}): SceneText => ({
  kind: 'text',
  x: 10,
  y: 30,
  text,
  size: 24,
  weight: 400,
  anchor: 'start',
  fill: '#000000',
  ...part,
});
const picture = (items: SceneText[]) =>
  sceneToSvg(
    {
      width: 200,
      height: 40,
      background: '#ffffff',
      title: 't',
      description: 'd',
      hatches: [],
      clips: [],
      groups: [{ id: 'g', items }],
    },
    { outline: fonts.outline },
  );

async function inkOf(svg: string): Promise<number> {
  const { pixel } = decodePng(await createPngRenderer()(svg, 1));
  let ink = 0;
  for (let y = 0; y < 40; y++) for (let x = 0; x < 200; x++) if (pixel(x, y) !== '#ffffff') ink++;
  return ink;
}

describe('fonts', () => {
  it.each(['江苏', '亳濮衢婺漯泸', '≥ 8 且 < 10', 'Xizang', '①—…−'])('draws %s with ink', async (text) => {
    expect(fonts.lacking(text)).toEqual([]);
    expect(await inkOf(picture([word(text)]))).toBeGreaterThan(40);
  });

  it('names what it lacks, and draws 〓 for it, never nothing', async () => {
    expect(fonts.lacking('对标𠮷😀标')).toEqual(['𠮷', '😀']);
    expect(fonts.outline(word('😀'))).toBe(fonts.outline(word('〓')));
    expect(await inkOf(picture([word('😀')]))).toBeGreaterThan(40);
  });

  it('has every character of the dictionaries: names, units, documents', () => {
    const words = [
      ...seedRows.regions.flatMap((r) => [r.name_zh, r.short_zh, r.name_en]),
      ...seedRows.indicators.flatMap((i) => [i.name_zh, i.name_en, i.unit]),
      ...seedRows.sources.flatMap((s) => [s.title_zh, s.publisher]),
    ].join('');
    expect(fonts.lacking(words)).toEqual([]);
  });

  it('is as wide as the layout believes', () => {
    const xs = [...fonts.outline(word('0', { x: 0, size: 1000 })).matchAll(/[A-Z ]?(-?[\d.]+) -?[\d.]+/g)].map((m) =>
      Number(m[1]),
    );
    expect(Math.max(...xs)).toBeLessThanOrEqual(textWidth('0', 1000));
    const end = fonts.outline(word('数据', { x: 0, anchor: 'end' }));
    expect(end).toBe(fonts.outline(word('数据', { x: -textWidth('数据', 24) })));
  });
});

describe('the rasteriser', () => {
  it('gives the same bytes for the same picture, and doubles it at scale 2', async () => {
    const render = createPngRenderer();
    const svg = picture([word('对标')]);
    const [first, again] = [await render(svg, 1), await render(svg, 1)];
    expect(Buffer.compare(first, again)).toBe(0);
    expect(decodePng(await render(svg, 2))).toMatchObject({ width: 400, height: 80 });
  });

  it('refuses when too many are waiting, and goes on afterwards', async () => {
    const render = createPngRenderer();
    const asked = Array.from({ length: 60 }, (_, i) => render(picture([word(String(i))]), 1));
    const settled = await Promise.allSettled(asked);
    const refused = settled.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const result of refused) expect(result.reason).toMatchObject({ code: 'overloaded' });
    expect((await render(picture([word('后')]), 1)).byteLength).toBeGreaterThan(100);
  });

  it('draws one picture once when many ask for it together', async () => {
    const render = createPngRenderer();
    const svg = picture([word('同')]);
    const all = await Promise.all(Array.from({ length: 100 }, () => render(svg, 1)));
    expect(new Set(all).size).toBe(1);
  });
});
