import type { Box } from './mapPack.ts';
import type { Skyline } from './pack.ts';
import type { Rect } from './scene.ts';

/** What has to find its place in the picture, in pixels. */
export type LayoutRequest = {
  width: number;
  height: number;
  pad: number;
  /** Clear space between land and words. */
  gap: number;
  /** Lines of words from the top: how wide each is and where it ends, from the upper margin. */
  header: { width: number; height: number; lines: readonly { width: number; bottom: number }[] };
  legend: { width: number; height: number };
  footer: { height: number };
  /** The main plane: height in units and its free corners; the width is that of the skyline. */
  plane: { height: number; skyline: Skyline };
  /** Inset frame in units of its plane, and the space its title needs above it; null in the upright form. */
  inset: { frame: Box; leastWidth: number; leftOf: (scale: number) => number; headroom: number } | null;
};

export type Layout = {
  /** Pixels per unit of the main plane, and where its origin is. */
  scale: number;
  x: number;
  y: number;
  inset: (Rect & { scale: number }) | null;
  header: Rect;
  legend: Rect;
  footerY: number;
};

/** Steps in which smaller maps are tried. */
const STEP = 0.99;
/** A mainland of 100 pixels is no map. */
const LEAST_SCALE = 0.1;

/**
 * The largest map for which title, legend and notes are clear of land: title and legend use the corners that the
 * country leaves free, above Xinjiang and below Xizang; the inset stands to the right of the last dash.
 */
export function layoutMap(request: LayoutRequest): Layout {
  const found = tryLayout(request);
  if (found === null) throw new RangeError('no room for the map');
  return found;
}

/** The same, null when no size has room. */
export function tryLayout(request: LayoutRequest): Layout | null {
  const { width, height, pad, footer } = request;
  const bottom = height - pad - footer.height - (footer.height > 0 ? request.gap : 0);
  let scale = Math.min((width - 2 * pad) / planeWidth(request), (bottom - pad) / request.plane.height);
  for (; scale > LEAST_SCALE; scale *= STEP) {
    const found = placed(request, scale, bottom);
    if (found !== null) return found;
  }
  return null;
}

const planeWidth = ({ plane }: LayoutRequest) => plane.skyline.top.length * plane.skyline.strip;

function placed(request: LayoutRequest, scale: number, bottom: number): Layout | null {
  const { width, height, pad, gap, header, legend, footer, plane } = request;
  const inset = insetSize(request, scale);
  const drawnWidth = Math.max(planeWidth(request) * scale, inset === null ? 0 : inset.left + inset.width);
  const x = width - pad - drawnWidth;
  if (x < pad - 0.5) return null;
  const insetWidth = inset?.width ?? 0;
  // Highest place at which the land clears every line of words, lowest at which the map ends above the notes.
  const under = header.lines.map((line) => {
    const landTop = extremum(plane.skyline, 'top', (pad - gap - x) / scale, (pad + line.width + gap - x) / scale);
    return pad + line.bottom + gap - landTop * scale;
  });
  const highest = Math.max(pad, ...under);
  const lowest = bottom - plane.height * scale;
  if (highest > lowest + 0.5) return null;
  const landBottom = extremum(plane.skyline, 'bottom', (pad - gap - x) / scale, (pad + legend.width + gap - x) / scale);
  const headerBottom = header.height === 0 ? pad : pad + header.height + gap;
  for (const share of SHARES) {
    const y = highest + (lowest - highest) * share;
    const mapBottom = y + plane.height * scale;
    // On one line with the inset, else lower where there is space.
    const legendBottom = [mapBottom, bottom].find(
      (at) => y + landBottom * scale + gap <= at - legend.height && at - legend.height >= headerBottom,
    );
    const insetTop = mapBottom - (inset?.height ?? 0) - (request.inset?.headroom ?? 0);
    const underWords = header.lines.some(
      (line) => pad + line.width + gap > x + drawnWidth - insetWidth && pad + line.bottom + gap > insetTop,
    );
    if (legendBottom === undefined || (inset !== null && (insetTop < pad || underWords))) continue;
    return {
      scale,
      x,
      y,
      inset: inset === null ? null : { ...inset, x: x + drawnWidth - insetWidth, y: mapBottom - inset.height },
      header: { x: pad, y: pad, width: header.width, height: header.height },
      legend: { x: pad, y: legendBottom - legend.height, ...legend },
      footerY: height - pad - footer.height,
    };
  }
  return null;
}

/** How the spare height is shared between above and below the map. */
const SHARES = [0.5, 0.35, 0.2, 0, 0.75, 1];

function insetSize({ inset }: LayoutRequest, scale: number) {
  if (inset === null) return null;
  const units = { width: inset.frame[2] - inset.frame[0], height: inset.frame[3] - inset.frame[1] };
  const insetScale = Math.max(scale, inset.leastWidth / units.width);
  return {
    scale: insetScale,
    width: units.width * insetScale,
    height: units.height * insetScale,
    left: inset.leftOf(scale),
  };
}

/** Highest (`top`) or lowest land between two places of the plane; none: as far away as can be. */
function extremum(skyline: Skyline, side: 'top' | 'bottom', from: number, to: number): number {
  const strips = skyline[side].slice(
    Math.max(0, Math.floor(from / skyline.strip)),
    Math.max(0, Math.ceil(to / skyline.strip)),
  );
  return side === 'top' ? Math.min(Infinity, ...strips) : Math.max(-Infinity, ...strips);
}
