import { describe, expect, it } from 'vitest';
import { comparePrecedence } from '../../../core/judge/preferred.ts';
import type { Source, SourceKind } from '../../../core/target.ts';
import { aTarget } from './given.ts';

const sourced = (source: string, kind: SourceKind | null, published: string | null = null) => ({
  target: aTarget({ source }),
  source:
    kind === null
      ? null
      : ({ source, title_zh: source, publisher: '', published, kind, via: null, note: null } satisfies Source),
});

describe('the preferred target among several sources', () => {
  it.each([
    { name: 'a plan before everything else', a: sourced('b', 'plan'), b: sourced('a', 'work-report', '2026') },
    { name: 'a work report before statistics', a: sourced('b', 'work-report'), b: sourced('a', 'statistics') },
    { name: 'statistics before a white paper', a: sourced('b', 'statistics'), b: sourced('a', 'white-paper') },
    { name: 'a white paper before an index', a: sourced('b', 'white-paper'), b: sourced('a', 'index') },
    { name: 'an index before the press', a: sourced('b', 'index'), b: sourced('a', 'press') },
    { name: 'the newest publication first', a: sourced('b', 'plan', '2022-03-28'), b: sourced('a', 'plan', '2021') },
    {
      name: 'a year alone before the months of that year',
      a: sourced('b', 'plan', '2021-02'),
      b: sourced('a', 'plan', '2021'),
    },
    { name: 'a month before its days', a: sourced('b', 'plan', '2021-02-01'), b: sourced('a', 'plan', '2021-02') },
    { name: 'a blank date is the oldest', a: sourced('b', 'plan', '1999'), b: sourced('a', 'plan', null) },
    { name: 'the source id decides at last', a: sourced('a', 'plan', '2021'), b: sourced('b', 'plan', '2021') },
    { name: 'an unlisted document comes last', a: sourced('b', 'press'), b: sourced('a', null) },
  ])('$name', ({ a, b }) => {
    expect(comparePrecedence(a, b)).toBeLessThan(0);
    expect(comparePrecedence(b, a)).toBeGreaterThan(0);
  });

  it('finds a target equal to itself', () => {
    expect(comparePrecedence(sourced('a', 'plan', '2021'), sourced('a', 'plan', '2021'))).toBe(0);
  });
});
