import { version } from '../../package.json';
import { type ListReading, type ReadingProgress, readLists } from './list-reading.ts';

/** What the worker answers to the reader's files: its progress, then the reading or the words of what went wrong. */
export type ListWorkerAnswer =
  { readonly progress: ReadingProgress } | { readonly reading: ListReading } | { readonly failure: string };

const answer = (message: ListWorkerAnswer): void => globalThis.postMessage(message);

globalThis.addEventListener('message', ({ data }: MessageEvent<readonly File[]>) => {
  const description = { synthetic: false, madeAt: new Date().toISOString(), version };
  readLists(data, description, (progress) => answer({ progress })).then(
    (reading) => answer({ reading }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
