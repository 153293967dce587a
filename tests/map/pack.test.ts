import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeArcs, decodeInts, encodeArcs, encodeInts } from '../../core/map/arcCode.ts';
import type { MapPack } from '../../core/map/mapPack.ts';
import { isInside, readMapPack, ringsOf } from '../../core/map/pack.ts';
import { mapPackText } from '../../seeds/geo/buildMapPack.ts';
import { readTopology, ringsOf as topologyRings } from '../../seeds/geo/build/topology.ts';
import { trimArc } from '../../seeds/geo/build/trimArc.ts';

const text = readFileSync(new URL('../../seeds/geo/map-pack.json', import.meta.url), 'utf8');
const pack = JSON.parse(text) as MapPack;
const paths = readMapPack(pack);
const provinces = readFileSync(new URL('../../seeds/regions.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(2)
  .filter((line) => line !== '')
  .map((line) => line.slice(0, 6));

describe('the map pack', () => {
  it('is what the builder makes', () => expect(mapPackText()).toBe(text));

  it('stays within 40 KiB of brotli', () => {
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(40 * 1024);
  });

  it('has the 34 units of the region list, in both forms of the main map', () => {
    expect(provinces).toHaveLength(34);
    expect(paths.whole.shapes.map((s) => s.region)).toEqual(provinces);
    expect(paths.cut.shapes.map((s) => s.region)).toEqual(provinces);
    expect(pack.main.units.map((u) => u.region).toSorted()).toEqual(provinces);
    for (const shape of [...paths.whole.shapes, ...paths.cut.shapes]) expect(shape.d).toMatch(/^M.*z$/s);
  });

  it('has ten dashes: all in the upright form, each in the inset or the main map of the other', () => {
    expect(pack.main.dashes.map((dash) => dash.length)).toEqual(Array(10).fill(1));
    expect(paths.whole.dashes).toHaveLength(10);
    const inInset = pack.inset.dashes.map((dash) => dash.length > 0);
    expect(inInset).toEqual([true, true, true, true, true, true, true, true, true, false]);
    expect(paths.cut.dashes.length).toBeGreaterThanOrEqual(2);
    expect(paths.cut.dashes.at(-1)).toBe(paths.whole.dashes[9]);
  });

  it('shows every island group and keeps all of the islands', () => {
    expect(pack.inset.islands.map((i) => i.name_zh)).toEqual([
      '东沙群岛',
      '西沙群岛',
      '中沙群岛',
      '南沙群岛',
      '黄岩岛',
      '曾母暗沙',
    ]);
    expect(paths.cut.islands.map((i) => i.name_zh)).toEqual(['东沙群岛', '钓鱼岛', '赤尾屿']);
    const sourceRings = readTopology().objects.provinces.geometries.flatMap(topologyRings);
    expect(Object.values(pack.main.shapes).flat()).toHaveLength(sourceRings.length);
    expect(pack.inset.shapes['460000']!.length).toBeGreaterThan(250);
  });

  it('has every label point inside its own fill and in no other', () => {
    const rings = new Map(provinces.map((region) => [region, ringsOf(pack.main, region)]));
    for (const { region, at } of pack.main.units) {
      const within = provinces.filter((other) => isInside(rings.get(other)!, at));
      expect([region, within]).toEqual([region, [region]]);
    }
  });

  it('collapses no ring: each leaves an area or a length that is seen', () => {
    for (const plane of [pack.main, pack.inset]) {
      for (const region of Object.keys(plane.shapes)) {
        for (const ring of ringsOf(plane, region)) {
          const xs = ring.map(([x]) => x);
          const ys = ring.map(([, y]) => y);
          const size = Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
          expect(ring.length).toBeGreaterThanOrEqual(3);
          expect(size).toBeGreaterThanOrEqual(0.4);
        }
      }
    }
  });

  it('carries what must be printed', () => {
    expect(pack.metadata).toMatchObject({ vintage: '2024-05', approval: 'GS(2024)0650号' });
  });
});

describe('arcs as text', () => {
  it.each([[[]], [[0]], [[-1, 1, 15, 16, -16, -17, 511, 512, 100_000, -100_000]]])('%j comes back', (numbers) => {
    expect(decodeInts(encodeInts(numbers))).toEqual(numbers);
  });

  it('comes back whatever the numbers', () => {
    const arc = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(arc, { minLength: 1 }), (arcs) => {
        expect(decodeArcs(encodeArcs(arcs))).toEqual(arcs);
      }),
    );
  });
});

describe('trimArc', () => {
  it('drops what lies outside without cutting through the frame', () => {
    const arc: [number, number][] = [
      [-5, 5],
      [-6, -5],
      [2, -6],
      [9, -6],
      [16, -5],
      [15, 5],
      [5, 5],
    ];
    expect(trimArc(arc, [0, 0, 10, 10])).toEqual([
      [-5, 5],
      [2, -6],
      [16, -5],
      [15, 5],
      [5, 5],
    ]);
  });
});
