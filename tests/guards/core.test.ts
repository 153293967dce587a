import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, localBinary, run } from '../verify/command.ts';

const IMPURE = [
  { name: 'process', code: `process.exit(1);` },
  { name: 'fetch', code: `void fetch('/');` },
  { name: 'console', code: `console.log(1);` },
  { name: 'document', code: `document.title = '';` },
  { name: 'setTimeout', code: `setTimeout(() => {}, 1);` },
  { name: 'Buffer', code: `Buffer.from('');` },
];

let folder = '';
let output = '';

// With every file of core/ in the same program: one package among its imports that brings the types of Node along
// would make them compile everywhere in it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-core-'));
  for (const { name, code } of IMPURE) writeFileSync(join(folder, `${name}.ts`), `${code}\nexport {};\n`);
  writeFileSync(join(folder, 'pure.ts'), 'export const half = (n: number): number => n / 2;\n');
  const config = { extends: join(ROOT, 'core/tsconfig.json'), include: [join(ROOT, 'core/**/*.ts'), './*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  ({ output } = await run(localBinary('tsc'), ['-p', folder, '--pretty', 'false']));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('in core/', () => {
  it.each(IMPURE)('$name does not compile', ({ name }) => {
    expect(output).toMatch(new RegExp(`${name}\\.ts\\(1,\\d+\\): error TS\\d+: Cannot find name '${name}'`));
  });

  it('arithmetic does', () => {
    expect(output).not.toContain('pure.ts');
  });
});
