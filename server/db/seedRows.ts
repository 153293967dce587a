import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { DatasetRows } from '../../core/dataset.ts';
import type { Indicator } from '../../core/indicator.ts';
import type { Observation } from '../../core/observation.ts';
import type { Region } from '../../core/region.ts';
import type { Source, Target } from '../../core/target.ts';

/** From when the seeds are valid, on every installation, so that a permanent link gives the same figures everywhere. */
export const SEED_VALID_FROM = '1970-01-01T00:00:00.000Z';
export const SEED_RELEASE = 1;

type Row = Record<string, string>;

const blank = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const whole = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
const need = (row: Row, column: string): string => {
  const text = row[column];
  if (text === undefined) throw new Error(`seeds: column ${column} is missing`);
  return text;
};

function read(folder: string, file: string): Row[] {
  const parsed = Papa.parse<Row>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true });
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`seeds: ${file}, row ${String(error.row)}: ${error.message}`);
  return parsed.data;
}

const region = (row: Row): Region => ({
  region: need(row, 'region'),
  name_zh: need(row, 'name_zh'),
  short_zh: need(row, 'short_zh'),
  name_en: need(row, 'name_en'),
  level: need(row, 'level') as Region['level'],
  macro_region: blank(row['macro_region']),
  economic_zone: blank(row['economic_zone']),
  has_data: row['has_data'] === '1',
});

const indicator = (row: Row): Indicator => ({
  indicator: need(row, 'indicator'),
  name_zh: need(row, 'name_zh'),
  name_en: need(row, 'name_en'),
  unit: need(row, 'unit'),
  direction: need(row, 'direction') as Indicator['direction'],
  theme: need(row, 'theme'),
  kind: need(row, 'kind') as Indicator['kind'],
  decimals: whole(row['decimals']),
  formula: blank(row['formula']),
  additive: row['additive'] === '1',
  min: blank(row['min']),
  max: blank(row['max']),
  part_of: blank(row['part_of']),
  comparable: blank(row['cross_province_comparable']) === null ? null : row['cross_province_comparable'] === '1',
  featured: row['featured'] === '1',
  definition_zh: need(row, 'definition_zh'),
});

const source = (row: Row): Source => ({
  source: need(row, 'source'),
  title_zh: need(row, 'title_zh'),
  publisher: need(row, 'publisher'),
  published: blank(row['published']),
  kind: need(row, 'kind') as Source['kind'],
  via: blank(row['via']),
  note: blank(row['note']),
});

const observation = (row: Row): Observation => ({
  region: need(row, 'region'),
  indicator: need(row, 'indicator'),
  year: Number(need(row, 'year')),
  value: need(row, 'value'),
  symbol: null,
  bound: need(row, 'bound') as Observation['bound'],
  status: need(row, 'status') as Observation['status'],
  break: row['break'] === 'B',
  source: blank(row['source']),
  locator: blank(row['locator']),
  note: blank(row['note']),
  release: SEED_RELEASE,
  valid_from: SEED_VALID_FROM,
});

const target = (row: Row): Target => ({
  region: need(row, 'region'),
  indicator: need(row, 'indicator'),
  year: Number(need(row, 'year')),
  value: need(row, 'value'),
  value_to: blank(row['value_to']),
  bound: need(row, 'bound') as Target['bound'],
  target_kind: need(row, 'target_kind') as Target['target_kind'],
  period_from: whole(row['period_from']),
  period_to: whole(row['period_to']),
  modality: blank(row['modality']),
  wording_zh: need(row, 'wording_zh'),
  source: need(row, 'source'),
  locator: blank(row['locator']),
  confidence: need(row, 'confidence') as Target['confidence'],
  note: blank(row['note']),
  release: SEED_RELEASE,
  valid_from: SEED_VALID_FROM,
});

/** The seed files as rows, in file order. `folder` is the `seeds/` of the checkout. Throws on a file that is not as described. */
export function loadSeedRows(folder: string): DatasetRows {
  return {
    regions: read(folder, 'regions.csv').map(region),
    region_aliases: read(folder, 'region_aliases.csv').map((row) => ({
      region: need(row, 'region'),
      alias: need(row, 'alias'),
      kind: need(row, 'kind'),
    })),
    groups: read(folder, 'groups.csv').map((row) => ({
      group: need(row, 'group'),
      name_zh: need(row, 'name_zh'),
      name_en: need(row, 'name_en'),
      members: need(row, 'members').split(';'),
    })),
    themes: read(folder, 'themes.csv').map((row) => ({
      theme: need(row, 'theme'),
      name_zh: need(row, 'name_zh'),
      name_en: need(row, 'name_en'),
    })),
    indicators: read(folder, 'indicators.csv').map(indicator),
    indicator_aliases: read(folder, 'indicator_aliases.csv').map((row) => ({
      indicator: need(row, 'indicator'),
      alias: need(row, 'alias'),
    })),
    sources: read(folder, 'sources.csv').map(source),
    observations: read(folder, 'observations.csv').map(observation),
    targets: read(folder, 'targets.csv').map(target),
    roadmaps: read(folder, 'roadmaps.csv').map((row) => ({
      region: need(row, 'region'),
      year: Number(need(row, 'year')),
      headline: need(row, 'headline'),
      position: Number(need(row, 'position')),
      summary_zh: need(row, 'summary_zh'),
      themes: need(row, 'themes').split(';').filter(Boolean),
      source: need(row, 'source'),
      locator: blank(row['locator']),
    })),
    milestones: read(folder, 'milestones.csv').map((row) => ({
      source: need(row, 'source'),
      action_no: Number(need(row, 'action_no')),
      action_zh: need(row, 'action_zh'),
      year: Number(need(row, 'year')),
      goal_zh: need(row, 'goal_zh'),
      figures: JSON.parse(need(row, 'figures')) as unknown[],
    })),
  };
}
