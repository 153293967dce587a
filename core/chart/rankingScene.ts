import type { RankingAnswer, RankingRow } from '../answers.ts';
import type { Theme } from '../map/palette.ts';
import type { Scene, SceneItem, SceneText } from '../map/scene.ts';
import { drawnDecimals, drawnUnit, isFraction, plainDecimal, shownOf, worded } from '../map/shownOf.ts';
import { movedTo, textBlock, type Paragraph } from '../map/textBlock.ts';
import { centredBaseline } from '../map/textBox.ts';
import { textWidth } from '../map/textWidth.ts';
import { THEMES, type ThemeColours } from '../map/theme.ts';
import { headingOf, reasonText, sourceLine, subtitleOf, type SourceFacts } from '../map/viewText.ts';
import { displayDecimal, displayRank } from '../format.ts';
import type { Lang } from '../region.ts';
import { warningText } from '../warningText.ts';
import { barScale } from './barScale.ts';
import { rankingAltText } from './rankingAltText.ts';

export type RankingSceneOptions = SourceFacts & {
  width: number;
  height: number;
  lang: Lang;
  theme: Theme;
  plain?: boolean | undefined;
  highlight?: string | undefined;
  title?: string | undefined;
  subtitle?: string | undefined;
  note?: string | undefined;
};

const BAR = { light: '#2c7fb8', dark: '#4ba3d9' };
const WORDS = {
  zh: { national: '全国', median: '中位数', target: '目标', unranked: '未排位', none: '没有可排位的数据。' },
  en: { national: 'Nation', median: 'Median', target: 'target', unranked: 'Not ranked', none: 'Nothing to rank.' },
};

/**
 * The bar ranking as a picture: rank, name, bar and figure of each region, the target beside it, the national figure
 * and the median as lines, and below those without a rank with the reason. In a wide picture the list runs in two
 * columns on one scale.
 */
export function rankingScene(ranking: RankingAnswer, options: RankingSceneOptions): Scene {
  const { width, height, lang } = options;
  const theme = THEMES[options.theme];
  const weight = Math.max(0.86, Math.sqrt((width * height) / (1200 * 675)));
  const pad = Math.round(26 * weight);
  const heading = headingOf(ranking, lang);
  const header = textBlock(headerOf(ranking, options, heading, theme, weight), width - 2 * pad);
  const footer = textBlock(footerOf(ranking, options, theme, weight), width - 2 * pad);
  const area = {
    x: pad,
    y: pad + header.height + 12 * weight,
    width: width - 2 * pad,
    height: height - 2 * pad - header.height - footer.height - 24 * weight,
  };
  return {
    width,
    height,
    background: theme.ground,
    title: options.title ?? heading,
    description: rankingAltText(ranking, heading, lang),
    hatches: [],
    clips: [],
    groups: [
      { id: 'bars', items: barsOf(ranking, options, theme, area) },
      { id: 'title', items: movedTo(header, pad, pad) },
      { id: 'notes', items: movedTo(footer, pad, height - pad - footer.height) },
    ],
  };
}

function headerOf(
  ranking: RankingAnswer,
  options: RankingSceneOptions,
  heading: string,
  theme: ThemeColours,
  weight: number,
): Paragraph[] {
  const size = Math.max(10.5, 13.5 * weight);
  const { unit } = drawnUnit(ranking);
  const second = { size, weight: 400 as const, fill: theme.soft, leading: size * 1.55 };
  const small = options.plain === true;
  const title = {
    size: size * (small ? 1.1 : 1.85),
    weight: 600 as const,
    fill: theme.ink,
    leading: size * (small ? 1.7 : 2.45),
  };
  return [
    { text: small ? heading : (options.title ?? heading), style: title },
    { text: options.subtitle ?? subtitleOf(unit, ranking.group, ranking.rows.length, options.lang), style: second },
    ...ranking.warnings.map((code) => ({
      text: (options.lang === 'zh' ? '注意：' : 'Note: ') + warningText(code, options.lang),
      style: { ...second, fill: theme.warning },
    })),
  ];
}

function footerOf(
  ranking: RankingAnswer,
  options: RankingSceneOptions,
  theme: ThemeColours,
  weight: number,
): Paragraph[] {
  const size = Math.max(10, 11 * weight);
  const style = { size, weight: 400 as const, fill: theme.soft, leading: size * 1.5 };
  const { lang } = options;
  const reasons = reasonText(ranking.unranked, lang, Infinity);
  const computed = ranking.rows.some((row) => row.computed);
  return [
    ...(options.plain === true || options.note === undefined ? [] : [options.note]),
    ...(reasons === '' ? [] : [`${WORDS[lang].unranked}${lang === 'zh' ? '：' : ': '}${reasons}`]),
    sourceLine(options, computed, lang),
  ].map((text) => ({ text, style }));
}

type Area = { x: number; y: number; width: number; height: number };

/** In pixels of a picture of 1200 × 675: rows lower than this make two columns, rows higher than this look lost. */
const PITCH = { least: 19, most: 38 };

