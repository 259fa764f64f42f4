import { EngineFailure } from './engine-failure.ts';
import type { ListReading, ReadingProgress } from './list-reading.ts';
import type { CollectedReports, ListJob, ListWorkerAnswer } from './list-worker.ts';
import { startWorker } from './trusted-worker.ts';

/** Reads lists of figures, and the collection beside them, in a worker of their own; rejects with the signal's reason, or an `EngineFailure` where the worker fails. */
export function readOwnLists(
  files: readonly File[],
  onProgress: (progress: ReadingProgress) => void,
  signal: AbortSignal,
  collected: CollectedReports | null = null,
): Promise<ListReading> {
  signal.throwIfAborted();
  const worker = startWorker('lists');
  return new Promise<ListReading>((settle, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    worker.addEventListener('error', (event) =>
      fail(new EngineFailure('lists', `the worker that reads lists failed: ${event.message}`)),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<ListWorkerAnswer>) => {
      if ('progress' in data) onProgress(data.progress);
      else if ('reading' in data) settle(data.reading);
      else fail(new EngineFailure('lists', data.failure));
    });
    const job: ListJob = { files, collected };
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
