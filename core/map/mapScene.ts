import { islandLabels, obstacleRects, type Placing } from './islandLabels.ts';
import { layoutMap, tryLayout, type Layout } from './layout.ts';
import { legendBlock, movedItems } from './legend.ts';
import { hatchFor, planeGroup } from './mapLayers.ts';
import type { MapPaths } from './pack.ts';
import { LEAST_MAINLAND, regionLabels } from './regionLabels.ts';
import { tenth, type Rect, type Scene, type SceneGroup, type SceneText } from './scene.ts';
import { lineExtents, movedTo, type TextBlock } from './textBlock.ts';
import { textBox } from './textBox.ts';
import { textWidth } from './textWidth.ts';
import { THEMES } from './theme.ts';
import type { MapView } from './view.ts';
import { footerBlock, headerBlock } from './words.ts';

export type MapSceneOptions = {
  width: number;
  /** Left out (page only): as high as the map needs. */
  height?: number | undefined;
  /** False: the upright form with the whole South China Sea. Left out: by the proportions of the picture. */
  inset?: boolean | undefined;
  /** No headline: the legend is headed by the indicator and the year. */
  plain?: boolean | undefined;
  /** `page`: only map, inset and legend; the page prints the words around it itself. */
  chrome?: 'full' | 'page' | undefined;
  /** Put before every id of the drawing, for several on one page. */
  idPrefix?: string | undefined;
};

export type MapScene = Scene & {
  /** Where a region's label point is in the picture, inside its fill. */
  regions: { region: string; x: number; y: number }[];
  /** Frame of the inset and its pixels per unit. */
  inset: (Rect & { scale: number }) | null;
};

/** Narrower pages show the upright form: it is larger there. */
const PHONE = 600;
/** Wider than high by less than this: the upright form. */
const UPRIGHT = 0.9;
/** The inset's names need this much, in pixels at text size 10. */
const LEAST_INSET = { zh: 132, en: 160 };

/**
 * A view placed in a picture: everything finished, drawn alike by the page and by the file.
 * Throws `RangeError` when the picture is too small for its words.
 * Source: API contract, "Map parameters"; rules for public maps.
 */
export function mapScene(view: MapView, paths: MapPaths, options: MapSceneOptions): MapScene {
  const page = options.chrome === 'page';
  const { width } = options;
  const upright = options.inset === undefined ? isUpright(options) : !options.inset;
  const weight = page ? 1 : Math.max(0.86, Math.sqrt((width * (options.height ?? width * 0.6)) / (1200 * 675)));
  const sizes = {
    label: 12 * weight,
    legend: Math.max(10.5, 12 * weight),
    note: Math.max(10, 11 * weight),
    island: Math.max(10, 10 * weight),
  };
  const id = (name: string) => `${options.idPrefix ?? ''}${name}`;
  const theme = THEMES[view.theme];
  const legend = legendBlock(view, sizes.legend, { heading: options.plain === true, hatch: id('hatch') });
  const pad = page ? 6 : Math.round(26 * weight);
  const words = page ? NO_WORDS : wordsFor(view, width - 2 * pad, weight, options.plain === true);
  const plane = upright ? paths.whole : paths.cut;
  const request = {
    width,
    pad,
    gap: 9 * weight,
    legend: { width: legend.width, height: legend.height },
    footer: { height: words.footer.height },
    plane: { height: upright ? paths.whole.extent[3] + 6 : paths.pack.main.cut, skyline: plane.skyline },
    inset: upright
      ? null
      : {
          frame: paths.pack.inset.frame,
          leastWidth: (LEAST_INSET[view.lang] * sizes.island) / 10,
          leftOf: (scale: number) => eastEdge(view, paths, scale, sizes.island) + 7 * weight,
        },
  };
  const { layout, header, height } = page ? pageLayout(request, options.height) : best(request, words.headers, options);
  const main: Placing = layout;
  const frame: Rect = { x: 2, y: 2, width: width - 4, height: height - 4 };
  const groups: SceneGroup[] = [planeGroup(view, plane, main, { id: id('map'), hatch: id('hatch-map'), weight })];
  const taken: Rect[] = [layout.legend, layout.header];
  const labels = id('labels');
  const island = { size: sizes.island, fill: theme.soft, lang: view.lang };
  if (layout.inset !== null) {
    groups.push(...insetGroups(view, paths, layout.inset, { id, weight, island }));
    taken.push({
      ...layout.inset,
      y: layout.inset.y - sizes.island * 2,
      height: layout.inset.height + sizes.island * 2,
    });
  }
  // Named in the inset: on a small map their names would crowd the coast.
  const named =
    layout.inset === null || main.scale * 1000 >= LEAST_MAINLAND
      ? plane.islands
      : paths.cut.islands.filter((i) => i.kind === 'islet');
  const islands = islandLabels({ ...plane, islands: named }, main, island, frame, taken);
  const names = regionLabels(
    view,
    paths.pack.main.units,
    main,
    { size: sizes.label, smallest: Math.max(10, 10 * weight) },
    frame,
    taken,
    obstacleRects(plane, main),
  );
  groups.push({ id: labels, items: [...islands, ...names] });
  groups.push({ id: id('legend'), items: movedItems(legend.items, layout.legend.x, layout.legend.y) });
  if (!page) {
    groups.push({ id: id('title'), items: movedTo(header, layout.header.x, layout.header.y) });
    groups.push({ id: id('notes'), items: movedTo(words.footer, pad, layout.footerY) });
  }
  return {
    width,
    height,
    background: theme.ground,
    title: view.title,
    description: view.alt_text,
    hatches: [
      hatchFor(id('hatch'), theme, weight, 1),
      hatchFor(id('hatch-map'), theme, weight, main.scale),
      ...(layout.inset === null ? [] : [hatchFor(id('hatch-inset'), theme, weight, layout.inset.scale)]),
    ],
    clips: layout.inset === null ? [] : [{ ...layout.inset, id: id('clip-inset') }],
    groups,
    regions: paths.pack.main.units.map(({ region, at }) => ({
      region,
      x: tenth(main.x + at[0] * main.scale),
      y: tenth(main.y + at[1] * main.scale),
    })),
    inset: layout.inset,
  };
}

