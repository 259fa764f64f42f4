import { ReadFailure } from '../read/failure.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { openDocument, type Openers } from '../read/formats/open-document.ts';
import { readOpened } from '../read/reader.ts';
import { parseSidecar, SidecarError } from '../read/sidecar.ts';
import { SetManifestError } from '../read/set-manifest.ts';
import { textPieces } from '../read/text-pieces.ts';
import { ContentHash } from '../store/content-hash.ts';
import { blobPieces } from './blob-source.ts';
import type { ReadFile } from './collection-database.ts';
import { type FileToRead, hashOfUnread, lineOf, type ReadingOutcome, type SaidBeside } from './file-to-read.ts';
import { isArchive, listArchive } from './given-archive.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';

/** Bytes that a document may have. */
const MOST_BYTES = 64e6;
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
  if (file.size > MOST_BYTES) throw new ReadFailure({ what: 'too-large', bytes: file.size, limit: MOST_BYTES });
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

async function* readArchive({ path, place, file, skip }: FileToRead, isKnown: IsKnown): AsyncGenerator<ReadingOutcome> {
  const files = await listArchive(path, file);
  if (files.length === 0) throw new ReadFailure({ what: 'empty' });
  if (skip === 0) yield { what: 'more', files: files.length - 1 };
  for (let number = skip; number < files.length; number += 1) {
    const archived = files[number]!;
    const { path: inner, size } = archived;
    yield { what: 'begun', path: inner, number };
    const at = { place: place + (number + 1) * ENTRY_STEP, path: inner };
    try {
      const asked = { ...at, file: await archived.unpack(), sidecar: await archived.unpackSidecar() };
      yield* readOne(asked, isKnown);
    } catch (error) {
      const unread = {
        ...lineOf({ ...at, file: new Blob() }, hashOfUnread(`${inner} ${size}`, file), troubleOf(error)),
        size,
      };
      yield { what: 'read', read: { line: unread, report: null, source: null }, beside: null };
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
    yield* (await isArchive(file)) ? readArchive(asked, isKnown) : readOne(asked, isKnown);
  } catch (error) {
    const trouble =
      error instanceof SetManifestError
        ? ({ what: 'damaged', format: 'zip', reason: error.message } as const)
        : troubleOf(error);
    yield {
      what: 'read',
      read: { line: lineOf(asked, hashOfUnread(path, file), trouble), report: null, source: null },
      beside: null,
    };
  }
}
