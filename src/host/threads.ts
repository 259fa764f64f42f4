import { parentPort, Worker } from 'node:worker_threads';
import { ReadFailure, type ReadTrouble } from '../read/failure.ts';

/** What a job may take before its thread is ended. */
export interface ThreadLimits {
  readonly megabytes: number;
  readonly seconds: number;
}

/** As long as in the page: longer than the readers' own limits, whose words say more. */
const LIMITS: ThreadLimits = { megabytes: 1024, seconds: 150 };
const MEGABYTE = 1e6;
const MS_PER_SECOND = 1_000;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly settle: (answer: Answer) => void;
  readonly fail: (reason: ReadFailure) => void;
}

interface Busy<Job, Answer> extends Waiting<Job, Answer> {
  readonly late: ReturnType<typeof setTimeout>;
}

/** Threads that each do one job at a time; a job that ends its thread fails alone, and another thread takes its place. */
export class Threads<Job, Answer> {
  readonly #waiting: Waiting<Job, Answer>[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Busy<Job, Answer>>();

  /** Threads of the program at this address, which answers through `answerJobs`; none is started before it has work. */
  constructor(
    readonly script: URL,
    readonly count: number,
    readonly limits: ThreadLimits = LIMITS,
  ) {}

  /** Does a job; rejects with a ReadFailure where it ended its thread, or took so long that the thread was ended. */
  run(job: Job): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ job, settle, fail });
      this.#deal();
    });
  }

  /** Ends the threads, whatever they are doing. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    for (const { late } of this.#busy.values()) clearTimeout(late);
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #deal(): void {
    while (this.#waiting.length > 0 && this.#busy.size < this.count) {
      const worker = this.#idle.pop() ?? this.#start();
      const waiting = this.#waiting.shift()!;
      const late = setTimeout(() => {
        this.#lose(worker, { what: 'hung', seconds: this.limits.seconds });
        void worker.terminate();
      }, this.limits.seconds * MS_PER_SECOND);
      this.#busy.set(worker, { ...waiting, late });
      worker.postMessage(waiting.job);
    }
  }

  #start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    let trouble: ReadTrouble = { what: 'died', reason: 'the thread that read it ended' };
    worker.on('message', (answer: Answer) => {
      const done = this.#release(worker);
      // What was given up may still have answered on its way out.
      if (!done) return;
      this.#idle.push(worker);
      done.settle(answer);
      this.#deal();
    });
    worker.on('error', (error) => {
      trouble = isOutOfMemory(error)
        ? { what: 'exhausts', limit: this.limits.megabytes * MEGABYTE }
        : { what: 'died', reason: error instanceof Error ? error.message : String(error) };
    });
    worker.on('exit', () => {
      if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1);
      this.#lose(worker, trouble);
    });
    return worker;
  }

  #release(worker: Worker): Busy<Job, Answer> | undefined {
    const done = this.#busy.get(worker);
    clearTimeout(done?.late);
    this.#busy.delete(worker);
    return done;
  }

  #lose(worker: Worker, trouble: ReadTrouble): void {
    this.#release(worker)?.fail(new ReadFailure(trouble));
    this.#deal();
  }
}

/** Answers the jobs that this thread is given, one after the other; `work` never rejects. */
export function answerJobs(work: (job: never) => Promise<unknown>): void {
  parentPort?.on('message', (job) => void work(job as never).then((answer) => parentPort?.postMessage(answer)));
}
