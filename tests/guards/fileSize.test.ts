import { describe, expect, it } from 'vitest';
import { filesIn, readSource } from './sources.ts';

/** Files over 300 lines, each with the reason why it is better whole. */
const ARGUED: Record<string, string> = {
  'core/answers.ts': 'types only: the answers of one contract, read side by side with it',
  'web/src/text/en.ts': 'a catalogue: sentences only, compared with the other language section by section',
  'web/src/text/zh.ts': 'a catalogue: sentences only, compared with the other language section by section',
};

const sizes = filesIn('core', 'server', 'web')
  .filter((file) => /\.(ts|mjs|svelte|css)$/.test(file))
  .map((file) => ({ file, lines: readSource(file).trimEnd().split('\n').length }))
  .toSorted((a, b) => a.lines - b.lines);

const atShare = (share: number) => sizes[Math.ceil(share * sizes.length) - 1]?.lines ?? 0;

describe('files of the program', () => {
  it('are short: half of them under 80 lines', () => expect(atShare(0.5)).toBeLessThan(80));

  it('are short: nine in ten under 200 lines', () => expect(atShare(0.9)).toBeLessThan(200));

  it('over 300 lines are argued for, and nothing else is', () => {
    expect(
      sizes
        .filter(({ lines }) => lines > 300)
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual(Object.keys(ARGUED).toSorted());
  });
});
