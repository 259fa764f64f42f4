import { READING_VERSION } from 'virtual:reading-version';
import type { CollectionChange } from '../host/collection-channel.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { FileToRead } from '../host/file-to-read.ts';
import { type GivenFile, placed } from '../host/given-files.ts';
import type { KeptList } from '../host/kept-list.ts';
import type { KeptIdentity, KeptReport, OpenedReport } from '../host/kept-report.ts';
import type { ReadingProgress } from '../host/list-reading.ts';
import type { Unkept } from '../host/unkept.ts';
import type { ColumnMapping } from '../read/column-mapping.ts';
import { pairFiles } from '../read/file-names.ts';
import { CollectionContent } from './collection-content.ts';
import { readInto } from './collection-reading.ts';
import type { OwnDataset } from './own-files.ts';
import { timeNow } from './report-index.ts';
import { countReadBefore, sourcesReadBefore } from './reading-anew.ts';
import { type ReadingRun, RunGauge } from './reading-run.ts';

/** How often the page is told how reading goes. */
const TOLD_EVERY_MS = 200;

/** Why not everything is kept beyond this tab, and how many reports and lists that are. */
export interface UnkeptReports extends Unkept {
  readonly count: number;
}

/** The reader's own reports: read in workers, kept by the browser, corrected by hand. */
export class Collection {
  readonly #content: CollectionContent;
  #reports: readonly KeptReport[] = $state.raw([]);
  #lists: readonly KeptList[] = $state.raw([]);
  #problems: readonly FileProblem[] = $state.raw([]);
  #run: ReadingRun | null = $state.raw(null);
  #failure: unknown = $state.raw(null);
  #unkept: UnkeptReports | null = $state.raw(null);
  #version = $state(0);
  #followed = $state(0);
  #reading = new AbortController();
  #turn: Promise<void> = Promise.resolve();
  #gauge: RunGauge | null = null;
  #isReadingAnew = false;
  #heard: Promise<void> = Promise.resolve();

