import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const folder = (path: string) => new URL(path, import.meta.url).pathname;
const api = process.env['DUIBIAO_API'] ?? 'http://localhost:3000';

export default defineConfig({
  root: folder('.'),
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: folder('../dist/web'),
    emptyOutDir: true,
    // What every browser with ES modules and dynamic import() of 2022 understands.
    target: ['es2022', 'chrome102', 'safari15.4', 'firefox102'],
    assetsInlineLimit: 0,
  },
  server: {
    fs: { allow: [folder('..')] },
    proxy: Object.fromEntries(['/api', '/maps', '/charts', '/healthz'].map((path) => [path, api])),
  },
});
