import { changeParams, parseRoute, routeHref, type Page, type ParamChange, type Route } from './route.ts';

/** Parameters that a link to another page keeps: they say how everything is read, not what is looked at. */
const KEPT = ['lang', 'as_of'] as const;

/**
 * The address bar as reactive state, the only owner of what the pages show. On the server (component tests) it stands
 * at `/`.
 */
class UrlState {
  #route = $state.raw<Route>(
    typeof location === 'undefined' ? { page: 'map', region: null, params: {} } : parseRoute(new URL(location.href)),
  );

  get route(): Route {
    return this.#route;
  }

  get page(): Page {
    return this.#route.page;
  }

  param(name: string): string | null {
    return this.#route.params[name] ?? null;
  }

  /** Address of this page with some parameters changed. */
  here(change: ParamChange): string {
    return routeHref({ ...this.#route, params: changeParams(this.#route.params, change) });
  }

  /** Address of a page with its own parameters; language and vintage are kept. */
  to(page: Page, params: ParamChange = {}, region: string | null = null): string {
    const kept: Record<string, string | null> = {};
    for (const name of KEPT) kept[name] = this.param(name);
    return routeHref({ page, region, params: changeParams({}, { ...kept, ...params }) });
  }

  /** Goes to an address of ours. `replace` leaves no step for Back: for playing and typing. */
  go(href: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    this.#route = parseRoute(new URL(location.href));
  }

  change(change: ParamChange, options: { replace?: boolean } = {}): void {
    this.go(this.here(change), options);
  }

  /** Listens to Back and to clicks on links into these pages. Returns what stops it. */
  listen(): () => void {
    const onPop = () => {
      this.#route = parseRoute(new URL(location.href));
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element | null)?.closest('a');
      if (link === null || link === undefined || link.target !== '' || link.hasAttribute('download')) return;
      const url = new URL(link.href);
      if (url.origin !== location.origin || !isOurs(url) || link.getAttribute('href')?.startsWith('#')) return;
      event.preventDefault();
      this.go(url.pathname + url.search + url.hash, { replace: url.href === location.href });
    };
    addEventListener('popstate', onPop);
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', onPop);
      document.removeEventListener('click', onClick);
    };
  }
}

/** True for the paths of the pages; pictures, files and the API are left to the browser. */
function isOurs(url: URL): boolean {
  const route = parseRoute(url);
  return url.pathname === '/' || url.pathname === routeHref({ ...route, params: {} });
}

export const url = new UrlState();
