import type { ColumnMapping } from '../read/column-mapping.ts';
import type { Keeping, ReadFile } from './collection-database.ts';
import { EngineFailure } from './engine-failure.ts';
import { type FileToRead, hashOfUnread, lineOf } from './file-to-read.ts';
import type { KeptTrouble } from './kept-report.ts';
import type { ReadingAnswer, ReadingJob } from './reading-worker.ts';
import { startWorker } from './trusted-worker.ts';

/** What is heard of files while they are read. */
export type PoolAnswer = Exclude<ReadingAnswer, { what: 'ready' | 'named' | 'done' }>;

/** Who is told of files while they are read. */
export type PoolListener = (answer: PoolAnswer) => void;

/** How a pool reads: on which terms the browser keeps what is read (null: it keeps nothing), what is known of lists, for how long a file may take, and how many at once. */
export interface PoolOptions {
  readonly keeping: Keeping | null;
  readonly signal: AbortSignal;
  /** What was said of the columns of lists before, by their headers. */
  readonly mappings?: ReadonlyMap<string, ColumnMapping>;
  readonly limitMs?: number;
  readonly workers?: number;
  readonly start?: () => Worker;
}

/** Longer than the readers' own limits, whose words say more. */
const LIMIT_MS = 150_000;
const MOST_WORKERS = 4;
const MS_PER_SECOND = 1_000;
const NOT_BEGUN = -1;

/** As many files are read at once as the machine has cores beside the page's own, at least one and at most four. */
export const workersFor = (cores: number): number => Math.max(1, Math.min(MOST_WORKERS, cores - 1));

/** What ended a worker: over which file, and the how manieth of an archive it was. */
interface LaneEnd {
  readonly read: ReadFile;
  readonly number: number;
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
    let late: ReturnType<typeof setTimeout> | undefined;
    let stop = () => {};
    try {
      return await new Promise<LaneEnd | null>((settle, fail) => {
        let [path, number] = [job.path, NOT_BEGUN];
        let id = hashOfUnread(path, job.file);
        const end = (trouble: KeptTrouble) =>
          settle({
            number,
            read: { line: lineOf({ ...job, path }, id, trouble), report: null, source: number < 0 ? job.file : null },
          });
        const wait = () => {
          clearTimeout(late);
          late = setTimeout(() => end({ what: 'hung', seconds: limitMs / MS_PER_SECOND }), limitMs);
        };
        wait();
        stop = () => fail(signal.reason as Error);
        signal.addEventListener('abort', stop);
        this.#died = (reason) => {
          if (this.#isReady) end({ what: 'died', reason });
          else fail(new EngineFailure('reading', `the worker that reads documents did not start: ${reason}`));
        };
        this.#heard = (answer) => {
          wait();
          if (answer.what === 'done') return settle(null);
          if (answer.what === 'ready') return;
          if (answer.what === 'named') id = answer.id;
          else listener(answer);
          if (answer.what === 'begun')
            [path, number, id] = [answer.path, answer.number, hashOfUnread(answer.path, job.file)];
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
 * reason, and another worker goes on behind it, in the middle of an archive too. Rejects with the signal's reason, or
 * where no worker can run.
 */
export async function readInPool(
  files: Iterable<FileToRead>,
  listener: PoolListener,
  {
    keeping,
    signal,
    mappings = new Map(),
    limitMs = LIMIT_MS,
    workers,
    start = () => startWorker('reading'),
  }: PoolOptions,
): Promise<void> {
  signal.throwIfAborted();
  const queue = files[Symbol.iterator]();
  const stopAll = new AbortController();
  const stop = () => stopAll.abort(signal.reason);
  signal.addEventListener('abort', stop);
  async function runLane(): Promise<void> {
    let lane: Lane | null = null;
    try {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        let file: FileToRead | null = next.value;
        listener({ what: 'begun', path: file.path, number: NOT_BEGUN });
        while (file !== null) {
          stopAll.signal.throwIfAborted();
          lane ??= new Lane(start);
          const end: LaneEnd | null = await lane.read(
            { ...file, keeping, mappings },
            listener,
            limitMs,
            stopAll.signal,
          );
          if (end !== null) {
            lane.end();
            lane = null;
            listener({ what: 'held', held: [{ read: end.read, beside: null }], unkept: null });
          }
          file = end !== null && end.number !== NOT_BEGUN ? { ...file, skip: end.number + 1 } : null;
        }
      }
    } finally {
      lane?.end();
    }
  }
  try {
    await Promise.all(Array.from({ length: workers ?? workersFor(navigator.hardwareConcurrency) }, runLane));
  } finally {
    signal.removeEventListener('abort', stop);
    stopAll.abort(new DOMException('reading has ended', 'AbortError'));
  }
}
