import { zipKind } from '../read/formats/office.ts';
import { sniff } from '../read/formats/sniff.ts';
import { listZip, type ZipEntry } from '../read/formats/zip-directory.ts';
import { unpackEntry } from '../read/formats/zip-entry.ts';
import { parseSetManifest, SET_MANIFEST, setFiles } from '../read/set-manifest.ts';
import { blobSource } from './blob-source.ts';
import { pairSidecars } from './given-files.ts';

/** A file inside an archive: the name it goes by, and its bytes once they are asked for. */
export interface ArchivedFile {
  readonly path: string;
  readonly size: number;
  /** Rejects with a ReadFailure where it cannot be unpacked. */
  unpack(): Promise<Blob>;
  /** What stands beside it; null where nothing does. */
  unpackSidecar(): Promise<Blob | null>;
}

/** Bytes that one file of an archive may unpack to. */
const MOST_UNPACKED = 256e6;
const HEAD_BYTES = 4_096;
const UTF_8 = new TextDecoder();

/** Whether a file is an archive of files, and no document that is packed like one; a damaged one is. */
export async function isArchive(file: Blob): Promise<boolean> {
  const source = blobSource(file);
  if (sniff(await source.read(0, Math.min(HEAD_BYTES, file.size))).kind !== 'zip') return false;
  return zipKind(await listZip(source)) === 'archive';
}

/** The files of an archive in its order, without sidecars; of a saved set only what it was made of, under the old paths. */
export async function listArchive(path: string, file: Blob): Promise<ArchivedFile[]> {
  const source = blobSource(file);
  const entries = await listZip(source);
  const unpack = async (entry: ZipEntry) => new Blob([(await unpackEntry(source, entry, MOST_UNPACKED)) as BlobPart]);
  const manifest = entries.find(({ name }) => name === SET_MANIFEST);
  const known = manifest
    ? setFiles(parseSetManifest(UTF_8.decode(await unpackEntry(source, manifest, MOST_UNPACKED))))
    : null;
  const wanted = known
    ? entries.filter(({ name }) => known.has(name.replace(/\.json$/, '')) || known.has(name))
    : entries;
  return pairSidecars(wanted, ({ name }) => name).map(({ item: entry, sidecar }) => ({
    path: known?.get(entry.name) ?? `${path}/${entry.name}`,
    size: entry.bytes,
    unpack: () => unpack(entry),
    unpackSidecar: () => (sidecar === null ? Promise.resolve(null) : unpack(sidecar)),
  }));
}
