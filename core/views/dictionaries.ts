import type {
  GroupAnswer,
  MilestoneAnswer,
  RegionAnswer,
  RoadmapAnswer,
  SourceAnswer,
  ThemeAnswer,
} from '../answers.ts';
import type { Dataset } from '../dataset.ts';
import { namedGroups, resolveGroup } from '../groups.ts';
import { regionName, type Lang } from '../region.ts';
import type { Source } from '../target.ts';
import { nameOf } from './rankingRow.ts';

export function regionAnswers(dataset: Dataset, lang: Lang): RegionAnswer[] {
  return dataset.regions.map((region) => ({
    region: region.region,
    name: lang === 'en' ? region.name_en : region.name_zh,
    short: regionName(region, lang),
    name_en: region.name_en,
    level: region.level,
    macro_region: region.macro_region,
    economic_zone: region.economic_zone,
    has_data: region.has_data,
  }));
}

export function themeAnswers(dataset: Dataset, lang: Lang): ThemeAnswer[] {
  return dataset.themes.map((theme) => ({ ...theme, name: lang === 'en' ? theme.name_en : theme.name_zh }));
}

export function groupAnswers(dataset: Dataset, lang: Lang): GroupAnswer[] {
  return namedGroups(dataset).map((id) => ({
    group: id,
    name: resolveGroup(dataset, id, lang).name,
    name_zh: resolveGroup(dataset, id, 'zh').name,
    name_en: resolveGroup(dataset, id, 'en').name,
    members: resolveGroup(dataset, id, lang).members.map((region) => region.region),
  }));
}

export const sourceAnswer = (source: Source): SourceAnswer => ({
  source: source.source,
  title: source.title_zh,
  publisher: source.publisher,
  published: source.published,
  kind: source.kind,
  via: source.via,
  note: source.note,
});

/** Roadmap measures whose headline or summary holds `q`, by region, year and position. */
export function roadmapAnswers(
  dataset: Dataset,
  {
    region,
    theme,
    q,
    lang,
  }: { region?: string | undefined; theme?: string | undefined; q?: string | undefined; lang: Lang },
): RoadmapAnswer[] {
  return dataset.roadmaps
    .filter((measure) => region === undefined || measure.region === region)
    .filter((measure) => theme === undefined || measure.themes.includes(theme))
    .filter((measure) => q === undefined || `${measure.headline}${measure.summary_zh}`.includes(q))
    .map((measure) => ({
      region: measure.region,
      region_name: nameOf(dataset, measure.region, lang),
      year: measure.year,
      headline: measure.headline,
      position: measure.position,
      summary: measure.summary_zh,
      themes: measure.themes,
      source: measure.source,
      locator: measure.locator,
    }));
}

export function milestoneAnswers(dataset: Dataset): MilestoneAnswer[] {
  return dataset.milestones.map((milestone) => ({
    source: milestone.source,
    action_no: milestone.action_no,
    action: milestone.action_zh,
    year: milestone.year,
    goal: milestone.goal_zh,
    figures: milestone.figures,
  }));
}
