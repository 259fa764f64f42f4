import { ReadFailure } from '../read/failure.ts';
import { openDocument, type Openers } from '../read/formats/open-document.ts';
import { readOpened } from '../read/reader.ts';
import { ContentHash } from '../store/content-hash.ts';
import type { ReadFile } from './collection-database.ts';
import { type FileToRead, hashOfUnread, lineOf } from './file-to-read.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';

const PIECE_BYTES = 1 << 20;
const MOST_BYTES = 64 << 20;
// Half a megabyte that only those who bring a PDF need.
const OPENERS: Openers = { pdf: async (bytes) => (await import('./pdf-web.ts')).openPdf(bytes) };

/** Names a file by its bytes, 16 hex digits, holding a piece of it in memory at a time. */
async function hashOf(file: Blob): Promise<string> {
  const hash = new ContentHash();
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    hash.addBytes(new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer()));
  }
  return hash.add(String(file.size)).hex();
}

function troubleOf(error: unknown): KeptTrouble {
  if (error instanceof ReadFailure) return error.trouble;
  const reason = error instanceof Error ? error.message : String(error);
  return { what: error instanceof DOMException ? 'unreadable' : 'died', reason };
}

async function readWhole({ path, file }: FileToRead): Promise<Pick<ReadFile, 'report'> & { said: Partial<KeptLine> }> {
  if (file.size > MOST_BYTES) throw new ReadFailure({ what: 'too-large', bytes: file.size, limit: MOST_BYTES });
  const opened = await openDocument(new Uint8Array(await file.arrayBuffer()), path, OPENERS);
  const report = readOpened(opened);
  const { body, year, published, cells, gaps } = report;
  return { report, said: { format: opened.format, body, year, published, cells: cells.length, gaps: gaps.length } };
}

/**
 * Reads one file of the reader's own; whatever is wrong with it becomes the reason on its line. `onNamed` is told its id
 * before its content is understood.
 */
export async function readOwnFile(asked: FileToRead, onNamed: (id: string) => void): Promise<ReadFile> {
  const { file } = asked;
  let id = hashOfUnread(asked);
  try {
    id = await hashOf(file);
    onNamed(id);
    const { report, said } = await readWhole(asked);
    return { line: { ...lineOf(asked, id, null), ...said }, report, source: file };
  } catch (error) {
    const trouble = troubleOf(error);
    // What no reader will ever take would only fill the browser's room.
    const isKept = trouble.what !== 'unreadable' && trouble.what !== 'too-large';
    return { line: lineOf(asked, id, trouble), report: null, source: isKept ? file : null };
  }
}
