/** The pages, each with its path. `/` is the map: the first view. */
export const PAGES = ['map', 'ranking', 'province', 'import', 'sources'] as const;
/** `unknown`: an address that is none of them. */
export type Page = (typeof PAGES)[number] | 'unknown';

/** Everything the address bar says. `region` is the province of `/province/320000`, else null. */
export type Route = { page: Page; region: string | null; params: Readonly<Record<string, string>> };

const REGION = /^[1-9]\d{5}$/;

/** Reads an address. An empty parameter is none; of a repeated one the last counts. */
export function parseRoute(url: URL): Route {
  const [first = '', second = ''] = url.pathname.split('/').filter((part) => part !== '');
  const page = first === '' ? 'map' : (PAGES.find((name) => name === first) ?? 'unknown');
  const params: Record<string, string> = {};
  for (const [name, value] of url.searchParams) if (value !== '') params[name] = value;
  return { page, region: page === 'province' && REGION.test(second) ? second : null, params };
}

/** Writes an address: parameters in alphabetical order, so that one state has one address. */
export function routeHref({ page, region, params }: Route): string {
  const path = page === 'map' ? '/' : page === 'province' && region !== null ? `/province/${region}` : `/${page}`;
  const query = new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ).toString();
  // Commas and colons of `list:320000,330000` are legal in a query and easier to read as they are.
  return query === '' ? path : `${path}?${query.replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

/** A change of parameters: null removes one. */
export type ParamChange = Readonly<Record<string, string | null>>;

export function changeParams(params: Route['params'], change: ParamChange): Route['params'] {
  const next: Record<string, string> = { ...params };
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') delete next[name];
    else next[name] = value;
  }
  return next;
}
