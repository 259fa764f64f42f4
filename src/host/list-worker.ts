import { version } from '../../package.json';
import { type ListReading, type ReadingProgress, readLists } from './list-reading.ts';

/** What the page sends to the worker once: the reader's files and the name of the dataset they become. */
export interface ListTask {
  readonly files: readonly File[];
  readonly name: string;
}

/** What the worker sends back: its progress, then the reading or the words of what went wrong. */
export type ListWorkerAnswer =
  { readonly progress: ReadingProgress } | { readonly reading: ListReading } | { readonly failure: string };

const answer = (message: ListWorkerAnswer): void => globalThis.postMessage(message);

globalThis.addEventListener('message', ({ data }: MessageEvent<ListTask>) => {
  const description = { name: data.name, synthetic: false, madeAt: new Date().toISOString(), version };
  readLists(data.files, description, (progress) => answer({ progress })).then(
    (reading) => answer({ reading }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
