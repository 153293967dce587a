import type { IndicatorAnswer, RankingAnswer } from '../../../core/answers.ts';
import type { MapView } from '../../../core/map/view.ts';
import { call, ProblemError, read, type Query } from './api.ts';
import { ask } from './ask.svelte.ts';
import { reading } from './catalogue.svelte.ts';
import { theme } from './theme.svelte.ts';
import { url } from './urlState.svelte.ts';

/** What a reader sees who asks for nothing. Source: product, "Looks". */
export const FIRST_INDICATOR = 'software-revenue-gdp';

export type MapQuestion = { indicator: string; query: Query };
export type MapAnswer = {
  view: MapView;
  /** Null where the indicator may be mapped with a warning but not ranked. */
  ranking: RankingAnswer | null;
};

/** Parameters of the address that say how the map is drawn; they go to the server as they are. */
const DRAWING = [
  'method',
  'k',
  'breaks',
  'diverging',
  'palette',
  'labels',
  'isolate',
  'title',
  'subtitle',
  'note',
] as const;

/** The question for the map: the same parameters make the picture, the data behind it and the page. */
export function mapQuery(): Query {
  const drawing = Object.fromEntries(DRAWING.map((name) => [name, url.param(name)]));
  return {
    ...reading(),
    ...drawing,
    year: url.param('year'),
    measure: url.param('measure'),
    group: url.param('group'),
    lock: url.param('lock'),
    acknowledge: url.param('acknowledge'),
  };
}

/** Map and ranking of one question, settled together so that they never show two different years. */
export async function fetchMapAnswer({ indicator, query }: MapQuestion, signal: AbortSignal): Promise<MapAnswer> {
  const { lang, as_of, year, measure, group, acknowledge } = query;
  const [view, ranking] = await Promise.all([
    call<MapView>(`/maps/${encodeURIComponent(indicator)}.json`, { query, signal }),
    read('/api/v1/rankings', { lang, as_of, indicator, year, measure, group, acknowledge }, signal).catch(
      (error: unknown) => {
        const mayBeMapped = measure === 'target';
        if (mayBeMapped && error instanceof ProblemError && error.problem.code === 'definitions_differ') return null;
        throw error;
      },
    ),
  ]);
  return { view, ranking };
}

/** A null indicator asks nothing. */
export function askMap(indicator: () => string | null) {
  return ask((): MapQuestion | null => {
    const id = indicator();
    return id === null ? null : { indicator: id, query: { ...mapQuery(), theme: theme.current } };
  }, fetchMapAnswer);
}

/** Years a measure can be asked for, with the number of provinces that have a figure (or a target). */
export function yearsOf(indicator: IndicatorAnswer, measure: string): { year: number; n: number }[] {
  if (measure === 'value') {
    return Object.entries(indicator.coverage)
      .map(([year, n]) => ({ year: Number(year), n }))
      .filter(({ n }) => n > 0);
  }
  if (measure === 'growth') {
    const years = new Set(indicator.years);
    return yearsOf(indicator, 'value').filter(({ year }) => years.has(year - 1));
  }
  return indicator.target_years.map((year) => ({ year, n: 0 }));
}
