import { centredBaseline } from './textBox.ts';
import { textWidth } from './textWidth.ts';
import type { SceneItem } from './scene.ts';
import { THEMES } from './theme.ts';
import type { Typography } from './typography.ts';
import type { MapView } from './view.ts';
import { unitText } from '../unitText.ts';
import { wrapText } from './wrapText.ts';

export type LegendBlock = { width: number; height: number; items: SceneItem[] };

const WORDS = {
  zh: {
    provinces: '省份数',
    noData: '资料暂缺',
    outside: '不在所选范围',
    pivot: (name: string, v: string) => `以${name}${v}为界`,
  },
  en: {
    provinces: 'Provinces',
    noData: 'No data',
    outside: 'Outside the group',
    pivot: (name: string, v: string) => `Pivot: ${name} ${v}`,
  },
};

/**
 * The key of the map, from (0, 0): the highest class on top, with limits, boundary rule and the number of provinces in
 * each; then the one hatch for every unit without a figure. `heading` stands above it in a picture without a title.
 */
export function legendBlock(
  view: MapView,
  { legend: { size, pitch } }: Pick<Typography, 'legend'>,
  options: { heading: boolean; hatch: string },
): LegendBlock {
  const theme = THEMES[view.theme];
  const words = WORDS[view.lang];
  const small = Math.max(10, size * 0.92);
  const swatch = { width: size * 2, height: size * 1.12 };
  const textX = swatch.width + size * 0.7;
  const unit = unitText(view.unit, view.lang);
  const keys = [
    ...view.classes.toReversed().map((c) => ({ fill: c.fill, label: c.label, n: String(c.n) })),
    { fill: `url(#${options.hatch})`, label: words.noData, n: String(view.no_data.length) },
    ...(view.n_outside === 0 ? [] : [{ fill: theme.outside, label: words.outside, n: String(view.n_outside) }]),
  ];
  const labelWidth = Math.max(...keys.map((key) => textWidth(key.label, size)), textWidth(unit, small) - textX);
  const countWidth = textWidth(words.provinces, small);
  const width = textX + labelWidth + size * 1.3 + countWidth;
  const items: SceneItem[] = [];
  const text = (
    x: number,
    y: number,
    words_: string,
    style: { anchor?: 'end'; fill: string; size?: number; weight?: 600 },
  ) =>
    items.push({
      kind: 'text',
      x,
      y: centredBaseline(y, style.size ?? size),
      text: words_,
      size: style.size ?? size,
      weight: style.weight ?? 400,
      anchor: style.anchor ?? 'start',
      fill: style.fill,
    });
  let y = 0;
  if (options.heading) {
    for (const line of wrapText(view.heading, Math.max(width, size * 15), size * 1.08, 600)) {
      text(0, y + pitch / 2, line, { fill: theme.ink, size: size * 1.08, weight: 600 });
      y += pitch;
    }
    y += size * 0.2;
  }
  text(0, y + pitch / 2, unit, { fill: theme.soft, size: small });
  text(width, y + pitch / 2, words.provinces, { anchor: 'end', fill: theme.soft, size: small });
  y += pitch;
  const half = view.pivot === null ? -1 : view.classes.length / 2;
  keys.forEach((key, i) => {
    if (i === half)
      items.push({ kind: 'line', x1: 0, y1: y, x2: width, y2: y, stroke: theme.ink, strokeWidth: size * 0.08 });
    if (i === view.classes.length) y += size * 0.35;
    const top = y + (pitch - swatch.height) / 2;
    items.push({
      kind: 'rect',
      x: 0,
      y: top,
      ...swatch,
      fill: key.fill,
      stroke: theme.inner,
      strokeWidth: size * 0.045,
    });
    text(textX, y + pitch / 2, key.label, { fill: theme.ink });
    text(width, y + pitch / 2, key.n, { anchor: 'end', fill: theme.soft });
    y += pitch;
  });
  if (view.pivot !== null) {
    text(0, y + pitch / 2, words.pivot(view.pivot.name, view.pivot.value), { fill: theme.soft, size: small });
    y += pitch;
  }
  return {
    width: Math.max(
      width,
      ...items.flatMap((item) =>
        item.kind === 'text' && item.anchor === 'start' ? [item.x + textWidth(item.text, item.size, item.weight)] : [],
      ),
    ),
    height: y,
    items,
  };
}

/** Items moved by (dx, dy). */
export function movedItems(items: readonly SceneItem[], dx: number, dy: number): SceneItem[] {
  return items.map((item) => {
    switch (item.kind) {
      case 'path':
        return item;
      case 'line':
        return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
      case 'circle':
        return { ...item, cx: item.cx + dx, cy: item.cy + dy };
      case 'rect':
      case 'text':
        return { ...item, x: item.x + dx, y: item.y + dy };
    }
  });
}
