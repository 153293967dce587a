import packUrl from '../../../seeds/geo/map-pack.json?url';
import type { MapPack } from '../../../core/map/mapPack.ts';
import { readMapPack, type MapPaths } from '../../../core/map/pack.ts';
import { call } from './api.ts';

let loading: Promise<MapPaths> | null = null;

/** The geometry, fetched and read once. A failure is forgotten, so that the next map tries again. */
export function loadMapPack(): Promise<MapPaths> {
  loading ??= call<MapPack>(packUrl).then(readMapPack);
  loading.catch(() => {
    loading = null;
  });
  return loading;
}
