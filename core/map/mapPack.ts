/**
 * The map pack: the country projected once, on a grid of a tenth of a unit. In the main plane the mainland is 1,000
 * units wide, in the inset plane lengths are 0.6 of that. Arcs are shared by neighbours and by the lines on them.
 */
export type MapPack = {
  metadata: { source: string; source_en: string; vintage: string; approval: string; note: string };
  main: MapPlane & {
    /** Everything but the islands south of Hainan Island: what the form with the inset must show. */
    mainland: Box;
    /** Lower edge of the form with the inset: between Hainan Island and the reefs south of it. */
    cut: number;
    units: UnitLabel[];
  };
  inset: MapPlane & { frame: Box };
};

/** In units: left, top, right, bottom. */
export type Box = [number, number, number, number];
export type Point = [number, number];

export type MapPlane = {
  /** Bounds of everything in the plane. */
  extent: Box;
  /** x0 y0 dx1 dy1 dx2 dy2 …, in tenths of a unit, as text (see `decodeArcs`). */
  arcs: string;
  /** Region → polygons' rings as lists of arcs; a negative number ~i is arc i backwards. */
  shapes: Record<string, number[][]>;
  inner: number[];
  outer: number[];
  /** Borders across water, and the undetermined border on the outline. */
  water: number[];
  undetermined: number[];
  /** The ten dashes, from the Beibu Gulf round to the east of Taiwan. */
  dashes: number[][];
  islands: IslandName[];
};

/** Where a unit's name goes: a point inside it, the width there for a word, and a place outside for small units. */
export type UnitLabel = { region: string; at: Point; room: number; callout: Point | null };

export type IslandName = {
  name_zh: string;
  name_en: string;
  kind: 'group' | 'islet';
  /** Where it lies, and where its name stands in open water. */
  at: Point;
  label: Point;
  anchor: 'start' | 'middle' | 'end';
};
