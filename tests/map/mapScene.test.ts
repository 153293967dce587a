import { describe, expect, it } from 'vitest';
import { islandLabels, islandName, obstacleRects } from '../../core/map/islandLabels.ts';
import { mapScene } from '../../core/map/mapScene.ts';
import type { MapSceneOptions } from '../../core/map/mapSceneOptions.ts';
import { isInside, ringsOf } from '../../core/map/pack.ts';
import { overlaps, within, type SceneText } from '../../core/map/scene.ts';
import { textBox } from '../../core/map/textBox.ts';
import { sceneToSvg } from '../../core/map/toSvg.ts';
import { SIZES } from '../../core/pictureApi.ts';
import { aRanking, aView, pack, paths } from './aRanking.ts';

const textsOf = (scene: ReturnType<typeof mapScene>): SceneText[] =>
  scene.groups.flatMap((group) => group.items.flatMap((item) => (item.kind === 'text' ? [item] : [])));

const pictures = Object.entries(SIZES).flatMap(([size, px]) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['name', 'both', 'none'] as const).map((labels) => ({ size, lang, labels, ...px })),
  ),
);

describe.each(pictures)('$size in $lang with labels=$labels', ({ lang, labels, width, height }) => {
  const view = aView(aRanking({ warnings: ['definitions_differ'] }), { lang, labels });
  const scene = mapScene(view, paths, { width, height });
  const texts = textsOf(scene);

  it('has no two words over each other, and none over the edge', () => {
    const boxes = texts.map((text) => ({ text: text.text, box: textBox(text) }));
    const edge = { x: 0, y: 0, width, height };
    for (const [i, { text, box }] of boxes.entries()) {
      expect([text, within(box, edge)]).toEqual([text, true]);
      for (const other of boxes.slice(i + 1))
        expect([text, other.text, overlaps(box, other.box)]).toEqual([text, other.text, false]);
    }
  });

  it('has no word smaller than ten pixels', () => {
    for (const text of texts) expect(text.size).toBeGreaterThanOrEqual(9.99);
  });

  it('prints everything that must always be in the picture', () => {
    const printed = texts
      .map((text) => text.text)
      .join('')
      .replaceAll(' ', '');
    const must = [
      view.title,
      view.missing_line,
      view.source_line,
      view.review_line,
      ...view.warnings.map((w) => w.text),
      ...view.classes.map((c) => c.label),
    ];
    for (const words of must) expect(printed).toContain(words.replaceAll(' ', ''));
    const islands = new Set(texts.map((text) => text.text));
    for (const island of pack.main.islands) {
      const names = [true, false].map((short) => islandName(island, { lang, short }));
      expect([names, names.some((name) => islands.has(name))]).toEqual([names, true]);
    }
  });

  it('covers no island and no dash with the names of islands', () => {
    const { inset } = scene;
    const plane = inset === null ? paths.whole : paths.inset;
    const names = new Set(plane.islands.map((island) => islandName(island, { lang, short: inset !== null })));
    const group = scene.groups.find((g) => g.id === (inset === null ? 'labels' : 'inset-labels'))!;
    const placing = inset ?? placingOf(scene);
    const obstacles = obstacleRects(plane, placing);
    const labelsHere = group.items.flatMap((item) => (item.kind === 'text' && names.has(item.text) ? [item] : []));
    expect(labelsHere.length).toBe(names.size);
    for (const label of labelsHere) {
      const hit = obstacles.filter((rect) => overlaps(textBox(label), rect));
      expect([label.text, hit.length]).toEqual([label.text, 0]);
    }
  });

  it('has each label point inside the fill of its region', () => {
    const { scale, x, y } = placingOf(scene);
    for (const region of scene.regions) {
      const at: [number, number] = [(region.x - x) / scale, (region.y - y) / scale];
      expect([region.region, isInside(ringsOf(pack.main, region.region), at)]).toEqual([region.region, true]);
    }
  });
});

function placingOf(scene: ReturnType<typeof mapScene>): { scale: number; x: number; y: number } {
  const [, x, y, scale] = /translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)/
    .exec(scene.groups.find((group) => group.id === 'map')!.transform!)!
    .map(Number);
  return { scale: scale!, x: x!, y: y! };
}

