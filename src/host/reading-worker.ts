import { keepFile, openCollectionDatabase, type ReadFile } from './collection-database.ts';
import { readOwnFile } from './file-reading.ts';
import type { FileToRead } from './file-to-read.ts';
import type { KeptLine } from './kept-report.ts';

/** What the worker is asked: to read a file, and whether the browser is to keep what comes of it. */
export interface ReadingJob extends FileToRead {
  readonly keeps: boolean;
}

/**
 * What the worker says: that it runs; the id of the file it begins; then the file's line, kept already, or everything
 * of it for the page to hold where the browser keeps nothing (with the reason where it was asked to).
 */
export type ReadingAnswer =
  | { readonly what: 'ready' }
  | { readonly what: 'named'; readonly id: string }
  | { readonly what: 'kept'; readonly line: KeptLine }
  | { readonly what: 'held'; readonly read: ReadFile; readonly unkept: string | null };

const answer = (message: ReadingAnswer): void => globalThis.postMessage(message);

let opening: ReturnType<typeof openCollectionDatabase> | null = null;

async function takeFile({ keeps, ...asked }: ReadingJob): Promise<ReadingAnswer> {
  const read = await readOwnFile(asked, (id) => answer({ what: 'named', id }));
  if (!keeps) return { what: 'held', read, unkept: null };
  try {
    await keepFile(await (opening ??= openCollectionDatabase()), read);
    return { what: 'kept', line: read.line };
  } catch (error) {
    opening = null;
    return { what: 'held', read, unkept: error instanceof Error ? error.message : String(error) };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => {
  void takeFile(data).then(answer);
});
answer({ what: 'ready' });
