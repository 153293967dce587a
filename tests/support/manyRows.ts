import { loadSeedRows } from '../../server/db/seedRows.ts';
import { ROOT } from './root.ts';

/** A long table of `rows` invented figures, each of another region, indicator and year; nothing of it is stored yet. */
export function manyRows(rows: number): string {
  const seeds = loadSeedRows(`${ROOT}seeds`);
  const indicators = seeds.indicators.filter(
    ({ formula, kind, unit, max }) => formula === null && kind === 'level' && unit !== '%' && max === null,
  );
  const provinces = seeds.regions.filter((region) => region.level === 'province' && region.has_data);
  const lines = ['年份,地区,指标,数值,单位'];
  for (let year = 1978; lines.length <= rows; year++) {
    for (const { indicator, unit } of indicators) {
      for (const [at, { short_zh }] of provinces.entries()) {
        if (lines.length <= rows)
          lines.push(`${year},${short_zh},${indicator},${(20 + at + (year - 1978) / 100).toFixed(2)},${unit}`);
      }
    }
  }
  return lines.join('\n');
}
