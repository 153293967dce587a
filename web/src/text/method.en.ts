import type { MethodSection } from './method.zh.ts';

export const methodEn: MethodSection[] = [
  {
    id: 'method-figures',
    title: 'Figures and where they come from',
    paragraphs: [
      'Every figure is kept as it was published, with its decimals, its document, page and release. What nobody published is not filled in, not estimated and never taken as zero.',
      'A figure worded “over” or “about” keeps its word. After a revision the earlier figure is still there: every page can be read as of a date.',
      'Derived indicators are computed from published figures; without one of the inputs there is no result. A national figure summed over provinces says over how many; below 25 there is none.',
    ],
    formulas: ['a ÷ b × k', 'growth = (this year ÷ year before − 1) × 100'],
  },
  {
    id: 'method-bounds',
    title: 'The wording of targets',
    paragraphs: [
      '“Over” (超过) asks for more than the number; “at least” (不低于, 以上) includes it; “reach” (达到) means at least; “about” (左右) allows 5 % less, but never more than half the way from the base year; “within” (以内, 不超过) includes the number.',
      'Where several documents state a target for one year, the plan counts, then the government work report, statistics, white papers and press conferences; the others stand beside it.',
      'Where figure and target differ by less than half the last published digit and the target says “over” or “below”, the result is too close to call: neither met nor missed.',
    ],
  },
  {
    id: 'method-progress',
    title: 'Progress and pace',
    paragraphs: [
      'The base year is the latest published figure before the first year of the plan, at most two years earlier; a figure inside the plan is never a base. Without one, only the share of the target reached is given, in a column of its own.',
      'Shares, ratios and per-head figures are counted in points or units a year; money and counts as average yearly growth; additions within a plan as a running sum.',
    ],
    formulas: [
      'progress = (latest − base) ÷ (target − base)',
      'needed pace = (target − base) ÷ (target year − base year)',
      'actual pace = (latest − base) ÷ (year of latest − base year)',
      'pace ratio = actual pace ÷ needed pace',
    ],
  },
  {
    id: 'method-state',
    title: 'From a target to a state',
    paragraphs: [
      'Once the deadline has passed, only the figure of that very year decides: met, missed, or awaiting the figure. A neighbouring year never stands in.',
      'Before the deadline: met early if the target is satisfied; else the pace ratio decides: from 0.95 on track, 0.60 to 0.95 slightly behind, 0 to 0.60 far behind, below 0 moving away.',
      'Without a base year, without a figure after it, across a change of the series, or before the figure of a yearly target exists, the state is “not assessable yet”, with the reason.',
      'Two other published methods, path and projection, are shown with the derivation for comparison.',
    ],
  },
  {
    id: 'method-ranks',
    title: 'Ranks',
    paragraphs: [
      'Ranks are given on published precision; equal figures share the better rank and leave a gap (1, =2, =2, 4). Provinces without a figure are listed below with the reason.',
      'A change of rank compares both years among the provinces present in both, and reads “5 → 3”; a province without a figure the year before is “new”.',
      'Indicators that each province estimates in its own way are not ranked; for a reader who insists the warning stays in the picture. Ranks need three ranked members.',
      'The figure of China, the median, the mean and the weighted mean are four different numbers and are named as such.',
    ],
  },
  {
    id: 'method-map',
    title: 'Maps',
    paragraphs: [
      'Five classes with round limits by default; natural breaks where one class would hold more than two thirds of the figures. A class includes its lower limit and not its upper one, the last includes both. Years that are played share one set of classes.',
      'Every unit without a figure has the same hatch, the Taiwan province, Hong Kong and Macao included: no data.',
      'Albers equal-area projection, standard parallels 25°N and 47°N, central meridian 105°E. The base map is Tianditu’s; its approval number is printed on every picture, and “not submitted for review” where the picture itself was not.',
    ],
  },
];
