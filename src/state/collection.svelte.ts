import { CollectionStore } from '../host/collection-store.ts';
import type { Correction, KeptIdentity, KeptReport, OpenedReport } from '../host/kept-report.ts';
import { type PoolListener, readInPool } from '../host/reading-pool.ts';
import { type ReadingRun, RunGauge } from './reading-run.ts';
import { ReportIndex, timeNow } from './report-index.ts';

/** A file under a path of its own, where the file itself does not know it (dropped with its folder). */
export interface PlacedFile {
  readonly file: File;
  readonly path: string;
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** How often the page is told how reading goes. */
const TOLD_EVERY_MS = 200;

/** The reader's own reports: read in workers, kept by the browser, corrected by hand. */
export class Collection {
  readonly #store: CollectionStore;
  readonly #index = new ReportIndex();
  #reports: readonly KeptReport[] = $state.raw([]);
  #run: ReadingRun | null = $state.raw(null);
  #failure: unknown = $state.raw(null);
  #unkept: string | null = $state.raw(null);
  #reading = new AbortController();

  private constructor(store: CollectionStore) {
    this.#store = store;
    this.#unkept = store.unkept;
  }

  /** Opens what the browser has kept of earlier visits. */
  static async open(): Promise<Collection> {
    const collection = new Collection(await CollectionStore.open());
    await collection.#recall();
    return collection;
  }

  /** In the order in which they were given. */
  get reports(): readonly KeptReport[] {
    return this.#reports;
  }

  /** Null while nothing is being read. */
  get run(): ReadingRun | null {
    return this.#run;
  }

  /** Why reading or keeping failed as a whole; null where it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Why the browser keeps nothing, or not everything, beyond this tab; null where it keeps all. */
  get unkept(): string | null {
    return this.#unkept;
  }

  /** Reads files and takes them into the list; resolves when the last one is read or reading was cancelled. */
  async add(files: readonly (File | PlacedFile)[]): Promise<void> {
    this.cancel();
    const { signal } = (this.#reading = new AbortController());
    const first = this.#index.nextPlace();
    const asked = files.map((given, index) => {
      const { file, path } = given instanceof File ? { file: given, path: pathOf(given) } : given;
      return { file, path, place: first + index };
    });
    const gauge = new RunGauge(asked.length, performance.now());
    const tell = () => {
      this.#run = gauge.at(performance.now());
      this.#tell();
    };
    const telling = setInterval(tell, TOLD_EVERY_MS);
    this.#failure = null;
    tell();
    const keeping: Promise<void>[] = [];
    try {
      const listener: PoolListener = {
        begun: (path) => gauge.begin(path),
        kept: (line) => {
          gauge.finish();
          this.#index.take(line);
        },
        held: (read, unkept) => {
          gauge.finish();
          this.#index.take(read.line);
          if (unkept === null) keeping.push(this.#store.keep(read));
          else this.#store.hold(read, unkept);
        },
      };
      await readInPool(asked, listener, { keeps: this.#store.keeps, signal });
    } catch (error) {
      if (!signal.aborted) this.#failure = error;
    } finally {
      await Promise.all(keeping);
      clearInterval(telling);
      if (this.#reading.signal === signal) this.#run = null;
      this.#tell();
    }
  }

  /** Stops reading: what is read stays, the rest is not read. */
  cancel(): void {
    this.#reading.abort();
  }

  /** A report whole; null where there is none of this id. */
  async open(id: string): Promise<OpenedReport | null> {
    const [report, source] = await Promise.all([this.#store.report(id), this.#store.source(id)]);
    const kept = this.#index.get(id);
    if (kept === null) return null;
    return { kept, report, source, identity: this.#index.identityOf(id), corrections: this.#index.correctionsOf(id) };
  }

  /** Sets the figure of a cell beside the one that was read; null where the report has no such figure. */
  async correct(id: string, cell: string, after: number | null): Promise<void> {
    const report = await this.#store.report(id);
    const before = report?.cells.find((one) => one.id === cell)?.value ?? null;
    await this.#setCorrection(id, cell, [{ cell, before, after, madeAt: timeNow() }]);
  }

  /** Removes the correction of a cell: the figure as read counts again. */
  takeBack(id: string, cell: string): Promise<void> {
    return this.#setCorrection(id, cell, []);
  }

  /** Says whose report it is and of which year, before what the document says itself. */
  async identify(id: string, identity: KeptIdentity): Promise<void> {
    if (this.#index.get(id) === null) return;
    this.#index.identify(id, identity);
    await this.#store.setIdentity(id, identity);
    this.#tell();
  }

  /** The other readings of the same body and year, the oldest first. */
  versionsOf(id: string): readonly KeptReport[] {
    return this.#index.versionsOf(id);
  }

  /** Lets a report go, its source and its corrections too. */
  async remove(id: string): Promise<void> {
    this.#index.remove(id);
    this.#tell();
    await this.#store.remove(id);
  }

  /** Lets everything go. */
  async clear(): Promise<void> {
    this.cancel();
    this.#index.clear();
    this.#tell();
    await this.#store.clear();
  }

  async #setCorrection(id: string, cell: string, made: readonly Correction[]): Promise<void> {
    if (this.#index.get(id) === null) return;
    const corrections = [...this.#index.correctionsOf(id).filter((one) => one.cell !== cell), ...made];
    this.#index.setCorrections(id, corrections);
    await this.#store.setCorrections(id, corrections);
    this.#tell();
  }

  #tell(): void {
    this.#reports = this.#index.inOrder();
    this.#unkept = this.#store.unkept;
  }

  async #recall(): Promise<void> {
    const { lines, corrections, identities } = await this.#store.overview();
    for (const line of lines.values()) this.#index.take(line);
    for (const [id, said] of identities) this.#index.identify(id, said);
    for (const [id, made] of corrections) this.#index.setCorrections(id, made);
    this.#tell();
  }
}
