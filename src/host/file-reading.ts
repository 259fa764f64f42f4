import type { ColumnMapping } from '../read/column-mapping.ts';
import { ReadFailure } from '../read/failure.ts';
import { addressDisagreement } from '../read/file-name.ts';
import { figuresFormat, mayHoldList } from '../read/figures-format.ts';
import { archiveEntries, walkArchive } from '../read/formats/archive.ts';
import { MOST_DOCUMENT_BYTES } from '../read/formats/limits.ts';
import { openDocument, openWorkbook, type Openers } from '../read/formats/open-document.ts';
import { openSheets } from '../read/formats/spreadsheet.ts';
import type { ZipEntry } from '../read/formats/zip-directory.ts';
import { readOpened } from '../read/reader.ts';
import { NO_SIDECAR, parseSidecar, SidecarError, type Sidecar } from '../read/sidecar.ts';
import { textPieces } from '../read/text-pieces.ts';
import { ContentHash } from '../store/content-hash.ts';
import { blobPieces, blobSource } from './blob-source.ts';
import { type FileToRead, hashOfUnread, lineOf, type ReadingOutcome, saidBeside } from './file-to-read.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';
import { type GivenList, takeRegistry, takeSheets, takeTextList } from './list-taking.ts';

const ENTRY_STEP = 1e-6;
const LIST_ONLY = /\.(csv|jsonl|ndjson|json)$/i;
const DATASET = /\.duckdb(\.wal)?$/i;
// Half a megabyte that only those who bring a PDF need.
const OPENERS: Openers = { pdf: async (bytes) => (await import('./pdf-web.ts')).openPdf(bytes) };

/** What is known from before: bytes that need not be read again, and what was said of the columns of lists, by their headers. */
export interface ReadBefore {
  readonly isKnown: (id: string) => Promise<boolean>;
  readonly mappings: ReadonlyMap<string, ColumnMapping>;
}

type One = Pick<FileToRead, 'place' | 'path' | 'file' | 'sidecar' | 'mapping'>;

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

async function* readWhole(asked: GivenList, isKnown: boolean): AsyncGenerator<ReadingOutcome> {
  const { path, file, id, sidecar } = asked;
  if (isKnown) {
    yield { what: 'known', path, id };
    return;
  }
  if (file.size > MOST_DOCUMENT_BYTES)
    throw new ReadFailure({ what: 'too-large', bytes: file.size, limit: MOST_DOCUMENT_BYTES });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = await openWorkbook(bytes, path);
  const list = sheets && takeSheets(asked, sheets);
  if (list) {
    yield* list;
    return;
  }
  const opened = sheets ? openSheets(sheets, path) : await openDocument(bytes, path, OPENERS);
  const report = readOpened(opened);
  const { body, year, published, cells, gaps } = report;
  const said = { format: opened.format, body, year, published, cells: cells.length, gaps: gaps.length };
  const line: KeptLine = { ...lineOf(asked, id, null), ...said };
  const evidence = [...report.evidence, ...addressDisagreement(sidecar.source, sidecar.year ?? year)];
  yield { what: 'read', read: { line, report: { ...report, evidence }, source: file }, beside: saidBeside(sidecar) };
}

function failed(asked: GivenList, error: unknown): ReadingOutcome {
  const { path, file, id, sidecar } = asked;
  const found = troubleOf(error);
  const trouble = LIST_ONLY.test(path) && found.what === 'not-a-report' ? ({ what: 'no-list' } as const) : found;
  // What no reader will ever take would only fill the browser's room.
  const isKept = trouble.what !== 'unreadable' && trouble.what !== 'too-large';
  const read = { line: lineOf(asked, id, trouble), report: null, source: isKept ? file : null };
  return { what: 'read', read, beside: saidBeside(sidecar) };
}

async function* readBeside({ path, sidecar }: One): AsyncGenerator<ReadingOutcome, Sidecar> {
  if (sidecar === null) return NO_SIDECAR;
  try {
    return parseSidecar(await sidecar.text());
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    yield { what: 'problem', path: `${path}.json`, trouble: { what: 'sidecar', reason: error.message } };
    return NO_SIDECAR;
  }
}

async function* readOne(asked: One, { isKnown, mappings }: ReadBefore): AsyncGenerator<ReadingOutcome> {
  const { path, file, mapping = null } = asked;
  let given: GivenList = { ...asked, mapping, mappings, id: hashOfUnread(path, file), sidecar: NO_SIDECAR };
  try {
    const format = mayHoldList(path) ? figuresFormat(path, await textStart(file)) : null;
    given = { ...given, id: await hashOf(file) };
    yield { what: 'named', id: given.id };
    given = { ...given, sidecar: yield* readBeside(asked) };
    if (format === 'registry') yield* takeRegistry(given);
    else if (format !== null) yield* takeTextList(given, format);
    else yield* readWhole(given, saidBeside(given.sidecar) === null && (await isKnown(given.id)));
  } catch (error) {
    yield failed(given, error);
  }
}

const blobOf = (bytes: Uint8Array) => new Blob([bytes as BlobPart]);

async function* readArchive(
  { path, place, file, skip }: FileToRead,
  entries: readonly ZipEntry[],
  before: ReadBefore,
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
      yield* readOne({ ...at, file: blobOf(found.bytes), sidecar }, before);
    }
  }
}

/**
 * Reads one file that was given, or the files of an archive one after the other. Whatever is wrong with one becomes the
 * reason on its line and stops nothing else.
 */
export async function* readGivenFile(asked: FileToRead, before: ReadBefore): AsyncGenerator<ReadingOutcome> {
  const { path, file } = asked;
  if (DATASET.test(path)) {
    yield { what: 'problem', path, trouble: { what: 'dataset-alone' } };
    return;
  }
  try {
    const entries = await archiveEntries(blobSource(file));
    yield* entries === null ? readOne(asked, before) : readArchive(asked, entries, before);
  } catch (error) {
    yield {
      what: 'read',
      read: { line: lineOf(asked, hashOfUnread(path, file), troubleOf(error)), report: null, source: null },
      beside: null,
    };
  }
}
