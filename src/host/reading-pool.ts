import { EngineFailure } from './engine-failure.ts';
import type { ReadFile } from './collection-database.ts';
import { type FileToRead, hashOfUnread, lineOf } from './file-to-read.ts';
import type { KeptLine, KeptTrouble } from './kept-report.ts';
import type { ReadingAnswer, ReadingJob } from './reading-worker.ts';
import { startWorker } from './trusted-worker.ts';

/** What the pool tells of each file: that it is begun, and what came of it. */
export interface PoolListener {
  begun(path: string): void;
  kept(line: KeptLine): void;
  /** Everything of a file that the browser does not keep; `unkept` is the reason where it was to. */
  held(read: ReadFile, unkept: string | null): void;
}

/** How a pool reads: whether the browser keeps what is read, for how long a file may take, and how many at once. */
export interface PoolOptions {
  readonly keeps: boolean;
  readonly signal: AbortSignal;
  readonly limitMs?: number;
  readonly workers?: number;
  readonly start?: () => Worker;
}

const LIMIT_MS = 60_000;
const MOST_WORKERS = 4;
const MS_PER_SECOND = 1_000;

/** As many files are read at once as the machine has cores beside the page's own, at least one and at most four. */
export const workersFor = (cores: number): number => Math.max(1, Math.min(MOST_WORKERS, cores - 1));

/** What ended a worker, over the file of this id. */
interface LaneEnd {
  readonly id: string;
  readonly trouble: KeptTrouble;
}

/** A worker that reads one file after the other. */
class Lane {
  readonly #worker: Worker;
  #isReady = false;
  #heard: (answer: ReadingAnswer) => void = () => undefined;
  #died: (reason: string) => void = () => undefined;

  constructor(start: () => Worker) {
    this.#worker = start();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
      this.#isReady = true;
      this.#heard(data);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#died(event.message);
    });
    this.#worker.addEventListener('messageerror', () => this.#died('its answer could not be read'));
  }

  /** Reads a file; resolves with what ended the worker over it, null where it goes on, and rejects where it never ran. */
  async read(job: ReadingJob, listener: PoolListener, limitMs: number, signal: AbortSignal): Promise<LaneEnd | null> {
    let id = hashOfUnread(job);
    let late: ReturnType<typeof setTimeout> | undefined;
    let stop = () => {};
    try {
      return await new Promise<LaneEnd | null>((settle, fail) => {
        late = setTimeout(() => settle({ id, trouble: { what: 'hung', seconds: limitMs / MS_PER_SECOND } }), limitMs);
        stop = () => fail(signal.reason as Error);
        signal.addEventListener('abort', stop);
        this.#died = (reason) => {
          if (this.#isReady) settle({ id, trouble: { what: 'died', reason } });
          else fail(new EngineFailure('reading', `the worker that reads documents did not start: ${reason}`));
        };
        this.#heard = (answer) => {
          if (answer.what === 'named') id = answer.id;
          if (answer.what === 'kept') listener.kept(answer.line);
          if (answer.what === 'held') listener.held(answer.read, answer.unkept);
          if (answer.what === 'kept' || answer.what === 'held') settle(null);
        };
        this.#worker.postMessage(job);
      });
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    }
  }

  end(): void {
    this.#worker.terminate();
  }
}

/**
 * Reads files in workers, one at a time in each. A file that kills its worker or takes too long fails alone, with its
 * reason, and another worker takes the next one. Rejects with the signal's reason, or where no worker can run.
 */
export async function readInPool(
  files: readonly FileToRead[],
  listener: PoolListener,
  { keeps, signal, limitMs = LIMIT_MS, workers, start = () => startWorker('reading') }: PoolOptions,
): Promise<void> {
  signal.throwIfAborted();
  const queue = files[Symbol.iterator]();
  const stopAll = new AbortController();
  signal.addEventListener('abort', () => stopAll.abort(signal.reason), { once: true });
  async function runLane(): Promise<void> {
    let lane: Lane | null = null;
    try {
      for (const file of { [Symbol.iterator]: () => queue }) {
        stopAll.signal.throwIfAborted();
        lane ??= new Lane(start);
        listener.begun(file.path);
        const end = await lane.read({ ...file, keeps }, listener, limitMs, stopAll.signal);
        if (end === null) continue;
        lane.end();
        lane = null;
        listener.held({ line: lineOf(file, end.id, end.trouble), report: null, source: file.file }, null);
      }
    } finally {
      lane?.end();
    }
  }
  const lanes = Math.min(files.length, workers ?? workersFor(navigator.hardwareConcurrency));
  try {
    await Promise.all(Array.from({ length: lanes }, runLane));
  } finally {
    stopAll.abort(new DOMException('reading has ended', 'AbortError'));
  }
}
