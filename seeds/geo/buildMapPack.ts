/**
 * Makes map-pack.json from china-provinces.topo.json: everything that a map needs, projected once.
 * Source of the projections, the inset and the cut south of Hainan: the rules for public maps as recorded with the data.
 */
import { geoConicEqualArea, type GeoProjection } from 'd3';
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Box, MapPack, Point } from '../../core/map/mapPack.ts';
import { projectPlane } from './build/projectPlane.ts';
import { arcsInDegrees, readTopology, ringsOf, type Topology } from './build/topology.ts';

const MAINLAND_WIDTH = 1000;
const INSET_SCALE = 0.6;
/** Hainan's islands south of this parallel belong to the inset. */
const SOUTH = 17.9;
/** Hanoi, Manila, the coast and Taiwan south of the Tropic, 曾母暗沙. */
const INSET_FRAME: Point[] = [
  [105.8, 21],
  [122.4, 21.5],
  [114, 24.2],
  [114, 2.9],
  [106.9, 6],
];
const EARTH_KM = 6371;
const SOURCE_EN = 'Tianditu, National Platform for Common Geospatial Information Services, 2024-05';

const bounds = (points: readonly Point[]): Box => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};
const tenth = (value: number) => Math.round(value * 10) / 10;
const project = (projection: GeoProjection, points: readonly Point[]) => points.map((p) => projection(p) as Point);

export function buildMapPack(topology: Topology = readTopology()): MapPack {
  const mainlandPoints = pointsNorthOf(topology, SOUTH);
  const unit = geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).scale(1).translate([0, 0]);
  const [left, top, right] = bounds(project(unit, mainlandPoints));
  const scale = MAINLAND_WIDTH / (right - left);
  const main = unit.scale(scale).translate([-left * scale, -top * scale]);
  const mainland = bounds(project(main, mainlandPoints)).map(tenth) as Box;

  const sea = geoConicEqualArea()
    .parallels([8, 20])
    .rotate([-114, 0])
    .scale(scale * INSET_SCALE)
    .translate([0, 0]);
  const frame = bounds(project(sea, INSET_FRAME));
  sea.translate([-frame[0], -frame[1]]);
  const insetFrame: Box = [0, 0, tenth(frame[2] - frame[0]), tenth(frame[3] - frame[1])];

  const { source, vintage, approval, note } = topology.metadata;
  const place = (position: Point): Point => (main(position) as Point).map(tenth) as Point;
  return {
    metadata: { source, source_en: SOURCE_EN, vintage, approval, note },
    main: {
      mainland,
      cut: mainland[3] + 8,
      units: topology.objects.provinces.geometries.map(({ properties }) => ({
        region: properties.adcode,
        at: place(properties.label),
        room: tenth((properties.label_km / EARTH_KM) * scale),
        callout: properties.callout === undefined ? null : place(properties.callout),
      })),
      ...projectPlane(topology, main, null),
    },
    inset: { frame: insetFrame, ...projectPlane(topology, sea, insetFrame) },
  };
}

/** Every vertex of a unit, without the rings of Hainan that lie south of the parallel. */
function pointsNorthOf(topology: Topology, parallel: number): Point[] {
  const arcs = arcsInDegrees(topology);
  return topology.objects.provinces.geometries.flatMap((shape) =>
    ringsOf(shape)
      .map((ring) => ring.flatMap((a) => arcs[a < 0 ? ~a : a]!))
      .filter((ring) => shape.id !== '460000' || ring.reduce((sum, [, lat]) => sum + lat, 0) / ring.length > parallel)
      .flat(),
  );
}

/** The text of the committed file. */
export function mapPackText(): string {
  return `${JSON.stringify(buildMapPack())}\n`;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const text = mapPackText();
  writeFileSync(new URL('map-pack.json', import.meta.url), text);
  console.log(`map-pack.json: ${text.length} bytes`);
}
