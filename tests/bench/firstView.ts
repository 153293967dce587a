import { brotliCompressSync } from 'node:zlib';
import { openBrowser } from './browser.ts';
import { atMost, fetchBytes, type Figure } from './measure.ts';

const kib = (value: number) => `${value.toFixed(1)} KiB`;

/** What a browser fetches for the first view, compressed with brotli: scripts and styles, and the map pack apart. */
export async function measureFirstView(url: string): Promise<Figure[]> {
  const browser = await openBrowser();
  const fetched = new Set<string>();
  try {
    const page = await browser.newPage();
    page.on('request', (request) => fetched.add(request.url()));
    await page.goto(url, { waitUntil: 'networkidle' });
  } finally {
    await browser.close();
  }
  let code = 0;
  let pack = 0;
  for (const address of fetched) {
    const path = new URL(address).pathname;
    const size = async () => brotliCompressSync(await fetchBytes(address)).byteLength / 1024;
    if (/\.(js|css)$/.test(path)) code += await size();
    else if (/geo|map-?pack|topo/i.test(path)) pack += await size();
  }
  return [
    atMost('First view: scripts and styles, brotli', code, 80, kib),
    ...(pack > 0 ? [atMost('Map geometry, all 34 and the inset, brotli', pack, 40, kib)] : []),
  ];
}
