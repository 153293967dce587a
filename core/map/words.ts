import { textBlock, type Paragraph, type TextBlock } from './textBlock.ts';
import { THEMES } from './theme.ts';
import type { MapView } from './view.ts';

type Printed = Pick<
  MapView,
  'theme' | 'title' | 'subtitle' | 'note' | 'warnings' | 'missing_line' | 'source_line' | 'review_line' | 'lang'
>;

/** Title, subtitle and every warning, wrapped to a width. `size` is that of the subtitle. */
export function headerBlock(view: Printed, width: number, size: number, plain: boolean): TextBlock {
  const theme = THEMES[view.theme];
  const title = { size: size * 1.85, weight: 600 as const, fill: theme.ink, leading: size * 2.45 };
  const second = { size, weight: 400 as const, fill: theme.soft, leading: size * 1.55 };
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
export function footerBlock(view: Printed, width: number, size: number, plain: boolean): TextBlock {
  const theme = THEMES[view.theme];
  const style = { size, weight: 400 as const, fill: theme.soft, leading: size * 1.5 };
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