function barsOf(ranking: RankingAnswer, options: RankingSceneOptions, theme: ThemeColours, area: Area): SceneItem[] {
  const { lang } = options;
  const rows = ranking.rows;
  const weight = Math.max(0.86, Math.sqrt((options.width * options.height) / (1200 * 675)));
  if (rows.length === 0) return [label(area.x, area.y + 16, WORDS[lang].none, 13 * weight, theme.soft)];
  const columns = area.height / (rows.length + 1) < PITCH.least * weight ? 2 : 1;
  const perColumn = Math.ceil(rows.length / columns);
  const pitch = Math.min(PITCH.most * weight, area.height / (perColumn + 1.2));
  const size = Math.min(pitch * 0.72, 14 * weight);
  const gap = columns === 1 ? 0 : size * 3;
  const columnWidth = (area.width - gap * (columns - 1)) / columns;
  const shown = rows.map((row) => ({ row, ...shownOf(row, ranking.measure) }));
  const rankWidth = Math.max(...rows.map((row) => textWidth(displayRank(row.rank, row.tied), size)));
  const nameWidth = Math.max(...rows.map((row) => textWidth(row.name, size)));
  const valueWidth = Math.max(
    ...shown.map(({ row, display }) => textWidth(worded(display, row.bound, ranking.measure, lang), size)),
  );
  const left = rankWidth + size * 0.9 + nameWidth + size * 0.8;
  const references = linesOf(ranking, lang);
  const marks = [
    ...references,
    ...rows
      .flatMap((row) => (showsTarget(ranking, row) ? [row.target!.value] : []))
      .map((value) => ({ value, text: '' })),
  ];
  const values = shown.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const scale = barScale([...values, ...marks.map((mark) => mark.value)], columnWidth - left - valueWidth - size);
  const items: SceneItem[] = [];
  for (let column = 0; column < columns; column++) {
    const part = shown.slice(column * perColumn, (column + 1) * perColumn);
    const x = area.x + column * (columnWidth + gap);
    const barX = x + left;
    const top = area.y + pitch;
    items.push(...referenceLines(references, theme, scale, { x: barX, top, height: part.length * pitch, size }));
    part.forEach(({ row, value, display }, i) => {
      const y = top + (i + 0.5) * pitch;
      const chosen = row.region === options.highlight;
      const ink = chosen ? theme.highlight : theme.ink;
      const thickness = Math.min(pitch * 0.66, size * 1.3);
      const baseline = centredBaseline(y, size);
      items.push(label(x + rankWidth, baseline, displayRank(row.rank, row.tied), size, theme.soft, 'end'));
      items.push({
        ...label(x + rankWidth + size * 0.9, baseline, row.name, size, ink),
        weight: chosen ? 600 : 400,
        region: row.region,
      });
      const from = barX + scale.at(0);
      const to = value === null ? from : barX + scale.at(Number(value));
      items.push({
        kind: 'rect',
        x: Math.min(from, to),
        y: y - thickness / 2,
        width: Math.max(0.6, Math.abs(to - from)),
        height: thickness,
        fill: chosen ? theme.highlight : BAR[options.theme],
        stroke: 'none',
        strokeWidth: 0,
        region: row.region,
      });
      if (showsTarget(ranking, row)) {
        const mark = barX + scale.at(row.target!.value);
        items.push({
          kind: 'line',
          x1: mark,
          x2: mark,
          y1: y - pitch * 0.4,
          y2: y + pitch * 0.4,
          stroke: theme.warning,
          strokeWidth: size * 0.16,
        });
      }
      const figure = label(
        Math.max(from, to) + size * 0.5,
        baseline,
        worded(display, row.bound, ranking.measure, lang),
        size,
        ink,
      );
      items.push({ ...figure, halo: theme.ground });
    });
  }
  return items;
}

/** A target beside the value is drawn only where both are levels of the same unit. */
function showsTarget(ranking: RankingAnswer, row: RankingRow): boolean {
  return (
    ranking.measure === 'value' &&
    row.target !== null &&
    row.target.year === row.year &&
    row.target.target_kind === 'level'
  );
}

type Reference = { value: number; text: string };

/** National figure and median, where they may be compared with single regions. */
function linesOf(ranking: RankingAnswer, lang: Lang): Reference[] {
  const { national, national_display, median } = ranking.benchmarks;
  const decimals = drawnDecimals(
    ranking,
    ranking.rows.flatMap((row) => shownOf(row, ranking.measure).value ?? []),
  );
  const fraction = isFraction(ranking.measure) ? 100 : 1;
  const rounded = (value: number) => displayDecimal(plainDecimal(value * fraction), decimals);
  return [
    ...(national === null || ranking.additive
      ? []
      : [{ value: national, text: `${WORDS[lang].national} ${national_display ?? ''}`.trim() }]),
    ...(median === null ? [] : [{ value: median * fraction, text: `${WORDS[lang].median} ${rounded(median)}` }]),
  ].toSorted((a, b) => a.value - b.value);
}

function referenceLines(
  lines: readonly Reference[],
  theme: ThemeColours,
  scale: ReturnType<typeof barScale>,
  { x, top, height, size }: { x: number; top: number; height: number; size: number },
): SceneItem[] {
  const small = size * 0.86;
  const places = lines.map(({ value }) => x + scale.at(value));
  const widths = lines.map(({ text }) => textWidth(text, small));
  // Too close together for both: their words part to the left and to the right.
  const crowded = lines.length === 2 && places[1]! - places[0]! < (widths[0]! + widths[1]!) / 2 + size;
  return lines.flatMap(({ text }, i): SceneItem[] => {
    const at = places[i]!;
    const anchor = !crowded ? 'middle' : i === 0 ? 'end' : 'start';
    const dx = !crowded ? 0 : i === 0 ? small * 0.4 : -small * 0.4;
    return [
      {
        kind: 'line',
        x1: at,
        x2: at,
        y1: top - size * 0.15,
        y2: top + height,
        stroke: theme.faint,
        strokeWidth: size * 0.07,
        dash: '3 2',
      },
      label(at + dx, top - size * 0.4, text, small, theme.soft, anchor),
    ];
  });
}

function label(
  x: number,
  y: number,
  text: string,
  size: number,
  fill: string,
  anchor: SceneText['anchor'] = 'start',
): SceneText {
  return { kind: 'text', x, y, text, size, weight: 400, anchor, fill };
}