  private constructor(content: CollectionContent) {
    this.#content = content;
    content.store.hear((change) => this.#hear(change));
    // A page that the browser has laid by and takes out again was told of nothing meanwhile.
    globalThis.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#catchUp(() => content.load());
    });
    this.#tell();
  }

  /** Opens what the browser has kept of earlier visits; what other readers have read is read anew behind it. */
  static async open(): Promise<Collection> {
    const collection = new Collection(await CollectionContent.open());
    void collection.#readAnew();
    return collection;
  }

  /** In the order in which they were given. */
  get reports(): readonly KeptReport[] {
    return this.#reports;
  }

  /** Lists of figures and registries, in the order in which they were given. */
  get lists(): readonly KeptList[] {
    return this.#lists;
  }

  /** What of the files given last was not taken, and why: repeats, sidecars that cannot be used. */
  get problems(): readonly FileProblem[] {
    return this.#problems;
  }

  /** Null while nothing is being read. */
  get run(): ReadingRun | null {
    return this.#run;
  }

  /** Why reading failed as a whole; null where it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Why the browser keeps nothing, or not everything, beyond this tab; null where it keeps all. */
  get unkept(): UnkeptReports | null {
    return this.#unkept;
  }

  /** It grows with every change that a dataset made of the collection has to follow. */
  get version(): number {
    return this.#version;
  }

  /** Whether it has changed since a dataset was last made of it. */
  get isAhead(): boolean {
    return this.#version !== this.#followed;
  }

  /** Resolves when nothing is being read any more. */
  idle(): Promise<void> {
    return this.#turn;
  }

  /** Whether nothing is in it. */
  get isEmpty(): boolean {
    return this.#reports.length === 0 && this.#lists.length === 0;
  }

  /** Whether any report says whose it is and of which year, so that a dataset can be made. */
  get hasFilings(): boolean {
    return this.#reports.some(
      ({ body, year, cells, gaps, corrections }) => body !== null && year !== null && cells + gaps + corrections > 0,
    );
  }

  /** One dataset of everything, made when nothing is being read any more; rejects with `NothingRead` where there is no report. */
  async dataset(onProgress: (progress: ReadingProgress) => void, signal: AbortSignal): Promise<OwnDataset> {
    await this.#turn;
    signal.throwIfAborted();
    this.#followed = this.#version;
    return this.#content.dataset(onProgress, signal);
  }

  /** Reads files and takes them in, behind what is already being read; resolves when they are read or reading was cancelled. */
  add(files: readonly GivenFile[]): Promise<void> {
    this.#problems = [];
    const first = this.#content.nextPlace();
    const pairs = pairFiles(files.map(placed), ({ path }) => path);
    return this.#read(
      pairs.map(({ item: { file, path }, sidecar }, index): FileToRead => {
        return { file, path, place: first + index, sidecar: sidecar?.file ?? null, skip: 0 };
      }),
    );
  }

  /** Says what the columns of a list stand for, and reads it anew with that; resolves when it is read. */
  async mapList(file: string, mapping: ColumnMapping): Promise<void> {
    const list = this.#content.list(file);
    if (!list) return;
    // What the browser has no room for is in no database to be read again from.
    const again = !this.#content.store.holdsList(file);
    await this.#read([{ file: list.source, path: file, place: list.place, sidecar: null, skip: 0, mapping }], again);
  }

  /** Stops reading: what is read stays, the rest is not read. */
  cancel(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** A report whole; null where there is none of this id. */
  open(id: string): Promise<OpenedReport | null> {
    return this.#content.open(id);
  }

  /** Sets the figure of a cell beside the one that was read; null where the report has no such figure. */
  correct(id: string, cell: string, after: number | null): Promise<void> {
    return this.#change(this.#content.correct(id, cell, after, timeNow()));
  }

  /** Removes the correction of a cell: the figure as read counts again. */
  takeBack(id: string, cell: string): Promise<void> {
    return this.#change(this.#content.takeBack(id, cell));
  }

  /** Says whose report it is and of which year, before what the document says itself. */
  identify(id: string, identity: KeptIdentity): Promise<void> {
    return this.#change(this.#content.identify(id, identity));
  }

  /** The other readings of the same body and year, the oldest first. */
  versionsOf(id: string): readonly KeptReport[] {
    return this.#content.versionsOf(id);
  }

  /** Everything as one ZIP, which this page opens again and `nianbao build` takes. */
  async save(): Promise<Blob> {
    const { saveCollection } = await import('./collection-saving.ts');
    return saveCollection(this.#content);
  }

  /**
   * The dataset of everything as a file like those of `nianbao build`, made when nothing is being read any more; rejects
   * with `NothingRead` where there is no report, or an `EngineFailure`.
   */
  async saveDataset(): Promise<Blob> {
    await this.#turn;
    const { steps } = await this.#content.build(() => undefined, new AbortController().signal);
    const { saveDataset } = await import('../host/dataset-saving.ts');
    return saveDataset(steps);
  }

  /** Lets a report go, its source and its corrections too. */
  remove(id: string): Promise<void> {
    return this.#change(this.#content.remove(id));
  }

  /** Lets a list of figures or a registry go. */
  removeList(file: string): Promise<void> {
    return this.#change(this.#content.removeList(file));
  }

  /** Lets everything go. */
  async clear(): Promise<void> {
    this.cancel();
    await this.#turn;
    this.#problems = [];
    await this.#change(this.#content.clear());
  }

  async #change(work: Promise<void>): Promise<void> {
    try {
      await work;
    } finally {
      this.#version += 1;
      this.#tell();
    }
  }

  #tell(): void {
    const { store } = this.#content;
    this.#reports = this.#content.reports();
    this.#lists = this.#content.lists();
    this.#unkept = store.unkept && { ...store.unkept, count: store.heldCount };
    store.tellOthers();
  }

  /** Follows what another tab has changed. What it has removed is not read any further here. */
  #hear(change: CollectionChange): void {
    if (change.what === 'changed') return this.#catchUp(() => this.#content.refresh(change.ids, change.lists));
    this.cancel();
    this.#catchUp(async () => {
      await this.#turn;
      await this.#content.load();
    });
  }

  #catchUp(work: () => Promise<void>): void {
    this.#heard = this.#change(this.#heard.then(work)).catch((error: unknown) => {
      this.#failure = error;
    });
  }

  #read(asked: readonly FileToRead[], again = false): Promise<void> {
    this.#expect(asked.length, again);
    return this.#readExpected(asked, again);
  }

  #expect(files: number, again: boolean): void {
    this.#gauge ??= new RunGauge(0, performance.now(), again);
    this.#gauge.expect(files);
    this.#run = this.#gauge.at(performance.now());
  }

  #readExpected(asked: readonly FileToRead[], again: boolean): Promise<void> {
    const { signal } = this.#reading;
    const gauge = this.#gauge!;
    const work = this.#turn.then(() => (signal.aborted ? undefined : this.#readAll(asked, gauge, signal, again)));
    const turn = this.#change(work).then(() => {
      if (this.#turn === turn && !this.#isReadingAnew) this.#gauge = this.#run = null;
    });
    return (this.#turn = turn);
  }

  async #readAll(asked: readonly FileToRead[], gauge: RunGauge, signal: AbortSignal, again: boolean): Promise<void> {
    const telling = setInterval(() => {
      this.#run = gauge.at(performance.now());
      this.#tell();
    }, TOLD_EVERY_MS);
    this.#failure = null;
    const { problems, failure } = await readInto(this.#content, asked, { gauge, signal, again });
    clearInterval(telling);
    this.#failure ??= failure;
    this.#problems = [...this.#problems, ...problems];
  }

  /** Reads the kept sources anew that other readers have read; what a person said of them stays. */
  async #readAnew(): Promise<void> {
    const files = countReadBefore(this.#content, READING_VERSION);
    if (files === 0) return;
    const { signal } = this.#reading;
    this.#isReadingAnew = true;
    this.#expect(files, true);
    try {
      for await (const some of sourcesReadBefore(this.#content, READING_VERSION)) {
        await this.#readExpected(some, true);
        if (signal.aborted) break;
      }
    } catch (error) {
      this.#failure = error;
    }
    this.#isReadingAnew = false;
    await this.#readExpected([], true);
  }
}
