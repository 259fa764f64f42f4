import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { blobPieces } from './blob-source.ts';

/** Larger files are stored as they are: they are mostly packed already, and packing them again would hold up the page. */
const MOST_PACKED_BYTES = 1 << 20;
const MOST_PENDING_BYTES = 8 << 20;

/** An archive while it is written; what is written already may lie on the disk, as the browser sees fit. */
export class SetArchive {
  readonly #zip: Zip;
  readonly #paths = new Set<string>();
  readonly #done: Blob[] = [];
  #pending: BlobPart[] = [];
  #pendingBytes = 0;
  #failure: Error | null = null;

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      if (error) this.#failure = error;
      this.#pending.push(bytes);
      this.#pendingBytes += bytes.length;
    });
  }

  /** A path of its own for a file below a folder of the archive, whatever it is called. */
  pathFor(folder: string, file: string): string {
    const names = file.split('/').filter((name) => name !== '' && name !== '.' && name !== '..');
    const wanted = [folder, ...names.map((name) => name.replace(/^\.+/, '_'))].join('/');
    const [, stem = wanted, ending = ''] = /^(.*?)(\.[^./]+)?$/.exec(wanted) ?? [];
    let path = wanted;
    for (let number = 2; this.#paths.has(path.toLowerCase()); number += 1) path = `${stem} (${number})${ending}`;
    this.#paths.add(path.toLowerCase());
    return path;
  }

  /** Writes a file, a piece of it in memory at a time. */
  async add(path: string, file: Blob): Promise<void> {
    const entry = file.size > MOST_PACKED_BYTES ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    this.#zip.add(entry);
    for await (const piece of blobPieces(file)) entry.push(piece);
    entry.push(new Uint8Array(0), true);
    if (this.#failure) throw this.#failure;
    if (this.#pendingBytes > MOST_PENDING_BYTES) this.#handOver();
  }

  addText(path: string, text: string): Promise<void> {
    return this.add(path, new Blob([strToU8(text)]));
  }

  /** The whole archive, when nothing comes any more. */
  finish(): Blob {
    this.#zip.end();
    if (this.#failure) throw this.#failure;
    this.#handOver();
    return new Blob(this.#done, { type: 'application/zip' });
  }

  /** Hands what is written to the browser, so that a large set is never whole in the page's memory. */
  #handOver(): void {
    this.#done.push(new Blob(this.#pending));
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}
