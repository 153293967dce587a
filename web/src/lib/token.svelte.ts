import { readStored, writeStored } from './stored.ts';

/** The write token, asked for once and kept in this browser. */
class Token {
  #value = $state.raw(readStored('token'));

  get value(): string | null {
    return this.#value;
  }

  keep(value: string | null): void {
    this.#value = value;
    writeStored('token', value);
  }
}

export const token = new Token();
