import { tagsOf } from './xml.ts';

/** `0%` and `0.00%` among the built-in number formats. Source: ECMA-376 part 1, 18.8.30. */
const BUILT_IN = new Set(['9', '10']);

/** Around the styles of cells; `cellStyleXfs` holds others. */
const CELL_STYLES = /<\/?(?:[\w-]+:)?cellXfs(?=[\s>])/;

/** Does a number format show per cent? A % in quotes, after a backslash or in brackets is only printed. */
function showsPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%');
}

/** The indexes of cell styles (`s` of a cell) whose number format is per cent. */
export function percentStyles(styles: string): Set<string> {
  const percent = new Set(BUILT_IN);
  for (const format of tagsOf(styles, 'numFmt')) {
    const id = format.get('numFmtId');
    if (id !== undefined && showsPercent(format.get('formatCode') ?? '')) percent.add(id);
  }
  const [, cells = ''] = styles.split(CELL_STYLES);
  const found = new Set<string>();
  tagsOf(cells, 'xf').forEach((style, index) => {
    if (percent.has(style.get('numFmtId') ?? '')) found.add(String(index));
  });
  return found;
}
