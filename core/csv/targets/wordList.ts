import type { BoundWord } from './boundOf.ts';

/** What a word beside the number of a target says. */
export type Says =
  { bound: BoundWord } | { modality: string } | { kind: 'average' | 'growth' | 'rise' | 'yearly' } | { nothing: true };

type List = readonly (readonly [says: Says, words: string])[];

/** Closed lists: any other word makes the cell unreadable, so that nothing is guessed. */
const BEFORE: List = [
  [{ bound: 'gt' }, '超过 超 突破 高于 大于 多于 逾 > morethan over above exceeding exceed'],
  [{ bound: 'ge' }, '不低于 不少于 不小于 至少 ≥ >= atleast nolessthan'],
  [{ bound: 'eq' }, '达到 达 实现 提高到 提升到 上升到 增加到 增长到 下降到 降低到 提高至 提升至 增至 升至 降至 reach'],
  [{ bound: 'approx' }, '大约 约为 约 接近 近 ~ ≈ about around approximately nearly'],
  [{ bound: 'le' }, '不高于 不超过 不大于 不多于 ≤ <= atmost nomorethan'],
  [{ bound: 'lt' }, '低于 小于 少于 < lessthan under below'],
  [{ bound: 'kept' }, '控制在'],
  [{ modality: '力争' }, '力争'],
  [{ modality: '争取' }, '争取'],
  [{ kind: 'average' }, '年均增长 年均增速 年均'],
  [{ kind: 'growth' }, '同比增长 增长 增速'],
  [{ kind: 'rise' }, '提高 提升 上升'],
  [{ kind: 'yearly' }, '每年'],
  [{ nothing: true }, '比重 占比 规模 总量 累计 新增 保持在 稳定在'],
];

const AFTER: List = [
  [{ bound: 'approx' }, '左右 上下'],
  [{ bound: 'ge' }, '及以上 以上'],
  [{ bound: 'le' }, '及以下 以下 以内 之内'],
];

function longestFirst(list: List): [string, Says][] {
  return list
    .flatMap(([says, words]) => words.split(' ').map((word): [string, Says] => [word, says]))
    .sort(([a], [b]) => b.length - a.length);
}

const WORDS_BEFORE = longestFirst(BEFORE);
const WORDS_AFTER = longestFirst(AFTER);

/** Takes the known words off both ends of a text without spaces; `rest` is what stands between them. */
export function takeWords(text: string): { rest: string; before: Says[]; after: Says[] } {
  const before: Says[] = [];
  const after: Says[] = [];
  let rest = text;
  for (;;) {
    const found = WORDS_BEFORE.find(([word]) => rest.startsWith(word));
    if (found === undefined) break;
    before.push(found[1]);
    rest = rest.slice(found[0].length);
  }
  for (;;) {
    const found = WORDS_AFTER.find(([word]) => rest.endsWith(word));
    if (found === undefined) break;
    after.unshift(found[1]);
    rest = rest.slice(0, rest.length - found[0].length);
  }
  return { rest, before, after };
}
