import type { CellChange, ChangeKind } from '../answers.ts';
import { differingFields } from '../csv/targets/targetDiff.ts';
import type { TargetContent } from '../csv/targets/targetEntry.ts';
import { targetText } from '../csv/targets/targetText.ts';
import type { Dataset } from '../dataset.ts';
import { indicatorName } from '../indicator.ts';
import type { Lang } from '../region.ts';
import type { Target } from '../target.ts';
import { nameOf } from './rankingRow.ts';

/**
 * One target before and after, in words: 超过10% → 超过12%. Where the number is the same, the parts that differ follow it:
 * 超过10%（第118页）. No difference is computed: bounds have none.
 */
export function targetChange(
  dataset: Dataset,
  key: Pick<Target, 'region' | 'indicator' | 'year' | 'source'>,
  { before, after, kind }: { before: TargetContent | null; after: TargetContent | null; kind: ChangeKind },
  lang: Lang,
): CellChange {
  const { region, year, source } = key;
  const indicator = dataset.indicatorById.get(key.indicator);
  const words = (target: TargetContent | null): string | null =>
    target === null ? null : targetText(target, indicator ?? { unit: '' }, lang);
  const [old, fresh] = [words(before), words(after)];
  const parts = before !== null && after !== null && old === fresh ? differingFields(before, after) : [];
  const withParts = (text: string | null, target: TargetContent | null): string | null => {
    const said = parts.flatMap((part) => target?.[part] ?? []).map(String);
    if (text === null || said.length === 0) return text;
    return lang === 'en' ? `${text} (${said.join('; ')})` : `${text}（${said.join('；')}）`;
  };
  return {
    region,
    region_name: nameOf(dataset, region, lang),
    indicator: key.indicator,
    indicator_name: indicator === undefined ? key.indicator : indicatorName(indicator, lang),
    year,
    old: withParts(old, before),
    new: withParts(fresh, after),
    delta: null,
    delta_pct: null,
    kind,
    target: true,
    source,
    source_title: dataset.sourceById.get(source)?.title_zh ?? source,
  };
}
