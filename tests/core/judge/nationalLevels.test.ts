import { expect, it } from 'vitest';
import { nationalLevels } from '../../../core/judge/nationalLevels.ts';
import { figuresOf, type Years } from './given.ts';

const nation = (years: Years) => ({ region: '100000', figures: figuresOf(years) });
const provinces = (n: number, years: Years) => Array.from({ length: n }, () => figuresOf(years));
const brief = (figures: ReturnType<typeof nationalLevels>) =>
  figures.map((figure) => [figure.region, figure.year, figure.value, figure.provinces]);

it('uses the published figures where both years have one', () => {
  const own = nation({ 2020: '100', 2023: '150' });
  expect(nationalLevels(own, provinces(31, { 2020: '1', 2023: '2' }), 2021, 2023)).toEqual(own.figures);
});

it('adds up the provinces that have both years where one is missing', () => {
  const rows = [...provinces(25, { 2020: '1.5', 2023: '2' }), ...provinces(6, { 2020: '1' })];
  expect(brief(nationalLevels(nation({ 2020: '100' }), rows, 2021, 2023))).toEqual([
    ['100000', 2020, '37.5', 25],
    ['100000', 2023, '50', 25],
  ]);
});

it('needs at least 25 provinces', () => {
  const own = nation({ 2020: '100' });
  expect(nationalLevels(own, provinces(24, { 2020: '1', 2023: '2' }), 2021, 2023)).toEqual(own.figures);
});

it('goes back to the latest year that can be compared', () => {
  const rows = provinces(30, { 2019: '1', 2022: '2' });
  expect(brief(nationalLevels(nation({}), rows, 2021, 2023)).map(([, year]) => year)).toEqual([2019, 2022]);
});

it('keeps a break of any province between the two years', () => {
  const rows = [
    ...provinces(25, { 2020: '1', 2023: '2' }),
    figuresOf({ 2020: '1', 2022: ['1', { break: true }], 2023: '2' }),
  ];
  expect(nationalLevels(nation({}), rows, 2021, 2023).map((figure) => figure.break)).toEqual([false, true]);
});

it('is empty when there is nothing', () => {
  expect(nationalLevels(nation({}), [], 2021, 2023)).toEqual([]);
});
