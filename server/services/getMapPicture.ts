import type { RankingAnswer } from '../../core/answers.ts';
import type { Decimal } from '../../core/decimal.ts';
import type { Dataset } from '../../core/dataset.ts';
import { figureOf } from '../../core/figures.ts';
import { mapScene, type MapScene } from '../../core/map/mapScene.ts';
import { mapView, type MapOptions } from '../../core/map/mapView.ts';
import { plainDecimal, shownOf } from '../../core/map/shownOf.ts';
import type { MapView } from '../../core/map/view.ts';
import type { PictureRequest } from '../../core/pictureApi.ts';
import { NATION, type Lang } from '../../core/region.ts';
import { dataDate, pictureSources, unsourcedRows } from '../../core/views/pictureSources.ts';
import { checkRegion } from '../../core/views/observations.ts';
import { rankingAnswer } from '../../core/views/ranking.ts';
import { chosenTarget, deadlinesOf, targetLevel } from '../../core/views/targetEntries.ts';
import { yearOfDay } from '../../core/views/defaultYear.ts';
import type { Pictures } from '../render/openPictures.ts';
import type { Moment } from '../snapshots.ts';
import { checkWords, notAllowed } from './checkWords.ts';

export type MapPicture = { view: MapView; scene: MapScene };

type Asked = { indicator: string } & PictureRequest;

/**
 * The map of a ranking, placed in the picture asked for. Throws `not_found`, `definitions_differ` (not for targets,
 * which print the warning), `bad_parameter`.
 */
export function getMapPicture(
  moment: Moment,
  asked: Asked,
  pictures: Pictures,
  pictureReview: string | null,
): MapPicture {
  checkWords(asked, pictures.fonts());
  checkRegion(moment.dataset, asked.highlight);
  const paths = pictures.paths();
  const rank = (part: { group: string; year?: number | undefined }) =>
    rankingAnswer(
      moment.dataset,
      { ...asked, ...part, acknowledge: asked.measure === 'target' ? 'definitions_differ' : asked.acknowledge },
      moment,
    );
  const ranking = rank({ group: asked.group, year: asked.year });
  // Breaks and pivots are those of all provinces, whatever group is shown.
  const all = asked.group === 'all' ? ranking : rank({ group: 'all', year: asked.year });
  const sources = pictureSources(moment.dataset, ranking);
  const view = withPalette(() =>
    mapView(ranking, {
      lang: asked.lang,
      theme: asked.theme,
      units: moment.dataset.regions.filter((region) => region.level === 'province'),
      method: asked.breaks === undefined ? asked.method : 'manual',
      k: asked.k,
      breaks: asked.breaks,
      pivot: asked.diverging === undefined ? undefined : pivotOf(moment, all, asked.diverging, asked.lang),
      palette: asked.palette,
      isolate: asked.isolate,
      basis: asked.lock ? pooledValues(moment.dataset, asked, ranking.year, rank) : shownValues(all),
      labels: asked.labels,
      highlight: asked.highlight,
      title: asked.title,
      subtitle: asked.subtitle,
      note: asked.note,
      sources: sources.map(({ title_zh, publisher }) => ({ title: title_zh, publisher })),
      unsourced: unsourcedRows(moment.dataset, ranking),
      dataDate: dataDate(ranking, sources, asked.lang),
      baseMap: paths.pack.metadata,
      pictureReview,
    }),
  );
  return { view, scene: placed(() => mapScene(view, paths, asked)) };
}

function shownValues(ranking: RankingAnswer): Decimal[] {
  return ranking.rows.flatMap((row) => shownOf(row, ranking.measure).value ?? []);
}

/**
 * Shown values of all years of one unbroken series about the year drawn; of targets those of every deadline.
 * Source: methodology, "Map classes" (lock), "The nation" (from the last break on).
 */
function pooledValues(
  dataset: Dataset,
  { indicator, measure }: Asked,
  drawn: number | null,
  rank: (part: { group: string; year: number }) => RankingAnswer,
): Decimal[] {
  if (measure !== 'value' && measure !== 'growth') {
    const years = new Set((dataset.targetsByIndicator.get(indicator) ?? []).map((target) => target.year));
    return [...years].flatMap((year) => shownValues(rank({ group: 'all', year })));
  }
  const series = [...(dataset.figures.get(indicator)?.values() ?? [])];
  const years = [...new Set(series.flatMap((figures) => [...figures.keys()]))].toSorted((a, b) => a - b);
  const breaks = years.filter((year) =>
    dataset.provinces.some(({ region }) => figureOf(dataset, indicator, region, year)?.break === true),
  );
  const at = drawn ?? years.at(-1) ?? 0;
  const from = breaks.findLast((year) => year <= at) ?? -Infinity;
  const before = breaks.find((year) => year > at) ?? Infinity;
  return years
    .filter((year) => year >= from && year < before)
    .flatMap((year) => shownValues(rank({ group: 'all', year })));
}

const PIVOT_NAMES = {
  national: { zh: '全国', en: 'Nation ' },
  median: { zh: '各省中位数', en: 'median of the provinces ' },
  target: { zh: '全国目标', en: 'national target ' },
};

function pivotOf({ dataset, day }: Moment, all: RankingAnswer, asked: string, lang: Lang): MapOptions['pivot'] {
  if (asked !== 'national' && asked !== 'median' && asked !== 'target') return { value: asked, name: '' };
  const value = asked === 'target' ? nationalTarget(dataset, all, day) : all.benchmarks[asked];
  if (value === null) {
    throw notAllowed('diverging', {
      zh: `这个指标没有可作分界的${PIVOT_NAMES[asked].zh}数值`,
      en: `There is no figure for diverging=${asked}`,
    });
  }
  const fraction = all.measure === 'progress' || all.measure === 'attainment' ? 100 : 1;
  return { value: plainDecimal(value * fraction), name: PIVOT_NAMES[asked][lang] };
}

/** The nation's own target for the year drawn, else its next deadline. */
function nationalTarget(dataset: Dataset, { indicator, year, measure }: RankingAnswer, day: string): number | null {
  if (measure !== 'value' && measure !== 'target') return null;
  const deadlines = deadlinesOf(dataset, indicator, NATION);
  const target = chosenTarget(deadlines, year, 0) ?? chosenTarget(deadlines, null, year ?? yearOfDay(day));
  const level = target === null ? null : targetLevel(dataset, target);
  return level === null ? null : Number(level);
}

function withPalette<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw notAllowed('palette', {
      zh: '这个色带的颜色不够分这么多级',
      en: 'The palette has too few colours for these classes',
    });
  }
}

/** A picture may be within the limits and still too small for its words. */
export function placed<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw notAllowed('w', {
      zh: '图幅太小，放不下必须印出的文字，请加大宽或高',
      en: 'The picture is too small for the words that must be in it; make it wider or higher',
    });
  }
}