function isUpright({ width, height, chrome }: MapSceneOptions): boolean {
  return height === undefined ? chrome === 'page' && width < PHONE : width / height < UPRIGHT;
}

const EMPTY: TextBlock = { width: 0, height: 0, lines: [] };
const extents = (block: TextBlock) => ({ width: block.width, height: block.height, lines: lineExtents(block) });
const NO_WORDS = { headers: [EMPTY], footer: EMPTY };

/** The notes, and the title wrapped to several widths: the one that leaves the largest map is taken. */
function wordsFor(view: MapView, width: number, weight: number, plain: boolean) {
  const size = Math.max(10.5, 13.5 * weight);
  return {
    headers: [1, 0.72, 0.56, 0.42, 0.3].map((share) => headerBlock(view, width * share, size, plain)),
    footer: footerBlock(view, width, Math.max(10, 11 * weight), plain),
  };
}

type Request = Omit<Parameters<typeof layoutMap>[0], 'height' | 'header'>;
type Chosen = { layout: Layout; header: TextBlock; height: number };

function best(request: Request, headers: readonly TextBlock[], { height }: MapSceneOptions): Chosen {
  if (height === undefined) throw new RangeError('a picture has a height');
  let chosen: Chosen | null = null;
  for (const header of headers) {
    const layout = layoutMap({ ...request, height, header: extents(header) });
    // A narrower title must be worth it.
    if (chosen === null || layout.scale > chosen.layout.scale * 1.04) chosen = { layout, header, height };
  }
  return chosen!;
}

/** On a page the width is given; the legend goes below the map when its corner is too small. */
function pageLayout(request: Request, height: number | undefined): Chosen {
  const header = extents(EMPTY);
  if (height !== undefined) return { layout: layoutMap({ ...request, height, header }), header: EMPTY, height };
  const bare = { ...request, header, legend: { width: 0, height: 0 } };
  const { scale } = layoutMap({ ...bare, height: request.width * 4 });
  const mapHeight = request.plane.height * scale + 2 * request.pad;
  for (const spare of [0, 0.2, 0.4, 0.6]) {
    const total = Math.ceil(mapHeight + request.legend.height * spare);
    const layout = tryLayout({ ...request, header, height: total });
    if (layout !== null && layout.scale > scale * 0.97) return { layout, header: EMPTY, height: total };
  }
  const { legend, pad, gap } = request;
  const layout = { ...layoutMap({ ...bare, height: mapHeight }), legend: { x: pad, y: mapHeight + gap, ...legend } };
  return { layout, header: EMPTY, height: Math.ceil(mapHeight + gap + legend.height + pad) };
}

/** Right edge of the easternmost name and of the land beside the inset, in pixels from the plane's origin. */
function eastEdge(view: MapView, paths: MapPaths, scale: number, size: number): number {
  const names = paths.cut.islands.map((island) => {
    const width = textWidth(view.lang === 'zh' ? island.name_zh : island.name_en, size);
    const share = island.anchor === 'start' ? 1 : island.anchor === 'middle' ? 0.5 : 0;
    return island.label[0] * scale + width * share;
  });
  return Math.max(...names);
}

function insetGroups(
  view: MapView,
  paths: MapPaths,
  inset: Rect & { scale: number },
  {
    id,
    weight,
    island,
  }: { id: (name: string) => string; weight: number; island: { size: number; fill: string; lang: MapView['lang'] } },
): SceneGroup[] {
  const theme = THEMES[view.theme];
  const placing: Placing = inset;
  const size = island.size * 1.1;
  // In English the name is too long for the frame: it stands above it.
  const zh = view.lang === 'zh';
  const heading: SceneText = {
    kind: 'text',
    x: inset.x + inset.width - (zh ? size * 0.6 : 0),
    y: zh ? inset.y + inset.height - size * 0.6 : inset.y - size * 0.5,
    text: zh ? '南海诸岛' : 'South China Sea Islands',
    size,
    weight: 600,
    anchor: 'end',
    fill: theme.ink,
  };
  const margin = 3;
  const frame = {
    x: inset.x + margin,
    y: inset.y + margin,
    width: inset.width - 2 * margin,
    height: inset.height - 2 * margin,
  };
  const names = islandLabels(paths.inset, placing, { ...island, short: true }, frame, [textBox(heading)]);
  return [
    {
      id: id('inset-ground'),
      items: [
        {
          kind: 'rect',
          x: inset.x,
          y: inset.y,
          width: inset.width,
          height: inset.height,
          fill: theme.ground,
          stroke: 'none',
          strokeWidth: 0,
        },
      ],
    },
    planeGroup(view, paths.inset, placing, {
      id: id('inset'),
      hatch: id('hatch-inset'),
      weight: weight * 0.85,
      clip: id('clip-inset'),
    }),
    {
      id: id('inset-labels'),
      items: [
        {
          kind: 'rect',
          x: inset.x,
          y: inset.y,
          width: inset.width,
          height: inset.height,
          fill: 'none',
          stroke: theme.outer,
          strokeWidth: 0.8 * weight,
        },
        ...names,
        heading,
      ],
    },
  ];
}
