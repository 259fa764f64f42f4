import { READING_VERSION } from 'virtual:reading-version';
import { type CollectionDatabase, keepFiles, type Keeping, openCollectionDatabase } from './collection-database.ts';
import { readGivenFile } from './file-reading.ts';
import type { FileToRead, ReadBeside, ReadingOutcome, SaidBeside } from './file-to-read.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import type { KeptLine } from './kept-report.ts';
import { type Unkept, unkeptBy } from './unkept.ts';

/** What the worker is asked: to read a file, and on which terms the browser is to keep what comes of it; null where it keeps nothing. */
export interface ReadingJob extends FileToRead {
  readonly keeping: Keeping | null;
  /** What was said of the columns of lists before, by their headers. */
  readonly mappings: ReadonlyMap<string, ColumnMapping>;
}

/**
 * What the worker says: that it runs; what comes out of the file, reports as their lines where they are kept already, or
 * whole for the page to hold where the browser keeps nothing (with the reason where it was asked to), or that a document
 * was let go while it was read; that the file is done.
 */
export type ReadingAnswer =
  | { readonly what: 'ready' }
  | { readonly what: 'done' }
  | { readonly what: 'lapsed' }
  | Exclude<ReadingOutcome, { what: 'read' | 'rows' }>
  | { readonly what: 'kept'; readonly kept: readonly KeptBeside[] }
  | { readonly what: 'held'; readonly held: readonly ReadBeside[]; readonly unkept: Unkept | null };

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

async function keep(reads: readonly ReadBeside[], keeping: Keeping): Promise<void> {
  try {
    const lines = await keepFiles(
      await database(),
      reads.map(({ read }) => read),
      keeping,
    );
    const kept = lines.flatMap((line, index) => (line ? [{ line, beside: reads[index]!.beside }] : []));
    if (kept.length > 0) answer({ what: 'kept', kept });
    else if (!reads.some(({ read }) => read.line.listed)) answer({ what: 'lapsed' });
  } catch (error) {
    opening = null;
    answer({ what: 'held', held: reads, unkept: unkeptBy(error) });
  }
}

async function readJob({ keeping, mappings, ...asked }: ReadingJob): Promise<void> {
  const before = { isKnown: keeping ? isKnown : () => Promise.resolve(false), mappings };
  for await (const outcome of readGivenFile(asked, before)) {
    if (outcome.what !== 'read' && outcome.what !== 'rows') answer(outcome);
    else {
      const reads = outcome.what === 'read' ? [outcome] : outcome.rows;
      if (keeping) await keep(reads, keeping);
      else answer({ what: 'held', held: reads, unkept: null });
    }
  }
  answer({ what: 'done' });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => void readJob(data));
answer({ what: 'ready' });
