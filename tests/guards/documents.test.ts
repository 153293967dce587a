import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../verify/command.ts';
import { filesIn, readSource } from './sources.ts';

// A SOURCE.md tells where something came from, by the names it has there.
const DOCUMENTS = filesIn('').filter(
  (file) => /(\.md|^NOTICE|^LICENSE)$/.test(file) && !file.startsWith('tests/fixtures/') && !file.endsWith('SOURCE.md'),
);

// Made by the build or by running the product: named in the documents, absent from a clone. (A package is no path.)
const MADE = /^(\.\/)?(dist|data|node_modules)(\/|$)/;
// `name.ext` or `folder/…`, without spaces, stars or angle brackets: what a reader would try to open.
const PATH = /^(?!\/|https?:)(?:[\w.@-]+\/)+[\w.@-]*$|^[\w-]+\.(?:ts|mjs|svelte|md|json|csv)$/;

/** What a document names as a path: links, and code spans that look like one. */
function pathsIn(text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/g, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '').filter((span) => PATH.test(span));
  return [...links, ...spans].filter((path) => !MADE.test(path) && !existsSync(join(ROOT, 'node_modules', path)));
}

describe('the documents', () => {
  it.each([
    'README.md',
    'README.zh-CN.md',
    'LICENSE',
    'NOTICE',
    'CHANGELOG.md',
    'core/README.md',
    'seeds/LICENSE-DATA.md',
  ])('%s is there', (file) => expect(DOCUMENTS).toContain(file));

  it.each(DOCUMENTS)('%s names only paths that exist', (document) => {
    const missing = pathsIn(readSource(document)).filter(
      (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(document), path)),
    );
    expect(missing).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(readSource('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((file) =>
      [...readSource(file).matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? ''),
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
