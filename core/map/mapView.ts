import type { Measure, RankingAnswer, RankingRow, WarningCode } from '../answers.ts';
import { classify, classOf, type Classes } from '../classify.ts';
import type { Decimal } from '../decimal.ts';
import { groupDigits } from '../format.ts';
import { regionName, type Lang, type Region } from '../region.ts';
import { warningText } from '../warningText.ts';
import { altText } from './altText.ts';
import { boundWord } from './boundWord.ts';
import { classLabel } from './classLabel.ts';
import { defaultPalette, fills, type Palette, type Theme } from './palette.ts';
import { drawnDecimals, drawnUnit, isFraction, shownOf, worded, type Shown } from './shownOf.ts';
import type { ClassMethod, LabelMode, MapClass, MapRegion, MapView } from './view.ts';
import { headingOf, missingLine, reviewLine, sourceLine, subtitleOf, type SourceFacts } from './viewText.ts';

export type MapOptions = SourceFacts & {
  lang: Lang;
  theme: Theme;
  /** The 34 province-level units of the map. */
  units: readonly Region[];
  method?: ClassMethod | undefined;
  k?: number | undefined;
  breaks?: readonly Decimal[] | undefined;
  /** Diverging classes about this value; `name` is ready to print (全国, 中位数 …). */
  pivot?: { value: Decimal; name: string } | undefined;
  palette?: Palette | undefined;
  isolate?: boolean | undefined;
  /** Shown values that the breaks are computed from; left out: those of the ranking. */
  basis?: readonly Decimal[] | undefined;
  labels?: LabelMode | undefined;
  highlight?: string | undefined;
  title?: string | undefined;
  subtitle?: string | undefined;
  note?: string | undefined;
  baseMap: { source: string; source_en: string; approval: string };
  /** The operator's own number; null: not submitted. */
  pictureReview: string | null;
};

/** Classes asked for when nothing else is said; diverging ones are even. */
export const DEFAULT_K = 5;
export const DEFAULT_DIVERGING_K = 6;

/**
 * What a map of a ranking shows: classes, fills, words. Pure: the same answer and options give the same view.
 * Throws `RangeError` for a palette with too few colours.
 * Source: methodology, "Map classes"; API contract, "Map parameters".
 */
export function mapView(ranking: RankingAnswer, options: MapOptions): MapView {
  const { lang } = options;
  const { unit } = drawnUnit(ranking);
  const rows = new Map(ranking.rows.map((row) => [row.region, { row, ...shownOf(row, ranking.measure) }]));
  const values = [...rows.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const basis = options.basis ?? values;
  const decimals = drawnDecimals(ranking, [...basis, ...values]);
  const classes = classify(basis, {
    method: options.method,
    k: options.k ?? (options.pivot === undefined ? DEFAULT_K : DEFAULT_DIVERGING_K),
    decimals,
    breaks: options.breaks,
    pivot: options.pivot?.value,
    isolate: options.isolate,
  });
  const n = Math.max(0, classes.limits.length - 1);
  const diverging = options.pivot !== undefined;
  const palette = options.palette ?? defaultPalette(n, diverging);
  const colours = fills(palette, n, options.theme);
  const missing = new Set(ranking.unranked.map((row) => row.region));
  const regions = options.units.map((unit_): MapRegion => {
    const found = rows.get(unit_.region);
    // Below the smallest unit: present, in the lowest class, without a number.
    const index =
      found === undefined || n === 0 ? null : found.value === null ? 0 : classOf(classes.breaks, Number(found.value));
    return {
      region: unit_.region,
      name: regionName(unit_, lang),
      value: valueOf(found, ranking.measure),
      display: found?.display ?? null,
      class: index,
      fill: index === null ? null : colours[index]!,
      bound_text: found === undefined ? null : boundWord(found.row.bound, lang),
      source: found?.row.source ?? null,
      locator: found?.row.locator ?? null,
      release: found?.row.release ?? null,
      remark: found?.row.note ?? null,
      outside: found === undefined && unit_.has_data && !missing.has(unit_.region),
    };
  });
  const heading = headingOf(ranking, lang);
  const warnings = warningsOf(ranking).map((code) => ({ code, text: warningText(code, lang) }));
  const missing_line = missingLine(ranking.unranked, lang);
  return {
    indicator: ranking.indicator,
    measure: ranking.measure,
    year: ranking.year,
    unit,
    lang,
    theme: options.theme,
    palette: n === 0 ? null : palette,
    heading,
    title: options.title ?? heading,
    subtitle: options.subtitle ?? subtitleOf(unit, ranking.group, ranking.rows.length, lang),
    note: options.note ?? null,
    method: classes.method,
    classes: mapClasses(classes, regions, colours, lang),
    pivot: pivotOf(classes, options),
    regions,
    no_data: regions.filter((r) => r.display === null && !r.outside).map(({ region, name }) => ({ region, name })),
    missing_line,
    warnings,
    source_line: sourceLine(
      options,
      ranking.rows.some((row) => row.computed),
      lang,
    ),
    data_date: options.dataDate,
    data_version: ranking.data_version,
    review: { base_map: options.baseMap.approval, picture: options.pictureReview },
    review_line: reviewLine(
      {
        source: lang === 'en' ? options.baseMap.source_en : options.baseMap.source,
        approval: options.baseMap.approval,
      },
      options.pictureReview,
      lang,
    ),
    n_outside: regions.filter((r) => r.outside).length,
    labels: options.labels ?? 'name',
    highlight: options.highlight ?? null,
    alt_text: altText({
      lang,
      heading,
      unit,
      values: [...rows.values()].flatMap(({ row, value, display }) =>
        value === null ? [] : [{ name: row.name, value, words: worded(display, row.bound, ranking.measure, lang) }],
      ),
      n: ranking.group.n,
      missing: missing_line,
      warnings: warnings.map((warning) => warning.text),
    }),
  };
}

/** The stored number; of a fraction the percentage that is drawn. */
function valueOf(found: (Shown & { row: RankingRow }) | undefined, measure: Measure): number | null {
  if (found === undefined || found.value === null) return null;
  return isFraction(measure) ? Number(found.value) : found.row.value;
}

/** The ranking's own, and that a total is not a ratio where the figures themselves are drawn. */
function warningsOf(ranking: RankingAnswer): WarningCode[] {
  const total = ranking.additive && (ranking.measure === 'value' || ranking.measure === 'target');
  return [...new Set([...ranking.warnings, ...(total ? (['total_not_ratio'] as const) : [])])];
}

function mapClasses(
  classes: Classes,
  regions: readonly MapRegion[],
  colours: readonly string[],
  lang: Lang,
): MapClass[] {
  const counts = colours.map((_, i) => regions.filter((region) => region.class === i).length);
  return colours.map((fill, i) => {
    const [from, to] = [classes.limits[i]!, classes.limits[i + 1]!];
    return { from, to, fill, n: counts[i]!, label: classLabel(from, to, i === colours.length - 1, lang) };
  });
}

function pivotOf(classes: Classes, { pivot }: MapOptions): MapView['pivot'] {
  return pivot === undefined || classes.pivot === null ? null : { value: groupDigits(classes.pivot), name: pivot.name };
}
