import { expect, it } from 'vitest';
import { baselineOf } from '../../../core/judge/baseline.ts';
import { knownPoints } from '../../../core/judge/point.ts';
import type { TargetKind } from '../../../core/target.ts';
import { figuresOf, type Years } from './given.ts';

it.each<{ name: string; years: Years; kind?: TargetKind; expected: number | null }>([
  { name: 'nothing', years: {}, expected: null },
  { name: 'the year before the plan', years: { 2019: '7', 2020: '8', 2021: '9' }, expected: 2020 },
  { name: 'two years before', years: { 2019: '7', 2021: '9' }, expected: 2019 },
  { name: 'three years before is too old', years: { 2018: '7' }, expected: null },
  { name: 'never a year of the plan', years: { 2021: '9' }, expected: null },
  { name: 'zero', years: { 2020: '0' }, expected: 2020 },
  { name: 'a symbol is no figure', years: { 2019: '7', 2020: null }, expected: 2019 },
  { name: 'a rise: the year before, exactly', years: { 2019: '7' }, kind: 'rise', expected: null },
  { name: 'a rise with it', years: { 2020: '7' }, kind: 'rise', expected: 2020 },
  { name: 'a yearly flow has none', years: { 2020: '7' }, kind: 'yearly_flow', expected: null },
  { name: 'a yearly growth has none', years: { 2020: '7' }, kind: 'yearly_growth', expected: null },
])('the baseline of a plan from 2021: $name', ({ years, kind = 'level', expected }) => {
  const points = knownPoints(figuresOf(years).toReversed(), 2026);
  expect(baselineOf(points, 2021, kind)?.year ?? null).toBe(expected);
});

it('a figure of a year after the day is not known', () => {
  expect(knownPoints(figuresOf({ 2020: '7', 2021: '8' }), 2020).map((point) => point.year)).toEqual([2020]);
});

it('a computed figure is judged by its shown value, a released one by all its digits', () => {
  const released = figuresOf({ 2020: '7.849' }).map((figure) => ({ ...figure, shown: '7.8' }));
  const computed = released.map((figure) => ({ ...figure, computed: true }));
  expect(knownPoints(released, 2020)[0]?.reading.value).toBe('7.849');
  expect(knownPoints(computed, 2020)[0]?.reading.value).toBe('7.8');
});
