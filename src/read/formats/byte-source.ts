/** Bytes that are read piece by piece where they lie: a file on the disk, a file of the page, or bytes in memory. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` up to but not including `end`, both within the size. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
});
