import { READING_VERSION } from 'virtual:reading-version';
import { type CollectionDatabase, keepFiles, openCollectionDatabase } from './collection-database.ts';
import { readGivenFile } from './file-reading.ts';
import type { FileToRead, ReadBeside, ReadingOutcome, SaidBeside } from './file-to-read.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import type { KeptLine } from './kept-report.ts';

/** What the worker is asked: to read a file, and whether the browser is to keep what comes of it. */
export interface ReadingJob extends FileToRead {
  readonly keeps: boolean;
  /** What was said of the columns of lists before, by their headers. */
  readonly mappings: ReadonlyMap<string, ColumnMapping>;
}

/**
 * What the worker says: that it runs; what comes out of the file, reports as their lines where they are kept already, or
 * whole for the page to hold where the browser keeps nothing (with the reason where it was asked to); that the file is done.
 */
export type ReadingAnswer =
  | { readonly what: 'ready' }
  | { readonly what: 'done' }
  | Exclude<ReadingOutcome, { what: 'read' | 'rows' }>
  | { readonly what: 'kept'; readonly kept: readonly KeptBeside[] }
  | { readonly what: 'held'; readonly held: readonly ReadBeside[]; readonly unkept: string | null };

/** A file whose reading is kept, and what is said beside it. */
export interface KeptBeside {
  readonly line: KeptLine;
  readonly beside: SaidBeside | null;
}

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

async function keep(reads: readonly ReadBeside[]): Promise<void> {
  try {
    const lines = await keepFiles(
      await database(),
      reads.map(({ read }) => read),
    );
    answer({ what: 'kept', kept: lines.map((line, index) => ({ line, beside: reads[index]!.beside })) });
  } catch (error) {
    opening = null;
    answer({ what: 'held', held: reads, unkept: error instanceof Error ? error.message : String(error) });
  }
}

async function readJob({ keeps, mappings, ...asked }: ReadingJob): Promise<void> {
  const before = { isKnown: keeps ? isKnown : () => Promise.resolve(false), mappings };
  for await (const outcome of readGivenFile(asked, before)) {
    if (outcome.what !== 'read' && outcome.what !== 'rows') answer(outcome);
    else {
      const reads = outcome.what === 'read' ? [outcome] : outcome.rows;
      if (keeps) await keep(reads);
      else answer({ what: 'held', held: reads, unkept: null });
    }
  }
  answer({ what: 'done' });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => void readJob(data));
answer({ what: 'ready' });
