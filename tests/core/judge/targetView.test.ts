import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../../../core/buildDataset.ts';
import type { Dataset, DatasetRows } from '../../../core/dataset.ts';
import { judgeTarget, preferredTarget, targetAnswers, targetsOf } from '../../../core/judge/targetView.ts';
import type { Observation } from '../../../core/observation.ts';
import { loadSeedRows } from '../../../server/db/seedRows.ts';

const FOLDER = new URL('../../../seeds', import.meta.url).pathname;
const DAY = '2026-06-30';
let rows: DatasetRows;
let seeds: Dataset;

beforeAll(() => {
  rows = loadSeedRows(FOLDER);
  seeds = buildDataset(rows, 'seeds');
});

const ask = (query: { indicator?: string; region?: string; year?: number; derivation?: boolean }, dataset = seeds) =>
  targetAnswers(dataset, { lang: 'zh', day: DAY, ...query });

describe('the targets of the seeds', () => {
  it('answers all of them, each with a sentence of its own language, in order', () => {
    const all = ask({});
    expect(all).toHaveLength(rows.targets.length);
    expect(
      all.filter((target) => !target.sentence.endsWith('。') || /undefined|null|NaN/.test(target.sentence)),
    ).toEqual([]);
    const keys = all.map((target) => `${target.region} ${target.indicator} ${String(target.year)}`);
    expect(keys).toEqual(keys.toSorted());
    const english = targetAnswers(seeds, { lang: 'en', day: DAY });
    expect(english.filter((target) => /[一-鿿]|undefined|NaN/.test(target.sentence))).toEqual([]);
    expect(english[0]).toMatchObject({ region_name: 'China' });
  });

  it('has one preferred target for each region, indicator and year', () => {
    const preferred = ask({}).filter((target) => target.preferred);
    const keys = new Set(rows.targets.map((target) => `${target.region} ${target.indicator} ${String(target.year)}`));
    expect(preferred).toHaveLength(keys.size);
  });

  it('prefers the plan of Jiangsu and shows the press conference beside it', () => {
    expect(ask({ indicator: 'digital-economy-core-share', region: '320000', year: 2025 })).toMatchObject([
      { preferred: true, bound: 'gt', value: 10, source_kind: 'plan', locator: '第118页', status: 'awaiting_figure' },
      { preferred: false, bound: 'approx', value: 13.5, source_kind: 'press' },
    ]);
    expect(preferredTarget(seeds, 'digital-economy-core-share', '320000', 2025)).toMatchObject({ bound: 'gt' });
    expect(targetsOf(seeds, 'digital-economy-core-share', '320000')).toHaveLength(2);
    expect(preferredTarget(seeds, 'digital-economy-core-share', '320000', 1999)).toBeNull();
  });

  it('reads the target of Sichuan as 达到43%', () => {
    expect(ask({ indicator: 'digital-economy-share', region: '510000', year: 2025 })).toMatchObject([
      { bound: 'eq', value: 43, status: 'no_statistic', figure: null, baseline: null },
    ]);
  });

  it('judges the growth of Guizhou from the statistics of two years, and shows them', () => {
    const [answer] = ask({ indicator: 'software-revenue-growth', region: '520000', derivation: true });
    expect(answer).toMatchObject({ status: 'met', reason: null, figure: { year: 2022 }, progress: null });
    const inputs = answer?.derivation?.inputs.map(({ role, indicator, year }) => [role, indicator, year]);
    expect(inputs).toEqual([
      ['figure', 'software-revenue-growth', 2022],
      ['input', 'software-revenue', 2022],
      ['input', 'software-revenue', 2021],
    ]);
  });

  it('finds the research target of Jiangsu met by 约3.38, with progress from its baseline', () => {
    const [answer] = ask({ indicator: 'rd-intensity', region: '320000', year: 2025 });
    expect(answer).toMatchObject({
      status: 'met',
      figure: { year: 2025, value: 3.38, bound: 'approx' },
      baseline: { year: 2020 },
      attainment: null,
    });
    expect(answer?.progress).toBeGreaterThan(1);
  });

  it('gives Zhejiang a needed pace, and a pace as soon as there is a figure for 2026', () => {
    const query = { indicator: 'rd-intensity', region: '330000', year: 2030 };
    expect(ask(query)).toMatchObject([
      {
        status: 'not_assessable',
        reason: 'fewer_than_two_points',
        baseline: { year: 2025, value: 3.3 },
        pace: { rule: 'linear', needed_from_start: 0.04, actual: null, ratio: null },
      },
    ]);
    const before = rows.observations.find((row) => row.region === '330000' && row.indicator === 'rd-intensity');
    expect(before).toMatchObject({ region: '330000', indicator: 'rd-intensity' });
    const added: Observation = { ...(before as Observation), year: 2026, value: '3.35', bound: 'eq' };
    const later = buildDataset({ ...rows, observations: [...rows.observations, added] }, 'later');
    expect(ask(query, later)).toMatchObject([
      { status: 'on_track', reason: null, figure: { year: 2026 }, pace: { actual: 0.05, ratio: 1.25 } },
    ]);
  });

  it('judges the average growth of the nation on sums over the provinces', () => {
    const [target] = targetsOf(seeds, 'software-revenue-growth', '100000');
    if (target === undefined) throw new Error('the seeds have no such target');
    const judgement = judgeTarget(seeds, target, '2025-06-30');
    expect(judgement).toMatchObject({ state: 'on_track', baseline: { year: 2020 }, figure: { year: 2024 } });
    expect(judgement.level?.provinces).toBeGreaterThanOrEqual(25);
    const [answer] = targetAnswers(seeds, {
      indicator: target.indicator,
      region: target.region,
      lang: 'zh',
      day: '2025-06-30',
      derivation: true,
    });
    expect(answer).toMatchObject({ figure: { value: 13.7, display: '13.7' }, baseline: { year: 2020, value: null } });
    expect(answer?.derivation?.inputs.map(({ role, indicator, year }) => [role, indicator, year])).toEqual([
      ['baseline', 'software-revenue', 2020],
      ['figure', 'software-revenue-growth', 2024],
      ['input', 'software-revenue', 2024],
    ]);
    expect(judgeTarget(seeds, target, DAY).state).toBe('awaiting_figure');
  });

  it('does not know on a day what was only known in a later year', () => {
    const query = { indicator: 'digital-economy-scale', region: '330000', year: 2027, lang: 'zh' } as const;
    const [answer] = targetAnswers(seeds, { ...query, day: '2022-12-31' });
    expect(answer).toMatchObject({ reason: 'fewer_than_two_points', figure: { year: 2021 } });
    const [earlier] = targetAnswers(seeds, { ...query, day: '2021-12-31' });
    expect(earlier).toMatchObject({ reason: 'not_started', figure: null });
  });

  it('matches nothing for unknown ids', () => {
    expect([ask({ indicator: 'nothing' }), ask({ region: '999999' }), ask({ year: 1900 })]).toEqual([[], [], []]);
  });

  it('tells a derivation only when asked', () => {
    expect(ask({ indicator: 'rd-intensity', region: '330000' })[0]).not.toHaveProperty('derivation');
    const [answer] = ask({ indicator: 'digital-economy-scale', region: '330000', year: 2027, derivation: true });
    expect(answer?.derivation).toMatchObject({
      rule: 'pace_ratio',
      formula: 'R = d · ((v/b)^(1/(t−t₀)) − 1) / |(T/b)^(1/(tₑ−t₀)) − 1|',
      thresholds: [
        { name: 'on_track', value: 0.95 },
        { name: 'slightly_behind', value: 0.6 },
        { name: 'far_behind', value: 0 },
      ],
      other_methods: [{ method: 'path' }, { method: 'projection' }],
    });
  });
});
