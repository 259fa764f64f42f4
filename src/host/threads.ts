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

/** What a thread has been given: the job it does, and the one it does next without waiting to be asked. */
interface Hand<Job, Answer> {
  readonly jobs: Waiting<Job, Answer>[];
  /** Ends the thread over the job it does. */
  late: ReturnType<typeof setTimeout> | undefined;
}

const MOST_IN_HAND = 2;

/** Threads that each do one job at a time; a job that ends its thread fails alone, and another thread takes its place. */
export class Threads<Job, Answer> {
  readonly #waiting: Waiting<Job, Answer>[] = [];
  readonly #hands = new Map<Worker, Hand<Job, Answer>>();

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
    const workers = [...this.#hands.keys()];
    for (const { late } of this.#hands.values()) clearTimeout(late);
    this.#hands.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  /** The thread with the least in hand, a new one while there may be more; null where every hand is full. */
  #next(): Worker | null {
    const [least] = [...this.#hands].sort(([, left], [, right]) => left.jobs.length - right.jobs.length);
    if (least && least[1].jobs.length === 0) return least[0];
    if (this.#hands.size < this.count) return this.#start();
    return least && least[1].jobs.length < MOST_IN_HAND ? least[0] : null;
  }

  #deal(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#next();
      if (!worker) return;
      const { jobs } = this.#hands.get(worker)!;
      const waiting = this.#waiting.shift()!;
      jobs.push(waiting);
      if (jobs.length === 1) this.#time(worker);
      worker.postMessage(waiting.job);
    }
  }

  /** Gives the job that a thread begins its time. */
  #time(worker: Worker): void {
    const hand = this.#hands.get(worker)!;
    hand.late = setTimeout(() => {
      this.#lose(worker, { what: 'hung', seconds: this.limits.seconds });
      void worker.terminate();
    }, this.limits.seconds * MS_PER_SECOND);
  }

  #start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    this.#hands.set(worker, { jobs: [], late: undefined });
    let trouble: ReadTrouble = { what: 'died', reason: 'the thread that read it ended' };
    worker.on('message', (answer: Answer) => {
      const hand = this.#hands.get(worker);
      // What was given up may still have answered on its way out.
      if (!hand) return;
      clearTimeout(hand.late);
      const done = hand.jobs.shift();
      if (hand.jobs.length > 0) this.#time(worker);
      done?.settle(answer);
      this.#deal();
    });
    worker.on('error', (error) => {
      trouble = isOutOfMemory(error)
        ? { what: 'exhausts', limit: this.limits.megabytes * MEGABYTE }
        : { what: 'died', reason: error instanceof Error ? error.message : String(error) };
    });
    worker.on('exit', () => this.#lose(worker, trouble));
    return worker;
  }

  /** Takes a thread that ended for good: the job it did fails, the one it had next is dealt again. */
  #lose(worker: Worker, trouble: ReadTrouble): void {
    const hand = this.#hands.get(worker);
    if (!hand) return;
    clearTimeout(hand.late);
    this.#hands.delete(worker);
    const [lost, ...untouched] = hand.jobs;
    this.#waiting.unshift(...untouched);
    lost?.fail(new ReadFailure(trouble));
    this.#deal();
  }
}

/** Answers the jobs that this thread is given, one after the other in their order; `work` never rejects. */
export function answerJobs(work: (job: never) => Promise<unknown>): void {
  let last = Promise.resolve();
  parentPort?.on('message', (job) => {
    last = last.then(async () => parentPort?.postMessage(await work(job as never)));
  });
}
