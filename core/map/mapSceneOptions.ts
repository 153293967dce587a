/** How a map view is to be placed in a picture. */
export type MapSceneOptions = {
  width: number;
  /** Left out (page only): as high as the map needs. */
  height?: number | undefined;
  /** False: the upright form with the whole South China Sea. Left out: by the proportions of the picture. */
  inset?: boolean | undefined;
  /** No headline: the legend is headed by the indicator and the year. */
  plain?: boolean | undefined;
  /** `page`: only map, inset and legend; the page prints the words around it itself. */
  chrome?: 'full' | 'page' | undefined;
  /** Put before every id of the drawing, for several on one page. */
  idPrefix?: string | undefined;
};
