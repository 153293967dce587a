/** A province-level unit, or the nation. Source: GB/T 2260 codes as text; `100000` for the nation is our own code. */
export type Region = {
  region: string;
  name_zh: string;
  short_zh: string;
  name_en: string;
  level: 'country' | 'province';
  /** One of the seven geographic regions (华北 …), null for the nation. */
  macro_region: string | null;
  /** One of the bureau's four zones (东部 …), null for the nation and for regions outside its statistics. */
  economic_zone: string | null;
  /** False for 710000, 810000 and 820000: drawn, but without statistics here. */
  has_data: boolean;
};

export const NATION = '100000';

export type Lang = 'zh' | 'en';

/** The name a reader expects beside a figure: 江苏, Jiangsu. */
export function regionName(region: Region, lang: Lang): string {
  return lang === 'en' ? region.name_en : region.short_zh;
}
