import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from '../../../core/judge/judge.ts';
import { aFigure, anInput } from './given.ts';

const MIRROR = { eq: 'eq', approx: 'approx', gt: 'lt', ge: 'le', le: 'ge', lt: 'gt' } as const;
const negated = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);
const bound = fc.constantFrom('eq', 'approx', 'gt', 'ge', 'le', 'lt');
const value = fc.integer({ min: 1, max: 300 }).map((n) => (n / 10).toFixed(1));
const figures = fc.uniqueArray(fc.tuple(fc.integer({ min: 2017, max: 2026 }), value, bound), { selector: ([y]) => y });
const day = fc.constantFrom('2019-05-01', '2023-05-01', '2025-12-31', '2026-06-30');

it('less is better mirrors more is better: the same state, progress and pace for all that is negated', () => {
  fc.assert(
    fc.property(figures, value, bound, day, (rows, target, asked, on) => {
      const up = judge(
        anInput({
          day: on,
          target: { value: target, bound: asked },
          figures: rows.map(([y, v, b]) => aFigure(y, v, { bound: b })),
        }),
      );
      const down = judge(
        anInput({
          day: on,
          target: { value: negated(target), bound: MIRROR[asked] },
          indicator: { direction: 'lower' },
          figures: rows.map(([y, v, b]) => aFigure(y, negated(v), { bound: MIRROR[b] })),
        }),
      );
      const seen = ({ state, reason, rule, progress, pace }: typeof up) => [state, reason, rule, progress, pace?.ratio];
      expect(seen(down)).toEqual(seen(up));
    }),
  );
});

it('the order of the figures does not matter', () => {
  fc.assert(
    fc.property(figures, value, day, (rows, target, on) => {
      const given = rows.map(([y, v, b]) => aFigure(y, v, { bound: b }));
      const judged = (ordered: typeof given) =>
        judge(anInput({ day: on, target: { value: target }, figures: ordered }));
      expect(judged(given.toReversed())).toEqual(judged(given));
    }),
  );
});
