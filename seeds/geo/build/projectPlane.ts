import type { GeoProjection } from 'd3';
import { encodeArcs } from '../../../core/map/arcCode.ts';
import type { Box, MapPlane, Point } from '../../../core/map/mapPack.ts';
import { arcsInDegrees, degrees, lineArcs, ringsOf, type Topology } from './topology.ts';
import { crosses, trimArc } from './trimArc.ts';

/** An islet whose ring would all but vanish on the grid is drawn as a diamond of this half-width, in units. */
const ISLET = 0.25;

/** Projects the whole topology into a plane on the grid; with a frame, only what meets the frame. */
export function projectPlane(topology: Topology, projection: GeoProjection, frame: Box | null): MapPlane {
  const place = (position: [number, number]): Point => {
    const [x, y] = projection(position)!;
    return [tenth(x), tenth(y)];
  };
  const margin = 2;
  const seen: Box | null = frame && [frame[0] - margin, frame[1] - margin, frame[2] + margin, frame[3] + margin];
  const islets = new Set(
    topology.objects.provinces.geometries.flatMap((shape) =>
      ringsOf(shape).flatMap((ring) => (ring.length === 1 ? [index(ring[0]!)] : [])),
    ),
  );
  const arcs = arcsInDegrees(topology).map((arc, i) => {
    const points = withoutRepeats(arc.map(place));
    if (islets.has(i)) return asIslet(arc.map((p) => projection(p) as Point)) ?? points;
    return seen === null ? points : trimArc(points, seen);
  });
  const meets = (ring: readonly number[]) => seen === null || ring.some((a) => arcMeets(arcs[index(a)]!, seen));
  const visible = (list: readonly number[]) => list.filter((a) => meets([a]));

  const shapes = Object.fromEntries(
    topology.objects.provinces.geometries
      .map((shape): [string, number[][]] => [shape.id!, ringsOf(shape).filter(meets)])
      .filter(([, rings]) => rings.length > 0),
  );
  const owners = arcs.map(() => new Set<string>());
  for (const [region, rings] of Object.entries(shapes)) for (const a of rings.flat()) owners[index(a)]!.add(region);
  const lines = (test: (owners: number) => boolean) =>
    visible(owners.flatMap((set, i) => (set.size > 0 && test(set.size) ? [i] : [])));
  const borders = (undetermined: boolean) =>
    visible(
      topology.objects.borders.geometries
        .filter((shape) => (shape.properties.kind === 'undetermined') === undetermined)
        .flatMap(lineArcs),
    );
  const plane = {
    shapes,
    inner: lines((n) => n > 1),
    outer: lines((n) => n === 1),
    water: borders(false),
    undetermined: borders(true),
    dashes: topology.objects.dashline.geometries
      .toSorted((a, b) => a.properties.n - b.properties.n)
      .map((shape) => visible(lineArcs(shape))),
    islands: topology.objects.islands.geometries
      .map((shape) => ({
        name_zh: shape.properties.name_zh,
        name_en: shape.properties.name_en,
        kind: shape.properties.kind,
        at: place(degrees(topology, shape.coordinates!)),
        label: place(shape.properties.label),
        anchor: shape.properties.anchor,
      }))
      .filter((island) => seen === null || crosses(island.at, island.at, seen)),
  };
  return packed(plane, arcs);
}

type Lines = Omit<MapPlane, 'arcs' | 'extent'>;

/** Drops the arcs that nothing uses and writes the others as differences in tenths. */
function packed(plane: Lines, arcs: readonly Point[][]): MapPlane {
  const used = [
    ...new Set(
      [
        ...Object.values(plane.shapes).flat(2),
        ...plane.inner,
        ...plane.outer,
        ...plane.water,
        ...plane.undetermined,
        ...plane.dashes.flat(),
      ].map(index),
    ),
  ].toSorted((a, b) => a - b);
  const numberOf = new Map(used.map((old, i) => [old, i]));
  const renumber = (list: readonly number[]) => list.map((a) => (a < 0 ? ~numberOf.get(~a)! : numberOf.get(a)!));
  const all = used.flatMap((i) => arcs[i]!);
  return {
    extent: [
      Math.min(...all.map(([x]) => x)),
      Math.min(...all.map(([, y]) => y)),
      Math.max(...all.map(([x]) => x)),
      Math.max(...all.map(([, y]) => y)),
    ],
    shapes: Object.fromEntries(Object.entries(plane.shapes).map(([id, rings]) => [id, rings.map(renumber)])),
    inner: renumber(plane.inner),
    outer: renumber(plane.outer),
    water: renumber(plane.water),
    undetermined: renumber(plane.undetermined),
    dashes: plane.dashes.map(renumber),
    islands: plane.islands,
    arcs: encodeArcs(used.map((i) => differences(arcs[i]!))),
  };
}

function differences(points: readonly Point[]): number[] {
  let [px, py] = [0, 0];
  return points.flatMap(([x, y]) => {
    const [nx, ny] = [Math.round(x * 10), Math.round(y * 10)];
    const step = [nx - px, ny - py];
    [px, py] = [nx, ny];
    return step;
  });
}

/** The diamond for a ring that is too small for the grid; null for one that is large enough. */
function asIslet(ring: readonly Point[]): Point[] | null {
  const area = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + (x * ny - nx * y) / 2;
  }, 0);
  if (Math.abs(area) >= 2 * ISLET * ISLET) return null;
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  // A thin reef that is long keeps its shape: it is seen by its outline.
  if (Math.max(width, height) > 6 * ISLET) return null;
  const [x, y] = [Math.min(...xs) + width / 2, Math.min(...ys) + height / 2];
  const corners: Point[] = [
    [x - ISLET, y],
    [x, y - ISLET],
    [x + ISLET, y],
    [x, y + ISLET],
    [x - ISLET, y],
  ];
  return corners.map(([cx, cy]) => [tenth(cx), tenth(cy)]);
}

function arcMeets(points: readonly Point[], frame: Box): boolean {
  return points.some((p, i) => crosses(points[Math.max(0, i - 1)]!, p, frame));
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
}

function index(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
