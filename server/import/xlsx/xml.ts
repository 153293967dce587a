const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** No tag we read is longer; what is longer is cut, so that it cannot take long. */
const LONGEST_TAG = 10_000;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML with its entities resolved; unknown ones stay as they are. */
export function xmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The attributes of a tag, by name without prefix: `r:id` is `id` where no plain `id` is. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  const prefixed: [string, string][] = [];
  for (const [, name = '', double, single] of tag.slice(0, LONGEST_TAG).matchAll(ATTRIBUTE)) {
    const value = xmlText(double ?? single ?? '');
    const colon = name.indexOf(':');
    if (colon < 0) found.set(name, value);
    else prefixed.push([name.slice(colon + 1), value]);
  }
  for (const [name, value] of prefixed) if (!found.has(name)) found.set(name, value);
  return found;
}

/** The opening tags of one element, whatever its prefix, as attribute maps. */
export function tagsOf(xml: string, element: string): Map<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${element}(?=[\\s/>])([^<>]*)>`, 'g'))].map(([, attributes = '']) =>
    attributesOf(attributes),
  );
}
