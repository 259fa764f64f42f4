import { READING_VERSION } from 'virtual:reading-version';
import { type CollectionDatabase, keepFile, openCollectionDatabase, type ReadFile } from './collection-database.ts';
import { readGivenFile } from './file-reading.ts';
import type { FileToRead, ReadingOutcome, SaidBeside } from './file-to-read.ts';
import type { KeptLine } from './kept-report.ts';

/** What the worker is asked: to read a file, and whether the browser is to keep what comes of it. */
export interface ReadingJob extends FileToRead {
  readonly keeps: boolean;
}

/**
 * What the worker says: that it runs; what comes out of the file, a report as its line where it is kept already, or whole
 * for the page to hold where the browser keeps nothing (with the reason where it was asked to); that the file is done.
 */
export type ReadingAnswer =
  | { readonly what: 'ready' }
  | { readonly what: 'done' }
  | Exclude<ReadingOutcome, { what: 'read' }>
  | { readonly what: 'kept'; readonly line: KeptLine; readonly beside: SaidBeside | null }
  | {
      readonly what: 'held';
      readonly read: ReadFile;
      readonly beside: SaidBeside | null;
      readonly unkept: string | null;
    };

/** Reasons that lie in the moment, not in the bytes: worth another try. */
const PASSING: ReadonlySet<string> = new Set(['hung', 'died', 'unreadable']);

const answer = (message: ReadingAnswer): void => globalThis.postMessage(message);

let opening: Promise<CollectionDatabase> | null = null;
const database = (): Promise<CollectionDatabase> => (opening ??= openCollectionDatabase());

async function isKnown(id: string): Promise<boolean> {
  const line = await database()
    .then((opened) => opened.get('lines', id))
    .catch(() => undefined);
  return line?.reader === READING_VERSION && !PASSING.has(line.trouble?.what ?? '');
}

async function keep(read: ReadFile, beside: SaidBeside | null): Promise<void> {
  try {
    answer({ what: 'kept', line: await keepFile(await database(), read), beside });
  } catch (error) {
    opening = null;
    answer({ what: 'held', read, beside, unkept: error instanceof Error ? error.message : String(error) });
  }
}

async function readJob({ keeps, ...asked }: ReadingJob): Promise<void> {
  for await (const outcome of readGivenFile(asked, keeps ? isKnown : () => Promise.resolve(false))) {
    if (outcome.what !== 'read') answer(outcome);
    else if (keeps) await keep(outcome.read, outcome.beside);
    else answer({ ...outcome, what: 'held', unkept: null });
  }
  answer({ what: 'done' });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => void readJob(data));
answer({ what: 'ready' });
