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
  header: { width: number; height: number };
  legend: { width: number; height: number };
  footer: { height: number };
  /** The main plane: height in units and its free corners; the width is that of the skyline. */
  plane: { height: number; skyline: Skyline };
  /** Inset frame in units of its plane; null in the upright form. */
  inset: { frame: Box; leastWidth: number; leftOf: (scale: number) => number } | null;
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

/**
 * The largest map for which title, legend and notes are clear of land: title and legend use the corners that the
 * country leaves free, above Xinjiang and below Xizang; the inset stands to the right of the last dash.
 */
export function layoutMap(request: LayoutRequest): Layout {
  const { width, height, pad, footer } = request;
  const bottom = height - pad - footer.height - (footer.height > 0 ? request.gap : 0);
  let scale = Math.min((width - 2 * pad) / planeWidth(request), (bottom - pad) / request.plane.height);
  for (let tries = 0; tries < 400; tries++, scale *= STEP) {
    const found = placed(request, scale, bottom);
    if (found !== null) return found;
  }
  throw new RangeError('no room for the map');
}

const planeWidth = ({ plane }: LayoutRequest) => plane.skyline.top.length * plane.skyline.strip;

function placed(request: LayoutRequest, scale: number, bottom: number): Layout | null {
  const { width, height, pad, gap, header, legend, footer, plane } = request;
  const inset = insetSize(request, scale);
  const drawnWidth = Math.max(planeWidth(request) * scale, inset === null ? 0 : inset.left + inset.width);
  const x = width - pad - drawnWidth;
  if (x < pad - 0.5) return null;
  // Highest place at which the land clears the title, lowest at which the map still ends above the notes.
  const free = { from: (pad - gap - x) / scale, to: (pad + header.width + gap - x) / scale };
  const landTop = extremum(plane.skyline, 'top', free.from, free.to);
  const headerBottom = header.height === 0 ? pad : pad + header.height + gap;
  const highest = Math.max(pad, headerBottom - landTop * scale);
  const lowest = bottom - plane.height * scale;
  if (highest > lowest + 0.5) return null;
  const y = highest + (lowest - highest) / 2;
  const mapBottom = y + plane.height * scale;
  const legendTop = mapBottom - legend.height;
  const landBottom = extremum(plane.skyline, 'bottom', (pad - gap - x) / scale, (pad + legend.width + gap - x) / scale);
  if (y + landBottom * scale + gap > legendTop || legendTop < headerBottom) return null;
  return {
    scale,
    x,
    y,
    inset:
      inset === null
        ? null
        : {
            x: x + drawnWidth - inset.width,
            y: mapBottom - inset.height,
            width: inset.width,
            height: inset.height,
            scale: inset.scale,
          },
    header: { x: pad, y: pad, ...header },
    legend: { x: pad, y: legendTop, ...legend },
    footerY: height - pad - footer.height,
  };
}

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
