import type { GroupAnswer, IndicatorAnswer, RegionAnswer, ThemeAnswer } from '../../../core/answers.ts';
import { read } from './api.ts';
import { ask } from './ask.svelte.ts';
import { language } from './language.svelte.ts';
import { url } from './urlState.svelte.ts';

export type Catalogue = { indicators: IndicatorAnswer[]; themes: ThemeAnswer[] };

/** An indicator is offered from this many provinces on; the others are found by name. Source: product, "Looks". */
export const OFFERED_FROM = 8;

/** How every read is asked: language of names, and the vintage. */
export function reading(): { lang: string; as_of: string | null } {
  return { lang: language.current, as_of: url.param('as_of') };
}

/** Indicators and themes in the language of the page. Call it while a component is being set up. */
export function askCatalogue() {
  return ask(reading, async (question, signal): Promise<Catalogue> => {
    const [{ indicators }, { themes }] = await Promise.all([
      read('/api/v1/indicators', question, signal),
      read('/api/v1/themes', { lang: question.lang }, signal),
    ]);
    return { indicators, themes };
  });
}

/** The nation, the 31 provinces with statistics, and the three units without. */
export function askRegions() {
  return ask(
    () => ({ lang: language.current }),
    async (question, signal): Promise<RegionAnswer[]> => (await read('/api/v1/regions', question, signal)).regions,
  );
}

export function askGroups() {
  return ask(
    () => ({ lang: language.current }),
    async (question, signal): Promise<GroupAnswer[]> => (await read('/api/v1/groups', question, signal)).groups,
  );
}

/** Provinces with a figure in the year with most of them. */
export function bestCoverage(indicator: Pick<IndicatorAnswer, 'coverage'>): number {
  return Math.max(0, ...Object.values(indicator.coverage));
}
