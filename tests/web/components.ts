import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Component } from 'svelte';
import type { render as Render } from 'svelte/server';
import { createServer, type ViteDevServer } from 'vite';
import { ROOT } from '../support/root.ts';

/** Loads and renders the sources of `web/` on the server, with the very configuration of the build. */
export type Components = {
  load: <M>(path: string) => Promise<M>;
  /** The component as HTML, without the comments that hydration needs. */
  html: (path: string, props: Record<string, unknown>) => Promise<string>;
  close: () => Promise<void>;
};

export async function openComponents(): Promise<Components> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'duibiao-components-'));
  const vite: ViteDevServer = await createServer({
    configFile: `${ROOT}web/vite.config.ts`,
    server: { middlewareMode: true, watch: null, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    ssr: { optimizeDeps: { noDiscovery: true, include: [] } },
    cacheDir,
  });
  // From the same copy of Svelte as the components.
  const { render } = (await vite.ssrLoadModule('svelte/server')) as { render: typeof Render };
  const load = async <M>(path: string) => (await vite.ssrLoadModule(`/src/${path}`)) as M;
  return {
    load,
    html: async (path, props) => {
      const { default: component } = await load<{ default: Component<Record<string, unknown>> }>(path);
      return render(component, { props }).body.replaceAll(/<!--.*?-->/gs, '');
    },
    close: async () => {
      await vite.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

/** The text a reader sees: no tags, single spaces. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
