import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadLimits } from './port.js';
import { Unreadable } from './unreadable.js';

/** By name; as they stood in the archive. */
type ZipParts = ReadonlyMap<string, Buffer>;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
const maxCommentBytes = 0xffff;
const stored = 0;
const deflated = 8;
/** Parts below this size may have any ratio: a sheet of blank cells packs very well. */
const harmlessBytes = 1024 * 1024;

/**
 * Unpacks an archive (APPNOTE 6.3.9) without believing it: number, declared sizes and ratio are checked before anything
 * is unpacked, and nothing unpacks to more than it declared. Throws `Unreadable`.
 */
export function readZip(file: Buffer, limits: ReadLimits, isWanted: (name: string) => boolean): ZipParts {
  const entries = entriesOf(file, limits);
  const parts = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!isWanted(entry.name)) continue;
    if (parts.has(entry.name)) throw new Unreadable('damaged');
    parts.set(entry.name, unpacked(file, entry));
  }
  return parts;
}

/** The names alone. */
export function zipNames(file: Buffer, limits: ReadLimits): readonly string[] {
  return entriesOf(file, limits).map(({ name }) => name);
}

function entriesOf(file: Buffer, limits: ReadLimits): readonly Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > limits.maxParts) throw new Unreadable('suspicious');
  const entries: Entry[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > end || file.readUInt32LE(at) !== entrySignature) throw new Unreadable('damaged');
    if ((file.readUInt16LE(at + 8) & 1) !== 0) throw new Unreadable('encrypted');
    const entry = entryAt(file, at);
    total += entry.unpackedBytes;
    if (isBomb(entry, limits) || total > limits.maxUnpackedBytes) throw new Unreadable('suspicious');
    entries.push(entry);
    at += entryBytes + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(file: Buffer): number {
  const lowest = Math.max(0, file.length - endBytes - maxCommentBytes);
  for (let at = file.length - endBytes; at >= lowest; at--) {
    if (file.readUInt32LE(at) === endSignature) return at;
  }
  throw new Unreadable('damaged');
}

function entryAt(file: Buffer, at: number): Entry {
  const nameBytes = file.readUInt16LE(at + 28);
  return {
    name: file.toString('utf8', at + entryBytes, at + entryBytes + nameBytes),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packedBytes: file.readUInt32LE(at + 20),
    unpackedBytes: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
}

function isBomb({ packedBytes, unpackedBytes }: Entry, { maxRatio }: ReadLimits): boolean {
  return unpackedBytes > harmlessBytes && unpackedBytes > packedBytes * maxRatio;
}

function unpacked(file: Buffer, entry: Entry): Buffer {
  const { offset, packedBytes, unpackedBytes, method, crc } = entry;
  if (offset + localBytes > file.length || file.readUInt32LE(offset) !== localSignature)
    throw new Unreadable('damaged');
  const start = offset + localBytes + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) throw new Unreadable('damaged');
  const content = method === stored ? packed : method === deflated ? inflated(packed, unpackedBytes) : null;
  if (content === null || content.length !== unpackedBytes || crc32(content) !== crc) throw new Unreadable('damaged');
  return content;
}

function inflated(packed: Buffer, unpackedBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch (error) {
    const isLonger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isLonger ? 'suspicious' : 'damaged');
  }
}

/** An archive of these parts, in this order. */
export function writeZip(parts: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const nameText = Buffer.from(name);
    const common = commonHeader(content, packed, nameText);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(localSignature);
    const body = Buffer.concat([local, common, nameText, packed]);
    const entry = Buffer.alloc(entryBytes);
    entry.writeUInt32LE(entrySignature, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameText);
    bodies.push(body);
    offset += body.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

/** What the header before a part and its entry in the directory have in common, from the version on. */
function commonHeader(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2); // names in UTF-8
  header.writeUInt16LE(deflated, 4);
  header.writeUInt16LE(0x21, 8); // 1 January 1980, the first day that fits
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
