import { describe, expect, it } from 'vitest';
import { filesIn, packagesOf, readSource } from './sources.ts';

const CHOSEN = ['hono', 'drizzle-orm', 'postgres', 'd3', 'svelte', 'vite', 'papaparse'];

const manifest = JSON.parse(readSource('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

const program = filesIn('core', 'server', 'web').filter((file) => /\.(ts|mjs|svelte|css)$/.test(file));
const importedBy = new Map<string, string[]>();
for (const file of program) {
  for (const name of packagesOf(readSource(file))) importedBy.set(name, [...(importedBy.get(name) ?? []), file]);
}

describe('the chosen libraries', () => {
  it.each(CHOSEN)('%s is a dependency and is really imported by the program', (name) => {
    expect(Object.keys(manifest.dependencies)).toContain(name);
    expect(importedBy.get(name) ?? []).not.toEqual([]);
  });
});

describe('what the program imports', () => {
  // Development tools: the only parts of the program that may lean on them.
  const DEVELOPMENT_ONLY = ['server/dev.ts'];

  it('is installed without the development dependencies, so that npm ci --omit=dev && npm start works', () => {
    const missing = [...importedBy]
      .filter(([name]) => !(name in manifest.dependencies))
      .flatMap(([name, files]) =>
        files.filter((file) => !DEVELOPMENT_ONLY.includes(file)).map((file) => `${name} in ${file}`),
      )
      // A type is gone before the program runs.
      .filter((use) => !typesOnly(use));
    expect(missing).toEqual([]);
  });

  it('is all there is: no dependency that nothing imports', () => {
    const unused = Object.keys(manifest.dependencies).filter((name) => !importedBy.has(name));
    expect(unused).toEqual([]);
  });
});

function typesOnly(use: string): boolean {
  const [name = '', file = ''] = use.split(' in ');
  const imports = readSource(file).matchAll(new RegExp(`import\\s+(type\\s)?[^;]*?['"]${name}['"/]`, 'g'));
  return [...imports].every(([, type]) => type !== undefined);
}
