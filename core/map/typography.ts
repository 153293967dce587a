/** Sizes of everything that is written, in pixels. */
export type Typography = {
  /** 1 at 1200 × 675; line widths follow it. */
  weight: number;
  pad: number;
  gap: number;
  title: { size: number; leading: number };
  second: { size: number; leading: number };
  note: { size: number; leading: number };
  legend: { size: number; pitch: number };
  label: { size: number; smallest: number };
  island: number;
};

/** Nothing is ever smaller than this. Source: workflows, "Checks before download". */
const LEAST = 10;
/** Smaller pictures keep the type of this one: it would not be read otherwise. */
const LEAST_WEIGHT = 0.86;

/** Type that grows with the picture. */
export function roomyType(width: number, height: number): Typography {
  const weight = Math.max(LEAST_WEIGHT, Math.sqrt((width * height) / (1200 * 675)));
  const second = Math.max(10.5, 13.5 * weight);
  const note = Math.max(LEAST, 11 * weight);
  const legend = Math.max(10.5, 12 * weight);
  return {
    weight,
    pad: Math.round(26 * weight),
    gap: 9 * weight,
    title: { size: second * 1.85, leading: second * 2.45 },
    second: { size: second, leading: second * 1.55 },
    note: { size: note, leading: note * 1.5 },
    legend: { size: legend, pitch: legend * 1.62 },
    label: { size: 12 * weight, smallest: Math.max(LEAST, 10 * weight) },
    island: Math.max(LEAST, 10 * weight),
  };
}

/** For a small picture that has no room for roomy type: everything as small as it may be. */
export function tightType(): Typography {
  return {
    weight: LEAST_WEIGHT,
    pad: 10,
    gap: 4,
    title: { size: 14, leading: 18 },
    second: { size: LEAST, leading: 13 },
    note: { size: LEAST, leading: 12.5 },
    legend: { size: LEAST, pitch: 13.5 },
    label: { size: LEAST, smallest: LEAST },
    island: LEAST,
  };
}

/** On a page: the page writes the title and the notes itself. */
export function pageType(): Typography {
  return { ...roomyType(1200, 675), pad: 6 };
}
