import { parentPort, Worker } from 'node:worker_threads';

/** What ended a thread over its job: it needs more memory than a thread has, or crashed. */
class ThreadDied extends Error {
  override readonly name = 'ThreadDied';
}

/** Memory that a thread may fill before it is ended. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly settle: (answer: Answer) => void;
  readonly fail: (reason: ThreadDied) => void;
}

/** Threads that each do one job at a time; a job that ends its thread fails alone, and another thread takes its place. */
export class Threads<Job, Answer> {
  readonly #waiting: Waiting<Job, Answer>[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting<Job, Answer>>();

  /** Threads of the program at this address, which answers through `answerJobs`; none is started before it has work. */
  constructor(
    readonly script: URL,
    readonly count: number,
    readonly limits: { readonly maxOldGenerationSizeMb: number } = LIMITS,
  ) {}

  /** Does a job; rejects with a ThreadDied where it ended its thread. */
  run(job: Job): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ job, settle, fail });
      this.#deal();
    });
  }

  /** Ends the threads, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #deal(): void {
    while (this.#waiting.length > 0 && this.#busy.size < this.count) {
      const worker = this.#idle.pop() ?? this.#start();
      const waiting = this.#waiting.shift()!;
      this.#busy.set(worker, waiting);
      worker.postMessage(waiting.job);
    }
  }

  #start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: this.limits });
    let reason = 'it ended the thread that read it';
    worker.on('message', (answer: Answer) => {
      const done = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      done?.settle(answer);
      this.#deal();
    });
    worker.on('error', (error) => {
      reason = isOutOfMemory(error)
        ? `it takes more than ${this.limits.maxOldGenerationSizeMb} MB of memory to read`
        : `it ended the thread that read it: ${error instanceof Error ? error.message : String(error)}`;
    });
    worker.on('exit', () => {
      const lost = this.#busy.get(worker);
      this.#busy.delete(worker);
      if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1);
      lost?.fail(new ThreadDied(reason));
      this.#deal();
    });
    return worker;
  }
}

/** Answers the jobs that this thread is given, one after the other; `work` never rejects. */
export function answerJobs(work: (job: never) => Promise<unknown>): void {
  parentPort?.on('message', (job) => void work(job as never).then((answer) => parentPort?.postMessage(answer)));
}
