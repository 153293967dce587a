import { buildDataset } from '../../core/buildDataset.ts';
import type { Dataset, DatasetRows } from '../../core/dataset.ts';
import type { Indicator } from '../../core/indicator.ts';
import type { Observation } from '../../core/observation.ts';
import type { Source, Target } from '../../core/target.ts';
import { loadSeedRows } from '../../server/db/seedRows.ts';
import { ROOT } from './root.ts';

/** The real dictionaries with invented figures: what a test is about and nothing else. */
const seeds = loadSeedRows(`${ROOT}seeds`);

export const seedRows: DatasetRows = seeds;

export const PROVINCES = seeds.regions.filter((region) => region.level === 'province' && region.has_data);

export function anIndicator(part: Partial<Indicator> & { indicator: string }): Indicator {
  return {
    name_zh: part.indicator,
    name_en: part.indicator,
    unit: '%',
    direction: 'higher',
    theme: 'digital-economy',
    kind: 'level',
    decimals: 1,
    formula: null,
    additive: false,
    min: null,
    max: null,
    part_of: null,
    comparable: true,
    featured: false,
    definition_zh: '测试用',
    ...part,
  };
}

export function anObservation(
  part: Partial<Observation> & { indicator: string; region: string; year: number; value: string | null },
): Observation {
  return {
    symbol: part.value === null ? 'missing' : null,
    bound: 'eq',
    status: 'final',
    break: false,
    source: null,
    locator: null,
    note: null,
    release: 1,
    valid_from: '1970-01-01T00:00:00.000Z',
    ...part,
  };
}

export function aTarget(
  part: Partial<Target> & { indicator: string; region: string; year: number; value: string },
): Target {
  return {
    value_to: null,
    bound: 'eq',
    target_kind: 'level',
    period_from: null,
    period_to: null,
    modality: null,
    wording_zh: `达到${part.value}`,
    source: 'plan',
    locator: '第1页',
    confidence: 'high',
    note: null,
    release: 1,
    valid_from: '1970-01-01T00:00:00.000Z',
    ...part,
  };
}

export const aSource = (part: Partial<Source> & { source: string }): Source => ({
  title_zh: part.source,
  publisher: '某省人民政府',
  published: '2021',
  kind: 'plan',
  via: null,
  note: null,
  ...part,
});

export function aDataset(rows: Partial<DatasetRows>): Dataset {
  return buildDataset(
    {
      ...seeds,
      indicators: [],
      indicator_aliases: [],
      sources: [aSource({ source: 'plan' })],
      observations: [],
      targets: [],
      roadmaps: [],
      milestones: [],
      ...rows,
    },
    'r1',
  );
}

/** The real seeds as a dataset; built once per test file. */
export const seedDataset = (): Dataset => buildDataset(seeds, 'r1');
