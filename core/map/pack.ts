import { decodeArcs } from './arcCode.ts';
import type { Box, MapPack, MapPlane, Point } from './mapPack.ts';

/** One plane as finished path strings, in its units. Reading costs some milliseconds: keep the result. */
export type PlanePaths = {
  extent: Box;
  shapes: { region: string; d: string }[];
  inner: string;
  outer: string;
  water: string;
  undetermined: string;
  /** One for each dash that is in the plane. */
  dashes: string[];
  islands: MapPlane['islands'];
  /** What no name may cover: islands and reefs, and the dashes piece by piece. */
  obstacles: Box[];
  skyline: Skyline;
};

/** Highest and lowest land for each strip of the plane, so that words can use the corners that are free of it. */
export type Skyline = { strip: number; top: number[]; bottom: number[] };

export type MapPaths = {
  pack: MapPack;
  /** The upright form: the whole South China Sea, all ten dashes. */
  whole: PlanePaths;
  /** The form with the inset: nothing south of Hainan Island. */
  cut: PlanePaths;
  inset: PlanePaths;
};

/** Every path of the pack, made once from its arcs. */
export function readMapPack(pack: MapPack): MapPaths {
  const main = decodedArcs(pack.main);
  const north = (points: readonly Point[]) => points.every(([, y]) => y <= pack.main.cut);
  return {
    pack,
    whole: planePaths(pack.main, main, () => true),
    cut: planePaths(pack.main, main, north),
    inset: planePaths(pack.inset, decodedArcs(pack.inset), () => true),
  };
}

/** The rings of a region in a plane, each closed, in units. */
export function ringsOf(plane: MapPlane, region: string): Point[][] {
  const arcs = decodedArcs(plane);
  return (plane.shapes[region] ?? []).map((ring) => joined(arcs, ring));
}

/** Is the point inside, by the even-odd rule over all rings? */
export function isInside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    });
  }
  return inside;
}

type Keep = (points: readonly Point[]) => boolean;

function planePaths(plane: MapPlane, arcs: readonly Point[][], keep: Keep): PlanePaths {
  const rings = (list: readonly number[][]) => list.map((ring) => joined(arcs, ring)).filter(keep);
  const lines = (list: readonly number[]) => list.map((a) => directed(arcs, a)).filter(keep);
  const drawnRings = Object.values(plane.shapes).flatMap(rings);
  const drawnDashes = plane.dashes.flatMap(lines);
  const path = (parts: readonly (readonly Point[])[], closed: boolean) => parts.map((p) => pathOf(p, closed)).join('');
  return {
    extent: plane.extent,
    shapes: Object.entries(plane.shapes)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([region, list]) => ({ region, d: path(rings(list), true) })),
    inner: path(lines(plane.inner), false),
    outer: path(lines(plane.outer), false),
    water: path(lines(plane.water), false),
    undetermined: path(lines(plane.undetermined), false),
    dashes: plane.dashes.map((dash) => path(lines(dash), false)).filter((d) => d !== ''),
    islands: plane.islands.filter((island) => keep([island.at])),
    obstacles: [
      ...drawnRings.map(boundsOf).filter(([l, t, r, b]) => Math.max(r - l, b - t) < REEF),
      ...drawnDashes.flatMap((dash) => dash.slice(1).map((p, i) => boundsOf([dash[i]!, p]))),
    ],
    skyline: skylineOf([...drawnRings, ...drawnDashes], plane.extent),
  };
}

/** Rings smaller than this, in units, are islands. */
const REEF = 45;
const STRIP = 10;

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function skylineOf(parts: readonly (readonly Point[])[], [left, , right]: Box): Skyline {
  const strips = Math.ceil((right - left) / STRIP);
  const top = Array.from({ length: strips }, () => Infinity);
  const bottom = Array.from({ length: strips }, () => -Infinity);
  const stripOf = (x: number) => Math.min(strips - 1, Math.max(0, Math.floor((x - left) / STRIP)));
  for (const points of parts) {
    points.forEach(([x, y], i) => {
      const [px, py] = points[Math.max(0, i - 1)]!;
      for (let strip = stripOf(Math.min(x, px)); strip <= stripOf(Math.max(x, px)); strip++) {
        top[strip] = Math.min(top[strip]!, y, py);
        bottom[strip] = Math.max(bottom[strip]!, y, py);
      }
    });
  }
  return { strip: STRIP, top, bottom };
}

function decodedArcs(plane: MapPlane): Point[][] {
  return decodeArcs(plane.arcs).map((flat) => {
    let [x, y] = [0, 0];
    return Array.from({ length: flat.length / 2 }, (_, i): Point => {
      x += flat[2 * i]!;
      y += flat[2 * i + 1]!;
      return [x / 10, y / 10];
    });
  });
}

function directed(arcs: readonly Point[][], a: number): Point[] {
  return a < 0 ? arcs[~a]!.toReversed() : arcs[a]!;
}

/** Arcs end to end; the point where two meet is kept once. */
function joined(arcs: readonly Point[][], ring: readonly number[]): Point[] {
  return ring.flatMap((a) => directed(arcs, a).slice(0, -1));
}

/** Relative steps in tenths: short text, and the sum of the steps is exact in the numbers that are written. */
function pathOf(points: readonly Point[], closed: boolean): string {
  let d = '';
  let [px, py] = [0, 0];
  points.forEach(([x, y], i) => {
    const [nx, ny] = [Math.round(x * 10), Math.round(y * 10)];
    d += i === 0 ? `M${tenths(nx)} ${tenths(ny)}` : `${i === 1 ? 'l' : ' '}${tenths(nx - px)} ${tenths(ny - py)}`;
    [px, py] = [nx, ny];
  });
  return closed ? `${d}z` : d;
}

function tenths(n: number): string {
  return n % 10 === 0 ? String(n / 10) : (n / 10).toFixed(1).replace(/^(-?)0\./, '$1.');
}
