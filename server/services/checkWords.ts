import type { PictureRequest } from '../../core/pictureApi.ts';
import { AppError, type Sentence } from '../../core/problem.ts';
import type { Fonts } from '../render/fonts.ts';

/** A parameter that is well formed and cannot be met. */
export function notAllowed(parameter: string, detail: Sentence): AppError {
  return new AppError('bad_parameter', detail, { parameter, parameters: [{ name: parameter }] });
}

/**
 * A character that the font lacks is never drawn as nothing: words of the reader's own that hold one are refused,
 * naming it.
 */
export function checkWords(asked: Pick<PictureRequest, 'title' | 'subtitle' | 'note'>, fonts: Fonts): void {
  for (const name of ['title', 'subtitle', 'note'] as const) {
    const [char] = fonts.lacking(asked[name] ?? '');
    if (char !== undefined) {
      throw notAllowed(name, { zh: `字体里没有这个字：${char}`, en: `The font has no such character: ${char}` });
    }
  }
}
