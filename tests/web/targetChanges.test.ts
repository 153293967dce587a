import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellChange } from '../../core/answers.ts';
import { openComponents, textOf, type Components } from './components.ts';

let c: Components;
beforeAll(async () => {
  c = await openComponents();
});
afterAll(() => c.close());

const aChange = (part: Partial<CellChange>): CellChange => ({
  region: '320000',
  region_name: '江苏',
  indicator: 'x',
  indicator_name: '指标',
  year: 2025,
  old: '1',
  new: '2',
  delta: 1,
  delta_pct: 100,
  kind: 'revised',
  ...part,
});
const aTarget = (part: Partial<CellChange>): CellChange =>
  aChange({ target: true, source: 'plan', source_title: '某规划', delta: null, delta_pct: null, ...part });
const table = (changes: CellChange[]) => c.html('components/ChangeTable.svelte', { changes, total: changes.length });

describe('the table of changes', () => {
  it('tells targets in words, with their document and without a difference', async () => {
    const html = await table([
      aTarget({ old: '超过10%', new: '超过12%' }),
      aTarget({ old: null, new: '9%左右', kind: 'new', source: 'other' }),
    ]);
    expect(textOf(html)).toContain('江苏 指标 目标，《某规划》 2025 超过10% 超过12%');
    expect(textOf(html)).toContain('– 9%左右');
    expect(html.match(/<th scope="col"/g)).toHaveLength(5);
  });

  it('keeps the columns of the difference where there are figures beside targets', async () => {
    const html = await table([aChange({}), aTarget({})]);
    expect(html.match(/<th scope="col"/g)).toHaveLength(7);
    expect(html.match(/目标，/g)).toHaveLength(1);
  });
});
