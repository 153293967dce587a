import type { Lang } from '../../../core/region.ts';
import { en } from '../text/en.ts';
import { zh, type Text } from '../text/zh.ts';
import { readStored, writeStored } from './stored.ts';
import { url } from './urlState.svelte.ts';

const TEXTS: Record<Lang, Text> = { zh, en };

/** The language of a reader: the address, then the stored choice, then the browser's languages, else Chinese. */
export function chooseLanguage(asked: string | null, stored: string | null, browser: readonly string[]): Lang {
  if (asked === 'zh' || asked === 'en') return asked;
  if (stored === 'zh' || stored === 'en') return stored;
  for (const tag of browser) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh';
}

class Language {
  #stored = $state.raw(readStored('lang'));
  #browser: readonly string[] = typeof document === 'undefined' ? [] : navigator.languages;

  get current(): Lang {
    return chooseLanguage(url.param('lang'), this.#stored, this.#browser);
  }

  get text(): Text {
    return TEXTS[this.current];
  }

  /** Keeps the choice and writes it into the address, so that a copied link is read in the same language. */
  choose(lang: Lang): void {
    this.#stored = lang;
    writeStored('lang', lang);
    url.change({ lang }, { replace: true });
  }
}

export const language = new Language();
