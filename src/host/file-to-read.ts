import { READING_VERSION } from 'virtual:reading-version';
import type { ColumnMapping } from '../read/column-mapping.ts';
import type { Correction } from '../read/correction.ts';
import type { SaidOfReport } from '../read/sidecar.ts';
import { ContentHash } from '../store/content-hash.ts';
import type { ReadFile } from './collection-database.ts';
import type { FileTrouble } from './file-problem.ts';
import type { KeptList } from './kept-list.ts';
import type { KeptIdentity, KeptLine, KeptTrouble } from './kept-report.ts';

/** A file to be read: where it stands in what was given, under which path, and what stands beside it. */
export interface FileToRead {
  readonly place: number;
  readonly path: string;
  readonly file: Blob;
  /** The file that tells what the document does not; null where there is none. */
  readonly sidecar: Blob | null;
  /** So many files of an archive have been read already. */
  readonly skip: number;
  /** What a person says of its columns, where it is a list; nothing where they say nothing. */
  readonly mapping?: ColumnMapping | null;
}

/** What a sidecar says of a document. */
export interface SaidBeside {
  readonly identity: KeptIdentity;
  readonly corrections: readonly Correction[];
}

/** What a sidecar says of a report, as it is kept; null where it says nothing. */
export function saidBeside({ source, body, year, region, corrections }: SaidOfReport): SaidBeside | null {
  const isSaid = [source, body, year, region].some((field) => field !== null) || corrections.length > 0;
  return isSaid ? { identity: { body, year, region, source }, corrections } : null;
}

/** A file that was read, and what is said beside it. */
export interface ReadBeside {
  readonly read: ReadFile;
  readonly beside: SaidBeside | null;
}

/** What comes out of a file as it is read; an archive gives many. */
export type ReadingOutcome =
  /** So many files more than the one that was given. */
  | { readonly what: 'more'; readonly files: number }
  /** A file is begun, the one of an archive that has this number. */
  | { readonly what: 'begun'; readonly path: string; readonly number: number }
  /** The id of the file that was begun. */
  | { readonly what: 'named'; readonly id: string }
  /** Its bytes were read before, by these readers. */
  | { readonly what: 'known'; readonly path: string; readonly id: string }
  | ({ readonly what: 'read' } & ReadBeside)
  /** A list is begun, or read to its end; its reports come in between. */
  | { readonly what: 'list'; readonly list: KeptList }
  | { readonly what: 'rows'; readonly rows: readonly ReadBeside[] }
  /** Something beside a file could not be used, or the file itself is none that belongs to the list. */
  | { readonly what: 'problem'; readonly path: string; readonly trouble: FileTrouble };

/** Names a file whose bytes cannot be had, by what else is known of it. */
export const hashOfUnread = (path: string, { size }: Blob): string =>
  new ContentHash().add(path).add(String(size)).hex();

/** The line of a file of which nothing but its trouble is known yet. */
export const lineOf = (
  { place, path, file }: Pick<FileToRead, 'place' | 'path' | 'file'>,
  id: string,
  trouble: KeptTrouble | null,
): KeptLine => ({
  id,
  place,
  file: path,
  size: file.size,
  format: null,
  trouble,
  body: null,
  year: null,
  published: null,
  cells: 0,
  gaps: 0,
  reader: READING_VERSION,
});
