import { readFileSync } from 'node:fs';

type Shape<P> = { id?: string; type: string; arcs: unknown; coordinates?: [number, number]; properties: P };

export type UnitProperties = {
  adcode: string;
  name_zh: string;
  label: [number, number];
  label_km: number;
  callout?: [number, number];
};
export type IslandProperties = {
  name_zh: string;
  name_en: string;
  kind: 'group' | 'islet';
  label: [number, number];
  anchor: 'start' | 'middle' | 'end';
};
export type BorderKind = 'undetermined' | 'sar' | 'provincial';

export type Topology = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: {
    provinces: { geometries: Shape<UnitProperties>[] };
    dashline: { geometries: Shape<{ n: number }>[] };
    borders: { geometries: Shape<{ kind: BorderKind }>[] };
    islands: { geometries: Shape<IslandProperties>[] };
  };
  metadata: { source: string; vintage: string; approval: string; note: string };
};

export function readTopology(): Topology {
  return JSON.parse(readFileSync(new URL('../china-provinces.topo.json', import.meta.url), 'utf8')) as Topology;
}

/** Longitude and latitude of a quantized position. */
export function degrees(topology: Topology, [x, y]: [number, number]): [number, number] {
  const { scale, translate } = topology.transform;
  return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
}

/** Every arc as longitudes and latitudes. */
export function arcsInDegrees(topology: Topology): [number, number][][] {
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => degrees(topology, [(x += dx), (y += dy)]));
  });
}

/** The rings of a polygon or multipolygon. */
export function ringsOf(shape: Shape<unknown>): number[][] {
  return (shape.type === 'Polygon' ? shape.arcs : (shape.arcs as number[][][]).flat()) as number[][];
}

/** The lines of a line or multiline, in one list. */
export function lineArcs(shape: Shape<unknown>): number[] {
  return (shape.type === 'LineString' ? shape.arcs : (shape.arcs as number[][]).flat()) as number[];
}
