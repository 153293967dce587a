import { tenth, type Scene, type SceneHatch, type SceneItem, type SceneText } from './scene.ts';

const FONTS = "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

export type SvgOptions = {
  /** Text as a path (d, with its baseline origin already applied); left out: text stays text. */
  outline?: (text: SceneText) => string;
};

/** The scene as SVG text: layers in named groups, nothing outside it needed but (without `outline`) a font. */
export function sceneToSvg(scene: Scene, options: SvgOptions = {}): string {
  const { width, height } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" font-family="${FONTS}">`,
    `<title>${escaped(scene.title)}</title><desc>${escaped(scene.description)}</desc>`,
    `<defs>${scene.hatches.map(hatch).join('')}${scene.clips.map(clip).join('')}</defs>`,
    `<rect width="${n(width)}" height="${n(height)}" fill="${scene.background}"/>`,
    ...scene.groups.map((group) => {
      const transform = group.transform === undefined ? '' : ` transform="${group.transform}"`;
      const items = group.items.map((item) => svgItem(item, options)).join('\n');
      // The clip is in the picture's own coordinates, outside of the group's transform.
      return group.clip === undefined
        ? `<g id="${group.id}"${transform}>${items}</g>`
        : `<g id="${group.id}" clip-path="url(#${group.clip})"><g${transform}>${items}</g></g>`;
    }),
    '</svg>\n',
  ].join('\n');
}

function svgItem(item: SceneItem, { outline }: SvgOptions): string {
  switch (item.kind) {
    case 'path':
      return `<path${region(item)} d="${item.d}"${paint(item)}${dashes(item.dash)}${item.round === true ? ' stroke-linecap="round"' : ''} stroke-linejoin="round"/>`;
    case 'rect':
      return `<rect${region(item)} x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}"${paint(item)}/>`;
    case 'line':
      return `<line x1="${n(item.x1)}" y1="${n(item.y1)}" x2="${n(item.x2)}" y2="${n(item.y2)}" stroke="${item.stroke}" stroke-width="${n(item.strokeWidth)}"${dashes(item.dash)}/>`;
    case 'circle':
      return `<circle cx="${n(item.cx)}" cy="${n(item.cy)}" r="${n(item.r)}"${paint(item)}/>`;
    case 'text':
      return outline === undefined ? svgText(item) : outlinedText(item, outline(item));
  }
}

function svgText(item: SceneText): string {
  const weight = item.weight === 400 ? '' : ` font-weight="${String(item.weight)}"`;
  const anchor = item.anchor === 'start' ? '' : ` text-anchor="${item.anchor}"`;
  const halo =
    item.halo === undefined
      ? ''
      : ` stroke="${item.halo}" stroke-width="${n(haloWidth(item))}" stroke-linejoin="round" paint-order="stroke"`;
  return `<text${region(item)} x="${n(item.x)}" y="${n(item.y)}" font-size="${n(item.size)}"${weight}${anchor} fill="${item.fill}"${halo}>${escaped(item.text)}</text>`;
}

function outlinedText(item: SceneText, d: string): string {
  if (d === '') return '';
  const halo =
    item.halo === undefined
      ? ''
      : `<path d="${d}" fill="none" stroke="${item.halo}" stroke-width="${n(haloWidth(item))}" stroke-linejoin="round"/>`;
  return `${halo}<path d="${d}" fill="${item.fill}"/>`;
}

const haloWidth = ({ size }: SceneText) => size * 0.22;

function hatch({ id, ground, line, spacing, strokeWidth }: SceneHatch): string {
  const s = n(spacing);
  return `<pattern id="${id}" width="${s}" height="${s}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${s}" height="${s}" fill="${ground}"/><rect width="${n(strokeWidth)}" height="${s}" fill="${line}"/></pattern>`;
}

function clip({ id, x, y, width, height }: Scene['clips'][number]): string {
  return `<clipPath id="${id}"><rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/></clipPath>`;
}

function paint({ fill, stroke, strokeWidth }: { fill: string; stroke: string; strokeWidth: number }): string {
  return ` fill="${fill}"${stroke === 'none' ? '' : ` stroke="${stroke}" stroke-width="${n(strokeWidth)}"`}`;
}

const dashes = (dash: string | undefined) => (dash === undefined ? '' : ` stroke-dasharray="${dash}"`);
const region = (item: { region?: string }) => (item.region === undefined ? '' : ` data-region="${item.region}"`);

/** Hundredths for the narrow lengths, tenths for the rest. */
function n(value: number): string {
  return String(Math.abs(value) < 10 ? Math.round(value * 100) / 100 : tenth(value));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
