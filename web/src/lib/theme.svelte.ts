import { readStored, writeStored } from './stored.ts';

export type Theme = 'light' | 'dark';

/** Light or dark: the stored choice, else what the system asks for. */
class ThemeChoice {
  #stored = $state.raw(readStored('theme'));
  #system = $state.raw<Theme>('light');

  get current(): Theme {
    return this.#stored === 'light' || this.#stored === 'dark' ? this.#stored : this.#system;
  }

  toggle(): void {
    this.#stored = this.current === 'dark' ? 'light' : 'dark';
    writeStored('theme', this.#stored);
  }

  /** Follows the system's setting. Returns what stops it. */
  listen(): () => void {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      this.#system = query.matches ? 'dark' : 'light';
    };
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }
}

export const theme = new ThemeChoice();
