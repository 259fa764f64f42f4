import { ReadFailure } from '../failure.ts';
import { parseSetManifest, SET_MANIFEST, SetManifestError, setFiles } from '../set-manifest.ts';
import { asideReason, isHiddenPath, savedPageFolders, sidecarOf } from '../file-names.ts';
import { sourceOf, type ByteSource } from './byte-source.ts';
import { MOST_ARCHIVE_BYTES, MOST_ARCHIVE_DEPTH, MOST_ARCHIVE_FILES, MOST_DOCUMENT_BYTES } from './limits.ts';
import { zipKind } from './office.ts';
import { sniff } from './sniff.ts';
import { listZip, type ZipEntry } from './zip-directory.ts';
import { unpackEntry } from './zip-entry.ts';

/** A file of an archive under the archive's name, unpacked; or why it is left aside, or could not be unpacked. */
export type ArchivedFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array; readonly sidecar: Uint8Array | null }
  | { readonly aside: string }
  | { readonly failure: ReadFailure }
);

/** What an archive with all archives inside it may still give. */
interface Budget {
  bytes: number;
  files: number;
}

/** The files of an archive of files; null where the bytes are no ZIP, or an Office document. */
export async function archiveEntries(source: ByteSource): Promise<ZipEntry[] | null> {
  if (sniff(await source.read(0, Math.min(4, source.size))).kind !== 'zip') return null;
  const entries = await listZip(source);
  return zipKind(entries) === 'archive' ? entries : null;
}

/** What a saved set was made of, by path in the archive, with the names it was given under; null where the archive is no set. */
async function setNames(
  entry: ZipEntry | undefined,
  unpack: (entry: ZipEntry) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, string> | null> {
  if (!entry) return null;
  try {
    return setFiles(parseSetManifest(new TextDecoder().decode(await unpack(entry))));
  } catch (error) {
    if (!(error instanceof SetManifestError)) throw error;
    throw new ReadFailure({ what: 'damaged', format: 'zip', reason: `${SET_MANIFEST}: ${error.message}` });
  }
}

async function* walk(
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  budget: Budget,
  depth: number,
): AsyncGenerator<ArchivedFile> {
  const paths = new Map(entries.map((entry) => [entry.name, entry]));
  const folders = savedPageFolders(paths.keys());
  const sorted = [...paths].sort(([left], [right]) => (left < right ? -1 : 1));
  const sidecars = new Set(sorted.flatMap(([path]) => (paths.has(sidecarOf(path)) ? [sidecarOf(path)] : [])));
  const unpack = async (entry: ZipEntry): Promise<Uint8Array> => {
    budget.files -= 1;
    if (budget.files < 0) throw new ReadFailure({ what: 'too-many-files', limit: MOST_ARCHIVE_FILES });
    const bytes = await unpackEntry(source, entry, Math.min(MOST_DOCUMENT_BYTES, budget.bytes));
    budget.bytes -= bytes.length;
    return bytes;
  };
  const set = await setNames(paths.get(SET_MANIFEST), unpack);
  for (const [path, entry] of sorted) {
    if (set !== null && !set.has(path)) {
      if (!sidecars.has(path))
        yield { name: `${name}/${path}`, aside: 'made from the rest of the saved set, not read' };
      continue;
    }
    if (isHiddenPath(path) || folders.some((folder) => path.startsWith(folder)) || sidecars.has(path)) continue;
    const inner = set?.get(path) ?? `${name}/${path}`;
    const aside = set === null ? asideReason(path) : null;
    if (aside !== null) {
      yield { name: inner, aside };
      continue;
    }
    try {
      const bytes = await unpack(entry);
      const files = await archiveEntries(sourceOf(bytes));
      if (files === null) {
        const beside = paths.get(sidecarOf(path));
        yield { name: inner, bytes, sidecar: beside ? await unpack(beside) : null };
      } else if (depth >= MOST_ARCHIVE_DEPTH) {
        throw new ReadFailure({ what: 'too-deep', of: 'archives', limit: MOST_ARCHIVE_DEPTH });
      } else yield* walk(sourceOf(bytes), files, inner, budget, depth + 1);
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      yield { name: inner, failure: error };
      if (budget.files < 0 || budget.bytes <= 0) return;
    }
  }
}

/**
 * The files of an archive and of archives inside it, one unpacked at a time, in the order of their names; what a system or
 * a browser lays beside documents is left out. A name is only ever a name: nothing is written anywhere.
 */
export const walkArchive = (
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
): AsyncGenerator<ArchivedFile> =>
  walk(source, entries, name, { bytes: MOST_ARCHIVE_BYTES, files: MOST_ARCHIVE_FILES }, 1);
