import { inflateSync } from 'node:zlib';

export type Raster = { width: number; height: number; pixel: (x: number, y: number) => string };

/** The pixels of an RGBA PNG of 8 bits, not interlaced: what the rasteriser writes. */
export function decodePng(bytes: Uint8Array): Raster {
  const buffer = Buffer.from(bytes);
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  if (buffer[24] !== 8 || buffer[25] !== 6) throw new Error('not an RGBA PNG of 8 bits');
  const data: Buffer[] = [];
  for (let at = 8; at < buffer.length;) {
    const length = buffer.readUInt32BE(at);
    if (buffer.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(buffer.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const pixels = unfilter(inflateSync(Buffer.concat(data)), width * 4, height);
  return {
    width,
    height,
    pixel: (x, y) => {
      const at = (Math.round(y) * width + Math.round(x)) * 4;
      return `#${pixels.toString('hex', at, at + 3)}`;
    },
  };
}

function unfilter(raw: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const left = i < 4 ? 0 : out[y * stride + i - 4]!;
      const up = y === 0 ? 0 : out[(y - 1) * stride + i]!;
      const corner = y === 0 || i < 4 ? 0 : out[(y - 1) * stride + i - 4]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
