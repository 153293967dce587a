import type { Measure, RankingAnswer, UnrankedReason } from '../answers.ts';
import type { Lang } from '../region.ts';
import { unitText } from '../unitText.ts';

/** Most names that are listed before a number of provinces takes their place. */
const MOST_NAMES = 6;

const HEADINGS: Record<Measure, (name: string) => { zh: string; en: string }> = {
  value: (name) => ({ zh: name, en: name }),
  target: (name) => ({ zh: `${name}目标`, en: `Targets for ${name}` }),
  gap: (name) => ({ zh: `${name}：与目标的差距`, en: `${name}: distance to target` }),
  progress: (name) => ({ zh: `${name}：目标完成进度`, en: `${name}: progress to target` }),
  attainment: (name) => ({ zh: `${name}：相当于目标的比例`, en: `${name}: share of the target attained` }),
  growth: (name) => ({ zh: `${name}：比上年变化`, en: `${name}: change on the year before` }),
};

type Headed = Pick<RankingAnswer, 'name' | 'measure' | 'year'>;

/** Indicator, measure and year: 「软件业务收入相当于GDP比例，2024年」. */
export function headingOf({ name, measure, year }: Headed, lang: Lang): string {
  const what = HEADINGS[measure](name)[lang];
  if (lang === 'en') return `${what}, ${year === null ? 'nearest deadlines' : String(year)}`;
  return `${what}，${year === null ? '各地最近期限' : `${String(year)}年`}`;
}

/** Unit and, for a group, its name: the line under the title. */
export function subtitleOf(unit: string, group: RankingAnswer['group'], n: number, lang: Lang): string {
  const zh = lang === 'zh';
  const parts = [
    ...(unit === '' ? [] : [zh ? `单位：${unit}` : `Unit: ${unitText(unit, lang)}`]),
    ...(group.id === 'all' ? [] : [zh ? `范围：${group.name}` : group.name]),
    zh
      ? `有数据的省份 ${String(n)} / ${String(group.n)}`
      : `Provinces with a figure: ${String(n)} of ${String(group.n)}`,
  ];
  return parts.join(zh ? '　' : ' · ');
}

const REASONS: Record<UnrankedReason, { zh: string; en: string }> = {
  no_statistic: { zh: '无统计数据', en: 'No statistic' },
  no_target: { zh: '未见公布目标', en: 'No published target' },
  no_baseline: { zh: '缺基期数据', en: 'No baseline' },
  not_applicable: { zh: '不适用', en: 'Not applicable' },
  out_of_scope: { zh: '不在统计范围', en: 'Outside these statistics' },
};

const ALWAYS = {
  zh: '台湾省、香港特别行政区、澳门特别行政区资料暂缺。',
  en: 'Data for Taiwan Province, Hong Kong SAR and Macao SAR not available.',
};

/** Who is left out, by reason: 「西藏无统计数据。」 More than `most` names become a number of provinces. */
export function reasonText(unranked: RankingAnswer['unranked'], lang: Lang, most = MOST_NAMES): string {
  const reasons = [...new Set(unranked.map((row) => row.reason))];
  const sentences = reasons.map((reason) => {
    const names = unranked.filter((row) => row.reason === reason).map((row) => row.name);
    const n = String(names.length);
    if (lang === 'en') {
      return `${REASONS[reason].en}: ${names.length <= most ? names.join(', ') : `${n} provinces`}.`;
    }
    return `${names.length <= most ? names.join('、') : `另有${n}个省份`}${REASONS[reason].zh}。`;
  });
  return sentences.join(lang === 'zh' ? '' : ' ');
}

/** The line on units without a figure. Source: rules for public maps; the three are always named. */
export function missingLine(unranked: RankingAnswer['unranked'], lang: Lang): string {
  const others = reasonText(
    unranked.filter((row) => row.reason !== 'out_of_scope'),
    lang,
  );
  return others === '' ? ALWAYS[lang] : ALWAYS[lang] + (lang === 'zh' ? '' : ' ') + others;
}

export type PrintedSource = { title: string; publisher: string };

/** Where the figures come from; more than two documents are counted. */
export function sourceLine(
  { sources, unsourced = 0, dataDate: date }: SourceFacts,
  computed: boolean,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const named = sources.slice(0, 2).map((s) => `${s.publisher}${zh ? `《${s.title}》` : `, ${s.title}`}`);
  const more = sources.length - named.length;
  const rest = more === 0 ? '' : zh ? `等${String(sources.length)}份文件` : ` and ${String(more)} more`;
  const from = named.length === 0 ? (zh ? '未注明' : 'not stated') : named.join(zh ? '、' : '; ') + rest;
  const n = String(unsourced);
  const open =
    unsourced === 0 || named.length === 0 ? '' : zh ? `；${n}个省份的数字未注明出处` : `; no source stated for ${n}`;
  const how = computed ? (zh ? '，经计算' : ' (computed)') : '';
  const when = date === '' ? '' : zh ? `　数据日期：${date}` : ` · Data as of ${date}`;
  return zh ? `数据来源：${from}${open}${how}${when}` : `Source: ${from}${open}${how}${when}`;
}

/** What is known of where the figures of a picture come from. */
export type SourceFacts = {
  sources: readonly PrintedSource[];
  /** Provinces whose figure came without a document. */
  unsourced?: number | undefined;
  dataDate: string;
};

/** Base map, its number, and the state of this picture. Source: API contract, "Always in the picture". */
export function reviewLine(base: { source: string; approval: string }, picture: string | null, lang: Lang): string {
  if (lang === 'zh') {
    const own = picture === null ? '本图未送审' : `审图号：${picture}`;
    return `底图来源：${base.source}　底图审图号：${base.approval}　${own}`;
  }
  const own =
    picture === null ? 'This map has not been submitted for review (本图未送审)' : `Map review number: ${picture}`;
  return `Base map: ${base.source} · Approval of the base map: ${base.approval} · ${own}`;
}
