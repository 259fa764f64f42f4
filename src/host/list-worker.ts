import { version } from '../../package.json';
import { collectedFilings, type HeldCollection } from './collected-filings.ts';
import { openCollectionDatabase } from './collection-database.ts';
import { type ListReading, type ReadingProgress, readLists } from './list-reading.ts';

/** The reports of the collection that go into the dataset: those that the browser keeps, where it does, and those held. */
export interface CollectedReports {
  readonly title: string;
  readonly keeps: boolean;
  readonly held: HeldCollection;
}

/** What the worker is asked to make a dataset of. */
export interface ListJob {
  readonly files: readonly File[];
  readonly collected: CollectedReports | null;
}

/** What the worker answers to the reader's files: its progress, then the reading or the words of what went wrong. */
export type ListWorkerAnswer =
  { readonly progress: ReadingProgress } | { readonly reading: ListReading } | { readonly failure: string };

const answer = (message: ListWorkerAnswer): void => globalThis.postMessage(message);
const tell = (progress: ReadingProgress): void => answer({ progress });

async function readJob({ files, collected }: ListJob): Promise<ListReading> {
  const description = { synthetic: false, madeAt: new Date().toISOString(), version };
  if (collected === null) return readLists(files, description, tell);
  const database = collected.keeps ? await openCollectionDatabase() : null;
  const filings = collectedFilings(database, collected.held, (file, share) => tell({ file, lines: null, share }));
  return readLists(files, description, tell, { filings, title: collected.title });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ListJob>) => {
  readJob(data).then(
    (reading) => answer({ reading }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
