import { ReadFailure } from '../failure.ts';
import { parseSetManifest, SET_MANIFEST, SetManifestError, setFiles } from '../set-manifest.ts';
import { asideReason, pairFiles } from '../file-names.ts';
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
  | { readonly failure: ReadFailure; readonly size: number }
);

/** An archive is opened, the outermost or one inside it: so many files of it follow, those that are left aside not counted. */
export interface OpenedArchive {
  readonly name: string;
  readonly files: number;
}

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

/** A file of an archive that is to be read, or left aside for a reason. */
interface Planned {
  readonly name: string;
  readonly entry: ZipEntry;
  readonly sidecar: ZipEntry | null;
  readonly aside: string | null;
}

function planned(
  entries: readonly ZipEntry[],
  name: string,
  set: ReadonlyMap<string, string> | null,
): readonly Planned[] {
  const sorted = [...entries].sort((left, right) => (left.name < right.name ? -1 : 1));
  return pairFiles(sorted, (entry) => entry.name).map(({ item: entry, sidecar }) => ({
    name: set?.get(entry.name) ?? `${name}/${entry.name}`,
    entry,
    sidecar,
    aside:
      set === null
        ? asideReason(entry.name)
        : set.has(entry.name)
          ? null
          : 'made from the rest of the saved set, not read',
  }));
}

async function* walk(
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  budget: Budget,
  depth: number,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ArchivedFile | OpenedArchive> {
  const unpack = async (entry: ZipEntry): Promise<Uint8Array> => {
    budget.files -= 1;
    if (budget.files < 0) throw new ReadFailure({ what: 'too-many-files', limit: MOST_ARCHIVE_FILES });
    const bytes = await unpackEntry(source, entry, Math.min(MOST_DOCUMENT_BYTES, budget.bytes));
    budget.bytes -= bytes.length;
    return bytes;
  };
  const set = await setNames(
    entries.find((entry) => entry.name === SET_MANIFEST),
    unpack,
  );
  const files = planned(entries, name, set).filter((file) => isWanted(file.entry.name));
  yield { name, files: files.filter(({ aside }) => aside === null).length };
  for (const { name: inner, entry, sidecar, aside } of files) {
    if (aside !== null) {
      yield { name: inner, aside };
      continue;
    }
    try {
      const bytes = await unpack(entry);
      const held = await archiveEntries(sourceOf(bytes));
      if (held === null) yield { name: inner, bytes, sidecar: sidecar ? await unpack(sidecar) : null };
      else if (depth >= MOST_ARCHIVE_DEPTH) {
        throw new ReadFailure({ what: 'too-deep', of: 'archives', limit: MOST_ARCHIVE_DEPTH });
      } else yield* walk(sourceOf(bytes), held, inner, budget, depth + 1, isWanted);
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      yield { name: inner, failure: error, size: entry.bytes };
      if (budget.files < 0 || budget.bytes <= 0) return;
    }
  }
}

/**
 * The files of an archive and of archives inside it, one unpacked at a time, in the order of their names; what a system or
 * a browser lays beside documents is left out; of a saved set comes what it was made of, under its old names. A name is only ever a name: nothing is written anywhere.
 * Files whose name in their archive is not wanted are passed over unpacked.
 */
export const walkArchive = (
  source: ByteSource,
  entries: readonly ZipEntry[],
  name: string,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<ArchivedFile | OpenedArchive> =>
  walk(source, entries, name, { bytes: MOST_ARCHIVE_BYTES, files: MOST_ARCHIVE_FILES }, 1, isWanted);
