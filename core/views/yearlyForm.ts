import { parseUnit, unitsFit } from '../csv/unit.ts';
import type { Dataset } from '../dataset.ts';
import { figureOf } from '../figures.ts';
import { formulaInputs, parseFormula } from '../formula.ts';
import { indicatorName, type Indicator } from '../indicator.ts';
import type { Figure } from '../observation.ts';
import { NATION, regionName, type Lang } from '../region.ts';
import { unitText } from '../unitText.ts';
import { indicatorOf } from './ranking.ts';

/** The form of one year: a row for each province, a column for each indicator, with what is stored so far. */
export type YearlyForm = {
  /** Heads the column of regions. */
  region_header: string;
  columns: { indicator: string; header: string; last_header: string }[];
  /** In the order of `columns`; decimal text or a symbol of the yearbook, empty where nothing is stored. */
  rows: { region: string; name: string; cells: { text: string; last: string }[] }[];
};

const SYMBOLS: Partial<Record<string, string>> = { below_smallest_unit: '…', not_applicable: '—' };

/**
 * The yearly form: the nation, then the provinces in code order. Headers name year, indicator and unit, so that the filled
 * form is read without any mapping; what is already stored for the year stands in it, so that handing it in as it is changes
 * nothing. Without `indicators` it asks for what the featured indicators need: those that are released, and the figures
 * that the others are computed from. Throws `not_found` for an unknown indicator.
 */
export function yearlyForm(
  dataset: Dataset,
  { year, indicators, lang }: { year: number; indicators?: readonly string[] | undefined; lang: Lang },
): YearlyForm {
  const asked =
    indicators === undefined
      ? usualIndicators(dataset)
      : [...new Set(indicators)].map((id) => indicatorOf(dataset, id));
  const nation = dataset.regionById.get(NATION);
  const regions = [...(nation === undefined ? [] : [nation]), ...dataset.provinces];
  const zh = lang === 'zh';
  return {
    region_header: zh ? '地区' : 'region',
    columns: asked.map((indicator) => ({
      indicator: indicator.indicator,
      header: headerOf(indicator, year, lang),
      last_header: zh ? `上年数（${String(year - 1)}年）` : `Last year (${String(year - 1)})`,
    })),
    rows: regions.map((region) => ({
      region: region.region,
      name: regionName(region, lang),
      cells: asked.map((indicator) => ({
        text: textOf(dataset.released.get(indicator.indicator)?.get(region.region)?.get(year) ?? null),
        last: textOf(figureOf(dataset, indicator.indicator, region.region, year - 1)),
      })),
    })),
  };
}

function headerOf(indicator: Indicator, year: number, lang: Lang): string {
  const name = indicatorName(indicator, lang);
  const unit = unitFor(indicator.unit, lang);
  if (lang === 'zh') return `${String(year)}年${name}${unit === '' ? '' : `（${unit}）`}`;
  return `${String(year)} ${name}${unit === '' ? '' : ` (${unit})`}`;
}

/** The unit in the language, unless the reader of files would not know it again: then it stays Chinese. */
function unitFor(unit: string, lang: Lang): string {
  const own = parseUnit(unit);
  const text = unitText(unit, lang);
  const read = parseUnit(text);
  return own !== null && read !== null && unitsFit(read, own) && read.shift === own.shift ? text : unit;
}

function usualIndicators(dataset: Dataset): Indicator[] {
  const wanted = new Set<string>();
  for (const { indicator, formula } of dataset.indicators.filter(({ featured }) => featured)) {
    const parsed = formula === null ? null : parseFormula(formula);
    for (const id of parsed === null ? [indicator] : formulaInputs(parsed)) wanted.add(id);
  }
  return dataset.indicators.filter(({ indicator, formula }) => wanted.has(indicator) && formula === null);
}

function textOf(figure: Pick<Figure, 'value' | 'symbol'> | null): string {
  return figure === null ? '' : (figure.value ?? SYMBOLS[figure.symbol ?? ''] ?? '');
}
