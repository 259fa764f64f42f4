import { ReadFailure } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { archiveEntries, walkArchive } from '../read/formats/archive.ts';
import { MOST_DOCUMENT_BYTES } from '../read/formats/limits.ts';
import { openDocument, type Openers } from '../read/formats/open-document.ts';
import type { ZipEntry } from '../read/formats/zip-directory.ts';
import { readOpened } from '../read/reader.ts';
import { parseSidecar, SidecarError } from '../read/sidecar.ts';
import { textPieces } from '../read/text-pieces.ts';
import { ContentHash } from '../store/content-hash.ts';
import { blobPieces, blobSource } from './blob-source.ts';
import type { ReadFile } from './collection-database.ts';
import { type FileToRead, hashOfUnread, lineOf, type ReadingOutcome, type SaidBeside } from './file-to-read.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';

const ENTRY_STEP = 1e-6;
const LIST_ONLY = /\.(csv|jsonl|ndjson|json)$/i;
const DATASET = /\.duckdb(\.wal)?$/i;
// Half a megabyte that only those who bring a PDF need.
const OPENERS: Openers = { pdf: async (bytes) => (await import('./pdf-web.ts')).openPdf(bytes) };

type IsKnown = (id: string) => Promise<boolean>;
type One = Pick<FileToRead, 'place' | 'path' | 'file' | 'sidecar'>;

async function hashOf(file: Blob): Promise<string> {
  const hash = new ContentHash();
  for await (const piece of blobPieces(file)) hash.addBytes(piece);
  return hash.add(String(file.size)).hex();
}

async function textStart(file: Blob): Promise<string> {
  for await (const piece of textPieces(blobPieces(file))) return piece;
  return '';
}

function troubleOf(error: unknown): KeptTrouble {
  if (error instanceof ReadFailure) return error.trouble;
  const reason = error instanceof Error ? error.message : String(error);
  return { what: error instanceof DOMException ? 'unreadable' : 'died', reason };
}

async function readWhole({ path, file }: One): Promise<Pick<ReadFile, 'report'> & { said: Partial<KeptLine> }> {
  if (file.size > MOST_DOCUMENT_BYTES)
    throw new ReadFailure({ what: 'too-large', bytes: file.size, limit: MOST_DOCUMENT_BYTES });
  const opened = await openDocument(new Uint8Array(await file.arrayBuffer()), path, OPENERS);
  const report = readOpened(opened);
  const { body, year, published, cells, gaps } = report;
  return { report, said: { format: opened.format, body, year, published, cells: cells.length, gaps: gaps.length } };
}

async function readDocument(asked: One, id: string): Promise<ReadFile> {
  const { path, file } = asked;
  try {
    const { report, said } = await readWhole(asked);
    return { line: { ...lineOf(asked, id, null), ...said }, report, source: file };
  } catch (error) {
    const found = troubleOf(error);
    const trouble = LIST_ONLY.test(path) && found.what === 'not-a-report' ? ({ what: 'no-list' } as const) : found;
    // What no reader will ever take would only fill the browser's room.
    const isKept = trouble.what !== 'unreadable' && trouble.what !== 'too-large';
    return { line: lineOf(asked, id, trouble), report: null, source: isKept ? file : null };
  }
}

async function* readBeside({ path, sidecar }: One): AsyncGenerator<ReadingOutcome, SaidBeside | null> {
  if (sidecar === null) return null;
  try {
    const { source, body, year, region, corrections } = parseSidecar(await sidecar.text());
    return { identity: { body, year, region, source }, corrections };
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    yield { what: 'problem', path: `${path}.json`, trouble: { what: 'sidecar', reason: error.message } };
    return null;
  }
}

async function* readOne(asked: One, isKnown: IsKnown): AsyncGenerator<ReadingOutcome> {
  const { path, place, file } = asked;
  let id = hashOfUnread(path, file);
  try {
    const format = mayHoldList(path) ? figuresFormat(path, await textStart(file)) : null;
    if (format !== null) {
      yield { what: 'list', list: { file: path, place, format, source: file } };
      return;
    }
    id = await hashOf(file);
    yield { what: 'named', id };
    const beside = yield* readBeside(asked);
    if (beside === null && (await isKnown(id))) yield { what: 'known', path, id };
    else yield { what: 'read', read: await readDocument(asked, id), beside };
  } catch (error) {
    yield {
      what: 'read',
      read: { line: lineOf(asked, id, troubleOf(error)), report: null, source: null },
      beside: null,
    };
  }
}

const blobOf = (bytes: Uint8Array) => new Blob([bytes as BlobPart]);

async function* readArchive(
  { path, place, file, skip }: FileToRead,
  entries: readonly ZipEntry[],
  isKnown: IsKnown,
): AsyncGenerator<ReadingOutcome> {
  let number = 0;
  for await (const found of walkArchive(blobSource(file), entries, path)) {
    if ('aside' in found) continue;
    if ('files' in found) {
      if (found.name === path && found.files === 0) throw new ReadFailure({ what: 'empty' });
      // What was told before a worker died need not be told again.
      if (number >= skip) yield { what: 'more', files: found.files - 1 };
      continue;
    }
    number += 1;
    if (number <= skip) continue;
    const at = { place: place + number * ENTRY_STEP, path: found.name };
    yield { what: 'begun', path: found.name, number: number - 1 };
    if ('failure' in found) {
      const id = hashOfUnread(`${found.name} ${found.size}`, file);
      const line = { ...lineOf({ ...at, file: new Blob() }, id, found.failure.trouble), size: found.size };
      yield { what: 'read', read: { line, report: null, source: null }, beside: null };
    } else {
      const sidecar = found.sidecar && blobOf(found.sidecar);
      yield* readOne({ ...at, file: blobOf(found.bytes), sidecar }, isKnown);
    }
  }
}

/**
 * Reads one file that was given, or the files of an archive one after the other. Whatever is wrong with one becomes the
 * reason on its line and stops nothing else. `isKnown` tells of bytes that need not be read again.
 */
export async function* readGivenFile(asked: FileToRead, isKnown: IsKnown): AsyncGenerator<ReadingOutcome> {
  const { path, file } = asked;
  if (DATASET.test(path)) {
    yield { what: 'problem', path, trouble: { what: 'dataset-alone' } };
    return;
  }
  try {
    const entries = await archiveEntries(blobSource(file));
    yield* entries === null ? readOne(asked, isKnown) : readArchive(asked, entries, isKnown);
  } catch (error) {
    yield {
      what: 'read',
      read: { line: lineOf(asked, hashOfUnread(path, file), troubleOf(error)), report: null, source: null },
      beside: null,
    };
  }
}
