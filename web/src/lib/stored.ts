/** Reads a choice kept in this browser; null when there is none or the browser keeps nothing (private window). */
export function readStored(name: string): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(`duibiao.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice in this browser; null forgets it. Without storage the choice holds until the page is closed. */
export function writeStored(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`duibiao.${name}`);
    else localStorage.setItem(`duibiao.${name}`, value);
  } catch {
    return;
  }
}
