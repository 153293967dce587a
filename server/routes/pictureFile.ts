import type { PictureFormat } from '../../core/pictureApi.ts';

/** Path of a picture: an indicator and one of the formats. */
export const PICTURE_PATH = '/:file{[a-z0-9][a-z0-9-]*[.](?:svg|png|csv|json|alt[.]txt)}';

export function fileOf(file: string): { indicator: string; format: PictureFormat } {
  const dot = file.indexOf('.');
  return { indicator: file.slice(0, dot), format: file.slice(dot + 1) as PictureFormat };
}
