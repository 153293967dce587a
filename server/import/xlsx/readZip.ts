import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { notATable } from './notATable.ts';

const inflate = promisify(inflateRaw);

export type ZipEntry = { name: string; method: number; encrypted: boolean; packed: number; size: number; at: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;
const STORED = 0;
const DEFLATED = 8;

/** Does a file begin as an archive does? */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The entries an archive lists at its end; of two with one name the first. Nothing is unpacked. Throws `not_a_table` for an
 * archive that is cut off. Source: APPNOTE.TXT 6.3, 4.3.12 and 4.3.16.
 */
export function listZip(bytes: Buffer): Map<string, ZipEntry> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || end < bytes.length - END_LENGTH - LONGEST_COMMENT || end + END_LENGTH > bytes.length) {
    throw notATable('broken');
  }
  if (bytes.readUInt32LE(end) !== END) throw notATable('broken');
  const entries = new Map<string, ZipEntry>();
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw notATable('too_large');
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw notATable('broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    // Some programs of Windows write backslashes.
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (!entries.has(name)) {
      entries.set(name, {
        name,
        encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42),
      });
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of one entry; never more than it says it has. Throws `not_a_table`. */
export async function unpack(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  if (entry.encrypted) throw notATable('encrypted');
  const { at, packed, size, method } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw notATable('broken');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw notATable('broken');
  const content = bytes.subarray(start, start + packed);
  if (method === STORED && packed === size) return content;
  if (method !== DEFLATED) throw notATable('broken');
  if (size === 0) return Buffer.alloc(0);
  const unpacked = await inflate(content, { maxOutputLength: size }).catch(() => null);
  if (unpacked === null || unpacked.length !== size) throw notATable('broken');
  return unpacked;
}
