import { Inflate } from 'fflate';
import { ReadFailure, type ContainerFormat } from '../failure.ts';
import type { ByteSource } from './byte-source.ts';
import { EASY_BYTES, MOST_RATIO } from './limits.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
// Each packed piece unpacks to a thousand times its size at most, so that no bomb goes off between two looks.
const PIECE_BYTES = 16_384;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Adds bytes to a running CRC-32; it starts with 0. */
function checksumWith(checksum: number, bytes: Uint8Array): number {
  let value = ~checksum;
  for (const byte of bytes) value = (value >>> 8) ^ CRC_TABLE[(value ^ byte) & 0xff]!;
  return ~value >>> 0;
}

async function packedBytes(source: ByteSource, entry: ZipEntry, format: ContainerFormat): Promise<Uint8Array> {
  const missing = () =>
    new ReadFailure({ what: 'damaged', format, reason: `${entry.name} is not where its directory says` });
  if (entry.start + LOCAL_HEADER_BYTES > source.size) throw missing();
  const header = await source.read(entry.start, entry.start + LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL_HEADER) throw missing();
  const start = entry.start + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packedBytes > source.size) throw missing();
  return source.read(start, start + entry.packedBytes);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Unpacks one file of an archive. Rejects with a ReadFailure where it is encrypted, packed by a method that is not read,
 * damaged, or grows beyond `limit` or the usual ratio: that is found while it unpacks, whatever the directory says.
 */
export async function unpackEntry(
  source: ByteSource,
  entry: ZipEntry,
  limit: number,
  format: ContainerFormat = 'zip',
): Promise<Uint8Array> {
  const { name, bytes, packedBytes: packed } = entry;
  if (entry.isEncrypted) throw new ReadFailure({ what: 'encrypted', format });
  if (bytes > limit) throw new ReadFailure({ what: 'expands', limit });
  const damaged = (reason: string, cause?: unknown) =>
    new ReadFailure({ what: 'damaged', format, reason: `${name} ${reason}` }, { cause });
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw damaged(`is packed by method ${entry.method}, which is not read`);
  }
  const raw = await packedBytes(source, entry, format);
  const allowed = Math.min(limit, Math.max(EASY_BYTES, packed * MOST_RATIO));
  const parts: Uint8Array[] = [];
  let length = 0;
  let checksum = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > allowed) throw new ReadFailure({ what: 'expands', limit: allowed });
    checksum = checksumWith(checksum, part);
    parts.push(part);
  };
  if (entry.method === STORED) take(raw);
  else {
    const inflate = new Inflate(take);
    try {
      for (let at = 0; at < raw.length || at === 0; at += PIECE_BYTES) {
        inflate.push(raw.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= raw.length);
      }
    } catch (error) {
      if (error instanceof ReadFailure) throw error;
      throw damaged('cannot be unpacked', error);
    }
  }
  if (checksum !== entry.checksum) throw damaged('unpacks to other bytes than were packed');
  return joined(parts, length);
}
