import { ReadFailure } from '../failure.ts';
import type { ByteSource } from './byte-source.ts';
import { MOST_ARCHIVE_FILES } from './limits.ts';

/** A file of a ZIP archive as the archive's directory has it. */
export interface ZipEntry {
  /** Path inside the archive, with `/` between; it may say anything, and is only ever a name. */
  readonly name: string;
  readonly packedBytes: number;
  /** Bytes it unpacks to, if the directory tells the truth. */
  readonly bytes: number;
  readonly checksum: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its own header begins. */
  readonly start: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 64e6;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;

const damaged = (reason: string) => new ReadFailure({ what: 'damaged', format: 'zip', reason });

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly bytes: number;
}

async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailStart = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = viewOf(await source.read(tailStart, source.size));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw damaged('its directory is missing, as when a download broke off');
  const count = tail.getUint16(end + 10, true);
  const bytes = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count !== UNKNOWN_16 && bytes !== UNKNOWN_32 && start !== UNKNOWN_32) {
    // Bytes before the archive move everything in it.
    const moved = tailStart + end - bytes - start;
    return { count, bytes, start: start + Math.max(0, moved) };
  }
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_64) return { count, bytes, start };
  const at = long(tail, locator + 8);
  if (at + 56 > source.size) throw damaged('its directory lies outside of it');
  const end64 = viewOf(await source.read(at, at + 56));
  if (end64.getUint32(0, true) !== END_64) throw damaged('its directory is not where it should be');
  return { count: long(end64, 32), bytes: long(end64, 40), start: long(end64, 48) };
}

/** Names are UTF-8 where the archive says so or the bytes are; Windows in China packs GB18030 without a word. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Sizes and place of a file beyond four gigabytes stand in a field of their own. */
function longFields(extra: DataView, known: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const [id, length] = [extra.getUint16(at, true), extra.getUint16(at + 2, true)];
    if (id !== 1) {
      at += 4 + length;
      continue;
    }
    let field = at + 4;
    const limit = Math.min(extra.byteLength, field + length);
    return known.map((value) => {
      if (value !== UNKNOWN_32 || field + 8 > limit) return value;
      field += 8;
      return long(extra, field - 8);
    });
  }
  return [...known];
}

/**
 * The files of a ZIP archive in its directory's order, folders left out. Rejects with a ReadFailure where the directory is
 * damaged or lists too many.
 */
export async function listZip(source: ByteSource): Promise<ZipEntry[]> {
  const directory = await findDirectory(source);
  if (directory.count > MOST_ARCHIVE_FILES) {
    throw new ReadFailure({ what: 'too-many-files', limit: MOST_ARCHIVE_FILES });
  }
  if (directory.start + directory.bytes > source.size || directory.bytes > LARGEST_DIRECTORY) {
    throw damaged('its directory lies outside of it');
  }
  const bytes = await source.read(directory.start, directory.start + directory.bytes);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < directory.count; number += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw damaged(`entry ${number + 1} of its directory cannot be read`);
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const extra = viewOf(bytes.subarray(nameEnd, extraEnd));
    const [unpacked, packed, start] = longFields(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]) as [number, number, number];
    const name = nameOf(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    if (!name.endsWith('/')) {
      entries.push({
        name,
        packedBytes: packed,
        bytes: unpacked,
        checksum: view.getUint32(at + 16, true),
        method: view.getUint16(at + 10, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        start,
      });
    }
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}
