/** Advance widths of Noto Sans SC for U+0020 … U+007E, in thousandths of an em. */
const REGULAR = [
  224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555,
  555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812,
  723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620,
  554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338,
  270, 338, 555,
];
const SEMIBOLD = [
  226, 357, 546, 580, 580, 951, 723, 311, 367, 367, 495, 580, 311, 364, 311, 389, 580, 580, 580, 580, 580, 580, 580,
  580, 580, 580, 311, 311, 580, 580, 580, 503, 990, 632, 674, 651, 707, 608, 576, 709, 749, 319, 559, 675, 568, 842,
  742, 762, 658, 762, 669, 616, 618, 740, 606, 904, 611, 566, 610, 367, 389, 367, 580, 565, 620, 583, 637, 522, 637,
  573, 359, 588, 631, 296, 297, 589, 306, 953, 632, 620, 637, 637, 423, 487, 408, 629, 560, 846, 544, 559, 501, 367,
  289, 367, 580,
];
const EN_DASH = 540;
const EM_DASH = 900;

export type Weight = 400 | 600;

/**
 * Width of a text set in Noto Sans SC, in the unit of `size`. A Han character and full-width punctuation are one em;
 * Latin letters with marks are taken as wide as a lower-case letter.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const widths = weight === 600 ? SEMIBOLD : REGULAR;
  let thousandths = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= 0x20 && code <= 0x7e) thousandths += widths[code - 0x20]!;
    else if (code === 0x2013) thousandths += EN_DASH;
    else if (code === 0x2014) thousandths += EM_DASH;
    else if (code >= 0xa1 && code <= 0x24f) thousandths += 580;
    else thousandths += 1000;
  }
  return (thousandths * size) / 1000;
}
