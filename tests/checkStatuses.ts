/**
 * Prints every published target with its state and the sentence that explains it, and the number of targets in each
 * state. `npm run check:statuses -- --day 2026-06-30 --lang en`; without a day: today in Asia/Shanghai.
 */
import { parseArgs } from 'node:util';
import { buildDataset } from '../core/buildDataset.ts';
import { targetAnswers } from '../core/judge/targetView.ts';
import { loadSeedRows } from '../server/db/seedRows.ts';

const { values } = parseArgs({ options: { day: { type: 'string' }, lang: { type: 'string', default: 'zh' } } });
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const day = values.day ?? today;
const lang = values.lang === 'en' ? 'en' : 'zh';
const dataset = buildDataset(loadSeedRows(new URL('../seeds', import.meta.url).pathname), 'seeds');
const targets = targetAnswers(dataset, { lang, day });

const counts = new Map<string, number>();
for (const target of targets) {
  const state = target.reason === null ? target.status : `${target.status} (${target.reason})`;
  counts.set(state, (counts.get(state) ?? 0) + 1);
  const mark = target.preferred ? '' : ' *';
  console.log(`${target.region_name} ${target.indicator} ${String(target.year)}${mark}  ${target.wording}`);
  console.log(`    ${state}  ${target.sentence}`);
}

console.log(`\n${String(targets.length)} targets on ${day}`);
for (const [state, n] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${String(n).padStart(5)}  ${state}`);
