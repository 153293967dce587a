/**
 * How a text is split into cells, wherever that happens. Cells stay text: nothing is guessed from samples. Empty lines
 * stay, because with them skipped every later row number would be wrong.
 */
export const CSV_OPTIONS = { header: false, dynamicTyping: false, skipEmptyLines: false, quoteChar: '"' } as const;
