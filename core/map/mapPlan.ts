import { layoutMap, tryLayout, type Layout, type LayoutRequest } from './layout.ts';
import { legendBlock, type LegendBlock } from './legend.ts';
import type { MapPaths, PlanePaths } from './pack.ts';
import { lineExtents, type TextBlock } from './textBlock.ts';
import { textWidth } from './textWidth.ts';
import { pageType, roomyType, tightType, type Typography } from './typography.ts';
import type { MapSceneOptions } from './mapSceneOptions.ts';
import type { MapView } from './view.ts';
import { footerBlock, headerBlock } from './words.ts';

/** Where everything goes, and how large. */
export type MapPlan = {
  type: Typography;
  plane: PlanePaths;
  layout: Layout;
  height: number;
  header: TextBlock;
  legend: LegendBlock;
  footer: TextBlock;
};

/** Narrower pages show the upright form: it is larger there. */
const PHONE = 600;
/** Wider than high by less than this: the upright form. */
const UPRIGHT = 0.9;
/** The inset's names need this much, in pixels at text size 10. */
const LEAST_INSET = 132;
/** A mainland smaller than this, in pixels, is worth trying with smaller type. */
const SMALL_MAINLAND = 300;
/** Shares of the width to which the title may be wrapped, and how much larger the map must get by it. */
const TITLE_SHARES = [1, 0.72, 0.56, 0.42, 0.3];
const WORTH_WRAPPING = 1.04;

/** Plans a picture or a page's map. Throws `RangeError` when there is no room for the words that must be in it. */
export function planMap(view: MapView, paths: MapPaths, options: MapSceneOptions, hatch: string): MapPlan {
  if (options.chrome === 'page') return pagePlan(view, paths, options, hatch);
  const { height } = options;
  if (height === undefined) throw new RangeError('a picture has a height');
  const roomy = picturePlan(view, paths, { ...options, height }, hatch, roomyType(options.width, height));
  if (roomy !== null && roomy.layout.scale * 1000 >= SMALL_MAINLAND) return roomy;
  const tight = picturePlan(view, paths, { ...options, height }, hatch, tightType());
  const larger = [roomy, tight].filter((plan) => plan !== null).toSorted((a, b) => b.layout.scale - a.layout.scale)[0];
  if (larger === undefined) throw new RangeError('no room for the map');
  return larger;
}

function picturePlan(
  view: MapView,
  paths: MapPaths,
  options: MapSceneOptions & { height: number },
  hatch: string,
  type: Typography,
): MapPlan | null {
  const { width, height } = options;
  const plain = options.plain === true;
  const footer = footerBlock(view, width - 2 * type.pad, type, plain);
  const { request, legend, plane } = requestOf(view, paths, options, hatch, type);
  let chosen: MapPlan | null = null;
  for (const share of TITLE_SHARES) {
    const header = headerBlock(view, (width - 2 * type.pad) * share, type, plain);
    const layout = tryLayout({ ...request, height, header: extents(header), footer: { height: footer.height } });
    if (layout === null || (chosen !== null && layout.scale <= chosen.layout.scale * WORTH_WRAPPING)) continue;
    chosen = { type, plane, layout, height, header, legend, footer };
  }
  return chosen;
}

type Request = Omit<LayoutRequest, 'height' | 'header' | 'footer'>;

function requestOf(view: MapView, paths: MapPaths, options: MapSceneOptions, hatch: string, type: Typography) {
  const upright = options.inset === undefined ? isUpright(options) : !options.inset;
  const plane = upright ? paths.whole : paths.cut;
  const legend = legendBlock(view, type, { heading: options.plain === true, hatch });
  const request: Request = {
    width: options.width,
    pad: type.pad,
    gap: type.gap,
    legend: { width: legend.width, height: legend.height },
    plane: { height: upright ? paths.whole.extent[3] + 6 : paths.pack.main.cut, skyline: plane.skyline },
    inset: upright
      ? null
      : {
          frame: paths.pack.inset.frame,
          leastWidth: (LEAST_INSET * type.island) / 10,
          headroom: view.lang === 'zh' ? 0 : type.island * 1.6,
          leftOf: (scale) => eastEdge(view, paths, scale, type.island) + type.gap * 0.8,
        },
  };
  return { request, legend, plane };
}

function isUpright({ width, height, chrome }: MapSceneOptions): boolean {
  return height === undefined ? chrome === 'page' && width < PHONE : width / height < UPRIGHT;
}

const EMPTY: TextBlock = { width: 0, height: 0, lines: [] };
const extents = (block: TextBlock) => ({ width: block.width, height: block.height, lines: lineExtents(block) });

/** On a page the width is given; the legend goes below the map when its corner is too small. */
function pagePlan(view: MapView, paths: MapPaths, options: MapSceneOptions, hatch: string): MapPlan {
  const type = pageType();
  const { request, legend, plane } = requestOf(view, paths, options, hatch, type);
  const empty = { ...request, header: extents(EMPTY), footer: { height: 0 } };
  const plan = (layout: Layout, height: number): MapPlan => ({
    type,
    plane,
    layout,
    height,
    header: EMPTY,
    legend,
    footer: EMPTY,
  });
  if (options.height !== undefined) return plan(layoutMap({ ...empty, height: options.height }), options.height);
  const bare = { ...empty, legend: { width: 0, height: 0 } };
  const { scale } = layoutMap({ ...bare, height: request.width * 4 });
  const mapHeight = request.plane.height * scale + 2 * request.pad;
  for (const spare of [0, 0.2, 0.4, 0.6]) {
    const height = Math.ceil(mapHeight + legend.height * spare);
    const layout = tryLayout({ ...empty, height });
    if (layout !== null && layout.scale > scale * 0.97) return plan(layout, height);
  }
  const { pad, gap } = request;
  const below = { x: pad, y: mapHeight + gap, width: legend.width, height: legend.height };
  const layout = { ...layoutMap({ ...bare, height: mapHeight }), legend: below };
  return plan(layout, Math.ceil(mapHeight + gap + legend.height + pad));
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
