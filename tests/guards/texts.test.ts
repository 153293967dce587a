import { describe, expect, it } from 'vitest';
import { en } from '../../web/src/text/en.ts';
import { zh } from '../../web/src/text/zh.ts';

const HAN = /\p{Script=Han}/u;

/** Chinese in the English catalogue on purpose: the name of a language is written in that language. */
const CHINESE_IN_ENGLISH = new Set(['language.zh']);
/** English in the Chinese catalogue on purpose. */
const ENGLISH_IN_CHINESE = new Set(['language.en']);

/** Nothing to say on purpose: the plain case carries no mark. */
const UNMARKED = ['bound.eq', 'bound.range', 'province.confidence.high'];

/** Every sentence by its path; a sentence with arguments is a function, and stands here as its code. */
function sentences(catalogue: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else if (typeof value === 'function') found.set(at, String(value));
    else if (typeof value === 'object' && value !== null) for (const entry of sentences(value, at)) found.set(...entry);
  }
  return found;
}

const chinese = sentences(zh);
const english = sentences(en);

describe('the two catalogues of the pages', () => {
  it('hold something', () => expect(chinese.size).toBeGreaterThan(50));

  it('have the same sentences', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('have no empty sentence in %s, but for the plain cases', (_, catalogue) => {
    const empty = [...catalogue].filter(([, text]) => text.trim() === '').map(([path]) => path);
    expect(empty.toSorted()).toEqual(UNMARKED);
  });

  it('are each in their own language', () => {
    const notEnglish = [...english].filter(([path, text]) => HAN.test(text) && !CHINESE_IN_ENGLISH.has(path));
    const notChinese = [...chinese].filter(
      ([path, text]) => /[a-z]{4}/.test(text) && text === english.get(path) && !ENGLISH_IN_CHINESE.has(path),
    );
    expect([...notEnglish, ...notChinese]).toEqual([]);
  });
});
