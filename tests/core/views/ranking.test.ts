import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/problem.ts';
import { rankingAnswer, type RankingQuery } from '../../../core/views/ranking.ts';
import { aDataset, anIndicator, anObservation, aTarget, seedDataset } from '../../support/dataset.ts';

const NOW = { day: '2026-11-25', asOf: null };
const query = (part: Partial<RankingQuery> & { indicator: string }): RankingQuery => ({
  measure: 'value',
  group: 'all',
  lang: 'zh',
  ...part,
});

const seeds = seedDataset();

describe('the real figures', () => {
  it('rank 30 provinces by software revenue relative to GDP in 2024 and leave Xizang out with the reason', () => {
    const answer = rankingAnswer(seeds, query({ indicator: 'software-revenue-gdp', year: 2024 }), NOW);
    expect(answer.n_ranked).toBe(30);
    expect(answer.unranked).toEqual([{ region: '540000', name: '西藏', reason: 'no_statistic' }]);
    expect(answer.rows[0]).toMatchObject({ region: '110000', rank: 1, computed: true, to_best: 0, to_next: 0 });
    expect(answer.benchmarks.national_basis).toContain('30');
    expect(answer.benchmarks.weighted_mean).toBe(answer.benchmarks.national);
  });

  it('refuse to rank the broad share without acknowledgement', () => {
    const ask = (acknowledge?: 'definitions_differ') =>
      rankingAnswer(seeds, query({ indicator: 'digital-economy-share', year: 2020, acknowledge }), NOW);
    expect(() => ask()).toThrow(AppError);
    expect(ask('definitions_differ').warnings).toContain('definitions_differ');
  });

  it('rank targets of one deadline, bounds breaking no tie, with the warning of thin coverage', () => {
    const answer = rankingAnswer(
      seeds,
      query({ indicator: 'digital-economy-core-share', year: 2025, measure: 'target' }),
      NOW,
    );
    expect(answer.rows.map((row) => [row.region, row.value, row.bound, row.rank, row.tied])).toEqual([
      ['420000', 12, 'gt', 1, false],
      ['230000', 10, 'eq', 2, true],
      ['320000', 10, 'gt', 2, true],
      ['500000', 10, 'ge', 2, true],
      ['510000', 10, 'eq', 2, true],
      ['610000', 10, 'gt', 2, true],
      ['360000', 7, 'approx', 7, false],
    ]);
    expect(answer.warnings).toEqual(['thin_coverage']);
    // Fujian promises a rise of 3 points and publishes no base to add it to.
    expect(answer.unranked).toContainEqual({ region: '350000', name: '福建', reason: 'no_baseline' });
  });

  it('give no rank where deadlines differ', () => {
    const answer = rankingAnswer(seeds, query({ indicator: 'digital-economy-core-share', measure: 'target' }), NOW);
    expect(answer.warnings).toContain('mixed_years');
    expect(answer.rows.every((row) => row.rank === null)).toBe(true);
    expect(answer.year).toBeNull();
  });

  it('have ranks with their n in a zone', () => {
    const answer = rankingAnswer(seeds, query({ indicator: 'rd-intensity', year: 2024, group: 'zone:中部' }), NOW);
    expect(answer.group).toEqual({ id: 'zone:中部', name: '中部地区', n: 6 });
    expect(answer.rows.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('show no change across the break of 2023', () => {
    const answer = rankingAnswer(seeds, query({ indicator: 'ecommerce-active-share', year: 2023 }), NOW);
    expect(answer.warnings).toContain('break_in_series');
    expect(answer.rows.every((row) => row.rank_change === null && row.rank_previous === null && !row.newcomer)).toBe(
      true,
    );
    const growth = rankingAnswer(
      seeds,
      query({ indicator: 'ecommerce-active-share', year: 2023, measure: 'growth' }),
      NOW,
    );
    expect(growth.n_ranked).toBe(0);
  });

  it('know nothing of a year after the day', () => {
    const answer = rankingAnswer(seeds, query({ indicator: 'rd-intensity', year: 2024 }), {
      ...NOW,
      day: '2023-12-31',
    });
    expect(answer.n_ranked).toBe(0);
    expect(answer.unranked).toHaveLength(31);
  });

  it('open with the latest year that 20 provinces have', () => {
    expect(rankingAnswer(seeds, query({ indicator: 'rd-intensity' }), NOW).year).toBe(2024);
    expect(rankingAnswer(seeds, query({ indicator: 'digital-financial-inclusion' }), NOW).year).toBe(2023);
  });
});

describe('corners', () => {
  const X = anIndicator({ indicator: 'x' });
  const of = (values: Record<string, string | null>, year = 2024) =>
    Object.entries(values).map(([region, value]) => anObservation({ indicator: 'x', region, year, value }));
  const answer = (observations: ReturnType<typeof of>, part: Partial<RankingQuery> = {}, indicator = X) =>
    rankingAnswer(
      aDataset({ indicators: [indicator], observations }),
      query({ indicator: 'x', year: 2024, ...part }),
      NOW,
    );

  it('shows two values without ranks', () => {
    const { rows, n_ranked, warnings } = answer(of({ '110000': '0', '120000': '5' }));
    expect(rows.map((row) => [row.value, row.rank])).toEqual([
      [5, null],
      [0, null],
    ]);
    expect(n_ranked).toBe(2);
    expect(warnings).toEqual(['thin_coverage']);
  });

  it('ranks shown values, with no hidden decimals, and returns the stored digits', () => {
    const { rows } = answer(of({ '110000': '1.04', '120000': '0.96', '130000': '-3' }));
    expect(rows.map((row) => [row.value, row.display, row.rank, row.tied])).toEqual([
      [1.04, '1.0', 1, true],
      [0.96, '1.0', 1, true],
      [-3, '-3.0', 3, false],
    ]);
  });

  it('tells what is not applicable, what is missing and what is below the smallest unit apart', () => {
    const symbols = [
      anObservation({ indicator: 'x', region: '110000', year: 2024, value: null, symbol: 'not_applicable' }),
      anObservation({ indicator: 'x', region: '120000', year: 2024, value: null, symbol: 'below_smallest_unit' }),
      anObservation({ indicator: 'x', region: '130000', year: 2024, value: null, symbol: 'missing' }),
    ];
    const { rows, unranked } = answer([...symbols, ...of({ '140000': '0.1', '150000': '0' })], {
      group: 'list:110000,120000,130000,140000,150000,710000',
    });
    expect(rows.map((row) => [row.region, row.value, row.display, row.rank])).toEqual([
      ['140000', 0.1, '0.1', 1],
      ['150000', 0, '0.0', 2],
      ['120000', null, '<0.1', 3],
    ]);
    expect(unranked.map(({ region, reason }) => [region, reason])).toEqual([
      ['110000', 'not_applicable'],
      ['130000', 'no_statistic'],
      ['710000', 'out_of_scope'],
    ]);
  });

  it('orders without ranking where the indicator has no direction', () => {
    const { rows } = answer(of({ '110000': '1', '120000': '3', '130000': '2' }), {}, { ...X, direction: 'none' });
    expect(rows.map((row) => [row.region, row.rank, row.to_best])).toEqual([
      ['120000', null, null],
      ['130000', null, null],
      ['110000', null, null],
    ]);
  });

  it('measures distances exactly and in the indicator’s unit', () => {
    const { rows } = answer(of({ '110000': '12.1', '120000': '11.0', '130000': '11.0', '140000': '9.8' }));
    expect(rows.map((row) => [row.to_best, row.to_next, row.to_median])).toEqual([
      [0, 0, 1.1],
      [-1.1, -1.1, 0],
      [-1.1, -1.1, 0],
      [-2.3, -1.2, -1.2],
    ]);
  });

  it('marks a newcomer and takes the change on the common set', () => {
    const observations = [
      ...of({ '110000': '12', '120000': '11', '130000': '10', '150000': '9' }, 2023),
      ...of({ '140000': '13', '120000': '12', '110000': '11', '130000': '10.5' }),
    ];
    const { rows } = answer(observations);
    expect(
      rows.map((row) => [row.region, row.rank, row.rank_previous, row.rank_common, row.rank_change, row.newcomer]),
    ).toEqual([
      ['140000', 1, null, null, null, true],
      ['120000', 2, 2, 1, 1, false],
      ['110000', 3, 1, 2, -1, false],
      ['130000', 4, 3, 3, 0, false],
    ]);
  });

  it('ranks a yearly growth target only with its own kind', () => {
    const targets = [
      aTarget({ indicator: 'x', region: '110000', year: 2025, value: '10', target_kind: 'yearly_growth' }),
      aTarget({ indicator: 'x', region: '120000', year: 2025, value: '12' }),
      aTarget({ indicator: 'x', region: '130000', year: 2025, value: '11' }),
      aTarget({ indicator: 'x', region: '140000', year: 2025, value: '3', target_kind: 'rise', period_from: 2021 }),
    ];
    const observations = of({ '140000': '9.5' }, 2020);
    const { rows, unranked } = rankingAnswer(
      aDataset({ indicators: [X], targets, observations }),
      query({ indicator: 'x', year: 2025, measure: 'target' }),
      NOW,
    );
    expect(rows.map((row) => [row.region, row.value, row.rank])).toEqual([
      ['140000', 12.5, 1],
      ['120000', 12, 2],
      ['130000', 11, 3],
    ]);
    expect(unranked).toContainEqual({ region: '110000', name: '北京', reason: 'not_applicable' });
  });

  it('refuses a group that does not exist and a region that does not', () => {
    expect(() => answer([], { group: 'zone:火星' })).toThrow('bad_parameter');
    expect(() => answer([], { group: 'list:999999' })).toThrow('not_found');
  });
});

describe('growth', () => {
  it('is taken from the digits as published and agrees with the growth indicator', () => {
    for (const year of [2018, 2021, 2023]) {
      const measured = rankingAnswer(seeds, query({ indicator: 'software-revenue', year, measure: 'growth' }), NOW);
      const computed = rankingAnswer(seeds, query({ indicator: 'software-revenue-growth', year }), NOW);
      expect(measured.rows.map((row) => [row.region, row.display, row.rank])).toEqual(
        computed.rows.map((row) => [row.region, row.display, row.rank]),
      );
    }
  });

  it('warns of a break though nothing can be ranked across it', () => {
    const broken = rankingAnswer(
      seeds,
      query({ indicator: 'ecommerce-active-share', year: 2023, measure: 'growth' }),
      NOW,
    );
    expect([broken.n_ranked, broken.warnings]).toEqual([0, ['thin_coverage', 'break_in_series']]);
  });
});

it('does not mix deadlines silently when a gap is asked for', () => {
  const gap = rankingAnswer(
    seeds,
    query({ indicator: 'digital-economy-share', measure: 'gap', acknowledge: 'definitions_differ' }),
    { day: '2021-07-01', asOf: '2021-07-01' },
  );
  expect(new Set(gap.rows.map((row) => row.target?.year)).size).toBeGreaterThan(1);
  expect(gap.warnings).toContain('mixed_years');
});
