#!/usr/bin/env node
// Makes NotoSansSC-Regular.ttf and NotoSansSC-SemiBold.ttf: the characters of GB 2312 (6,763 Han, symbols, kana, Greek,
// Cyrillic), ASCII, Latin letters with marks, punctuation and the signs that statistics use.
// Run once, in a folder of its own that has the two packages:
//   npm i @expo-google-fonts/noto-sans-sc@0.4.3 subset-font@2.9.0 && node …/seeds/fonts/buildFonts.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(process.cwd(), 'package.json'));
const subsetFont = require('subset-font');
const from = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const here = dirname(fileURLToPath(import.meta.url));

function gb2312() {
  const decoder = new TextDecoder('gb2312');
  const rows = [...range(0xa1, 0xa9), ...range(0xb0, 0xf7)];
  return rows.flatMap((row) => range(0xa1, 0xfe).map((cell) => decoder.decode(Uint8Array.of(row, cell)))).join('');
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const blocks = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1cd, 0x1dc],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2070, 0x209c],
  [0x2150, 0x218b],
  [0x2190, 0x2199],
  [0x2460, 0x2473],
  [0x25a0, 0x25cf],
  [0x3000, 0x301f],
  [0xff01, 0xff5e],
];
const signs = '≥≤≠≈±×÷−—–―…∑√∞℃‰€£¥￥〓㎡㎥№™①②③';
// Characters of place and personal names beyond GB 2312 that a headline may need.
const names = '镕堃喆昇瑀祎翀';
const text =
  [...gb2312()].filter((c) => c !== '�').join('') +
  blocks.flatMap(([a, b]) => range(a, b).map((code) => String.fromCodePoint(code))).join('') +
  signs +
  names;

for (const [folder, file, out] of [
  ['400Regular', 'NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf'],
  ['600SemiBold', 'NotoSansSC_600SemiBold.ttf', 'NotoSansSC-SemiBold.ttf'],
]) {
  const subset = await subsetFont(readFileSync(join(from, folder, file)), text, { targetFormat: 'sfnt' });
  writeFileSync(join(here, out), subset);
  console.log(out, subset.length);
}
