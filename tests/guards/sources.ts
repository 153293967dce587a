import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../verify/command.ts';

const LEFT_OUT = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Paths below these folders or files, relative to the checkout, without what is installed or made. */
export function filesIn(...starts: string[]): string[] {
  const files: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inside);
      else if (entry.isFile()) files.push(inside);
    }
  };
  for (const start of starts) visit(start);
  return files.toSorted();
}

export const readSource = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Names of the packages a source imports: `d3`, `drizzle-orm` for `drizzle-orm/pg-core`, `@scope/name`. */
export function packagesOf(source: string): string[] {
  const found = new Set<string>();
  for (const [, name] of source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|^@import\s+)['"](@?\w[\w./@-]*)['"]/gm)) {
    if (name === undefined || name.startsWith('node:') || name.startsWith('virtual:')) continue;
    const parts = name.split('/');
    found.add(name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name));
  }
  return [...found];
}
