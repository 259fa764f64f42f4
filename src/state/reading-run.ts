/** How far reading files has come, and how long it will still take as far as that can be said. */
export interface ReadingRun {
  readonly done: number;
  readonly total: number;
  /** Path of the file that was begun last. */
  readonly file: string;
  /** Files a second, over the last seconds. */
  readonly perSecond: number;
  /** Null while too little was read to say. */
  readonly leftMs: number | null;
  /** Whether it began with sources that earlier readers had read. */
  readonly again: boolean;
}

const WINDOW_MS = 10_000;
const LEAST_MS = 1_500;
const LEAST_DONE = 4;
const MS_PER_SECOND = 1_000;

interface Mark {
  readonly at: number;
  readonly done: number;
}

/** Counts the files of a run and tells its pace from the last seconds alone: what was fast once says little of what is left. */
export class RunGauge {
  #total: number;
  #done = 0;
  #file = '';
  #marks: Mark[];
  readonly #start: number;

  constructor(
    total: number,
    now: number,
    readonly again = false,
  ) {
    this.#total = total;
    this.#start = now;
    this.#marks = [{ at: now, done: 0 }];
  }

  begin(file: string): void {
    this.#file = file;
  }

  /** More files have come to light, inside of one that was given or given beside it. */
  expect(more: number): void {
    this.#total += more;
  }

  finish(): void {
    this.#done += 1;
  }

  /** The run as it stands at this moment (ms, of any clock that only goes forward). */
  at(now: number): ReadingRun {
    this.#marks = this.#marks.filter(({ at }, index) => now - at <= WINDOW_MS || index === this.#marks.length - 1);
    const [first] = this.#marks;
    this.#marks.push({ at: now, done: this.#done });
    const elapsedMs = now - first!.at;
    const perMs = elapsedMs > 0 ? (this.#done - first!.done) / elapsedMs : 0;
    const isKnown = now - this.#start >= LEAST_MS && this.#done >= LEAST_DONE && perMs > 0;
    return {
      done: this.#done,
      total: this.#total,
      file: this.#file,
      perSecond: perMs * MS_PER_SECOND,
      leftMs: isKnown ? (this.#total - this.#done) / perMs : null,
      again: this.again,
    };
  }
}
