import { textBlock, type Paragraph, type TextBlock } from './textBlock.ts';
import { THEMES } from './theme.ts';
import type { Typography } from './typography.ts';
import type { MapView } from './view.ts';

type Printed = Pick<
  MapView,
  'theme' | 'title' | 'subtitle' | 'note' | 'warnings' | 'missing_line' | 'source_line' | 'review_line' | 'lang'
>;

/** Title, subtitle and every warning, wrapped to a width. */
export function headerBlock(view: Printed, width: number, type: Typography, plain: boolean): TextBlock {
  const theme = THEMES[view.theme];
  const { size } = type.second;
  const title = { ...type.title, weight: 600 as const, fill: theme.ink };
  const second = { ...type.second, weight: 400 as const, fill: theme.soft };
  const warned = { ...second, fill: theme.warning };
  const paragraphs: Paragraph[] = [
    ...(plain
      ? []
      : [
          { text: view.title, style: title },
          { text: view.subtitle, style: second, before: size * 0.1 },
        ]),
    ...view.warnings.map(({ text }) => ({
      text: (view.lang === 'zh' ? '注意：' : 'Note: ') + text,
      style: warned,
      before: size * 0.15,
    })),
  ];
  return textBlock(paragraphs, width);
}

/** The lines that stand below every picture: note, units without a figure, source and date, base map and review. */
export function footerBlock(view: Printed, width: number, type: Typography, plain: boolean): TextBlock {
  const theme = THEMES[view.theme];
  const style = { ...type.note, weight: 400 as const, fill: theme.soft };
  const lines = [
    ...(plain || view.note === null ? [] : [view.note]),
    (view.lang === 'zh' ? '注：' : '') + view.missing_line,
    view.source_line,
    view.review_line,
  ];
  return textBlock(
    lines.map((text) => ({ text, style })),
    width,
  );
}
