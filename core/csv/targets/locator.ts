const PAGE = /^(?:第|p\.?|page|pp\.?)?(\d{1,4}(?:-\d{1,4})?)页?$/u;

/** The place in a document: 118, P118 and 第118页 are all 第118页; other words (第五部分) stay as written. */
export function parseLocator(raw: string): string {
  const text = raw.trim();
  const page = PAGE.exec(text.normalize('NFKC').replace(/\s+/g, '').replace(/[—–~]/gu, '-').toLowerCase())?.[1];
  return page === undefined ? text : `第${page}页`;
}
