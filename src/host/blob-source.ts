import type { ByteSource } from '../read/formats/byte-source.ts';

/** A file of the page as a source of bytes that stay on the disk until they are asked for. */
export const blobSource = (file: Blob): ByteSource => ({
  size: file.size,
  read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
});

const PIECE_BYTES = 1 << 20;

/** The bytes of a file, a piece of it in memory at a time. */
export async function* blobPieces(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    yield new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
  }
}