describe('forms of the map', () => {
  const scene = (options: MapSceneOptions) => mapScene(aView(), paths, options);
  const dashes = (s: ReturnType<typeof mapScene>, id: string) =>
    s.groups.find((g) => g.id === id)?.items.filter((item) => item.kind === 'path' && item.round === true).length ?? 0;

  it.each([
    { name: 'landscape has the inset', options: { width: 1200, height: 675 }, inset: true },
    { name: 'portrait is upright', options: { width: 1080, height: 1350 }, inset: false },
    { name: 'upright when asked for', options: { width: 1200, height: 675, inset: false }, inset: false },
    { name: 'a phone is upright', options: { width: 375, chrome: 'page' as const }, inset: false },
    { name: 'a wide page has the inset', options: { width: 900, chrome: 'page' as const }, inset: true },
  ])('$name, and shows all ten dashes', ({ options, inset }) => {
    const drawn = scene(options);
    expect(drawn.inset !== null).toBe(inset);
    if (inset) {
      expect(dashes(drawn, 'inset')).toBe(9);
      expect(dashes(drawn, 'map')).toBeGreaterThanOrEqual(2);
    } else expect(dashes(drawn, 'map')).toBe(10);
    for (const id of ['map', 'labels', 'legend']) expect(drawn.groups.map((g) => g.id)).toContain(id);
  });

  it('has no headline when plain, but says above the legend what is shown', () => {
    const view = aView(aRanking(), { title: '自拟标题' });
    const words = textsOf(mapScene(view, paths, { width: 1200, height: 675, plain: true })).map((t) => t.text);
    expect(words).not.toContain('自拟标题');
    expect(words).toContain('试验指标，2024年');
  });

  it('leaves title and notes to a page', () => {
    const groups = scene({ width: 800, chrome: 'page' }).groups.map((g) => g.id);
    expect(groups).toEqual(['map', 'inset-ground', 'inset', 'inset-labels', 'labels', 'legend']);
  });

  it('draws every width of a page, readable and with the legend inside', () => {
    for (let width = 300; width <= 1800; width += 75) {
      const drawn = scene({ width, chrome: 'page' });
      for (const text of textsOf(drawn)) {
        expect(within(textBox(text), { x: 0, y: 0, width, height: drawn.height })).toBe(true);
      }
    }
  });

  it.each([
    [480, 320],
    [480, 1200],
    [4000, 1600],
    [800, 320],
    [1000, 2500],
  ])('draws %i × %i with the longest words, or says that there is no room', (width, height) => {
    const view = aView(aRanking({ warnings: ['definitions_differ', 'mixed_years'], additive: true }), {
      title: '长'.repeat(60),
      note: '注'.repeat(120),
    });
    let drawn: ReturnType<typeof mapScene> | null = null;
    try {
      drawn = mapScene(view, paths, { width, height });
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    if (drawn !== null) expect(textsOf(drawn).length).toBeGreaterThan(10);
  });
});

describe('the smallest pictures', () => {
  it.each([
    [480, 320, 'zh'],
    [480, 320, 'en'],
    [800, 320, 'zh'],
    [480, 1200, 'en'],
  ] as const)('%i × %i in %s still holds all of its words, apart and inside', (width, height, lang) => {
    const drawn = mapScene(aView(aRanking({ warnings: ['definitions_differ'] }), { lang }), paths, { width, height });
    const boxes = textsOf(drawn).map((text) => ({ text: text.text, box: textBox(text) }));
    for (const [i, { text, box }] of boxes.entries()) {
      expect([text, within(box, { x: 0, y: 0, width, height })]).toEqual([text, true]);
      for (const other of boxes.slice(i + 1)) {
        expect([text, other.text, overlaps(box, other.box)]).toEqual([text, other.text, false]);
      }
    }
  });
});

describe('sceneToSvg', () => {
  const view = aView(aRanking({ name: '甲<乙>&"丙"' }), { highlight: '320000' });
  const svg = sceneToSvg(mapScene(view, paths, { width: 1200, height: 675 }));

  it('names its layers and escapes words', () => {
    for (const id of ['map', 'inset', 'legend', 'labels', 'title', 'notes']) expect(svg).toContain(`<g id="${id}"`);
    expect(svg).toContain('甲&lt;乙&gt;&amp;&quot;丙&quot;');
    expect(svg).not.toContain('甲<');
  });

  it('is the same text for the same view', () => {
    expect(sceneToSvg(mapScene(view, paths, { width: 1200, height: 675 }))).toBe(svg);
  });

  it('hatches every unit without a figure alike', () => {
    for (const region of ['710000', '810000', '820000']) {
      expect(svg).toMatch(new RegExp(`data-region="${region}" d="[^"]+" fill="url\\(#hatch-map\\)"`));
    }
  });
});

describe('islandLabels', () => {
  it('moves a name out of the way of what is written there', () => {
    const frame = { x: 0, y: 0, width: 400, height: 400 };
    const style = { size: 10, fill: '#000000', lang: 'zh' as const };
    const placing = { scale: 1.2, x: 0, y: 0 };
    const [first] = islandLabels(paths.inset, placing, style, frame, []);
    const taken = [textBox(first as SceneText)];
    const [moved] = islandLabels(paths.inset, placing, style, frame, taken);
    expect(overlaps(textBox(moved as SceneText), textBox(first as SceneText))).toBe(false);
  });
});

describe.each([335, 375, 720])('on a page %i px wide', (width) => {
  it.each(['zh', 'en'] as const)('names the islands of the sea off the land, apart and whole, in %s', (lang) => {
    const drawn = mapScene(aView(aRanking(), { lang }), paths, { width, chrome: 'page' });
    const texts = textsOf(drawn);
    const edge = { x: 0, y: 0, width, height: drawn.height };
    const names = pack.main.islands.flatMap((island) => {
      const forms = [true, false].map((short) => islandName(island, { lang, short }));
      return texts.filter(({ text }) => forms.includes(text)).map((text) => ({ text: text.text, box: textBox(text) }));
    });
    expect(names.length).toBeGreaterThanOrEqual(pack.main.islands.length);
    for (const [i, { text, box }] of names.entries()) {
      expect([text, within(box, edge)]).toEqual([text, true]);
      for (const other of names.slice(i + 1))
        expect([text, other.text, overlaps(box, other.box)]).toEqual([text, other.text, false]);
    }
    // With an inset one of the names stands in it, beside the coast.
    if (drawn.inset !== null) return;
    const guangdong = drawn.regions.find(({ region }) => region === '440000');
    for (const { text, box } of names.filter((name) => name.text.includes('Dongsha') || name.text.includes('东沙'))) {
      expect([text, box.y > (guangdong?.y ?? Infinity)]).toEqual([text, true]);
    }
  });
});
