import { describe, expect, it } from 'vitest';
import { filesIn, readSource } from './sources.ts';

const TEXT =
  /\.(ts|mjs|js|svelte|css|html|json|md|csv|sql|svg|txt)$|^(LICENSE|NOTICE|\.ci\/run|\.gitignore|\.prettierignore)$/;
const files = filesIn('').filter((file) => TEXT.test(file) && file !== 'package-lock.json');

const FORBIDDEN = [
  { what: "a path of somebody's machine", words: /(?<![\w.$}:)])\/(?:home|root|work|Users|mnt|farm)\/[\w.-]/ },
  { what: 'a mark of work left over', words: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/ },
  { what: 'a conflict left unsolved', words: /^(?:<{7}|>{7}) / },
  { what: 'a test switched off or alone', words: /\b(?:it|test|describe)\.(?:only|skip|todo)\(/ },
  { what: 'the address of a package registry', words: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b/ },
  { what: 'a secret', words: /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_\w{30,}/ },
];

describe('no file holds', () => {
  it.each(FORBIDDEN)('$what', ({ words }) => {
    const found = files.flatMap((file) =>
      readSource(file)
        .split('\n')
        .flatMap((line, index) => (words.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
