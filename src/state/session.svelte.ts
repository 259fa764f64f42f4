import { datasetUrl, fetchDatasetIndex, fetchSnapshot, type ServedDataset } from '../host/dataset-index.ts';
import type { EngineProgress } from '../host/engine-worker.ts';
import { nextPaint } from '../host/frames.ts';
import type { ReadingProgress } from '../host/list-reading.ts';
import { type DatasetFacts, datasetFactsQuery } from '../store/dataset-facts.ts';
import { LAYOUT } from '../store/layout.ts';
import { answerFrom, type Snapshot, SnapshotDatabase } from '../store/snapshot.ts';
import { MissingFile, UnknownDataset } from './dataset-failure.ts';
import { type DatasetToOpen, type OpenedDataset, openLive } from './opened-dataset.ts';
import type { OwnDataset } from './own-files.ts';
import { COLLECTION_NAME, isOwnName, ownName, ownTitle, titleOf } from '../host/own-name.ts';
import type { OwnReports } from './own-reports.svelte.ts';

/** How far opening has come: lists are being read, or the engine starts and attaches. */
export type OpeningProgress = EngineProgress | ({ readonly stage: 'read' } & ReadingProgress);

/** A dataset that is being opened, and how far that has come. */
export interface Opening {
  readonly name: string;
  readonly progress: OpeningProgress | null;
}

/** The dataset that opens first where it is served. */
const FIRST = 'demonstration';

/** What an opening may do to the session while no later one has overtaken it. */
interface Turn {
  readonly signal: AbortSignal;
  readonly heard: (name: string, progress: OpeningProgress | null) => void;
}

/**
 * The datasets of this origin, those of the reader's own files, and the one that is shown: from its snapshot as soon as
 * that is there, live once the engine runs. A failed opening leaves what is shown in place.
 */
export class Session {
  readonly #reports: OwnReports;
  #datasets: readonly ServedDataset[] = $state.raw([]);
  #own: readonly OwnDataset[] = $state.raw([]);
  #opened: OpenedDataset | null = $state.raw(null);
  #opening: Opening | null = $state.raw(null);
  #failure: unknown = $state.raw(null);
  #latest = new AbortController();
  #again: () => Promise<void> = () => Promise.resolve();

  constructor(reports: OwnReports) {
    this.#reports = reports;
  }

  get datasets(): readonly ServedDataset[] {
    return this.#datasets;
  }

  /** Names of the datasets that the reader's own files have become, kept while the tab lives. */
  get ownNames(): readonly string[] {
    const { collection } = this.#reports;
    const names = this.#own.map(({ name }) => name);
    return collection === null || collection.isEmpty ? names : [...names, COLLECTION_NAME];
  }

  get opened(): OpenedDataset | null {
    return this.#opened;
  }

  get opening(): Opening | null {
    return this.#opening;
  }

  /** Why the last opening failed; null where it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Opens the dataset of this name, or the first one; resolves when it is live, failed or was overtaken. */
  open(name: string | null): Promise<void> {
    const isThere = name !== null && isOwnName(name) && this.#opened?.name === name;
    return this.#attempt(name ?? FIRST, async (turn) => {
      if (isThere) return;
      if (name === COLLECTION_NAME) await this.#openCollection(turn);
      else if (name !== null && isOwnName(name)) await this.#openOwn(name, turn);
      else await this.#openServed(name, turn);
    });
  }

  /**
   * Opens files of the reader's own as one dataset; `onOpened` is told its name in the moment it is shown. What was
   * shown before stays where no file could be read.
   */
  openFiles(files: readonly File[], onOpened: (name: string) => void): Promise<void> {
    const own = ownName(titleOf(files.map(({ name }) => name)));
    return this.#attempt(own, async (turn) => {
      const { takeOwnFiles } = await import('./own-files.ts');
      const heard = (progress: ReadingProgress) => turn.heard(own, { stage: 'read', ...progress });
      const taken = await takeOwnFiles(files, heard, turn.signal);
      const live = await this.#openLive({ ...taken, title: ownTitle(taken.name) }, turn);
      if (!live) return;
      this.#own = [...this.#own.filter(({ name }) => name !== taken.name), taken];
      this.#show(live);
      onOpened(taken.name);
    });
  }

  /** Makes the dataset of the reader's own reports anew after a change of them; the old one stays until it is there. */
  renewCollection(): Promise<void> {
    return this.#attempt(COLLECTION_NAME, (turn) => this.#openCollection(turn));
  }

  /** Tries the last opening again. */
  retry(): Promise<void> {
    return this.#again();
  }

  /** Gives up the opening under way, or the word that the last one failed; what is shown stays. */
  dismiss(): void {
    this.#latest.abort();
    this.#opening = null;
    this.#failure = null;
  }

  async #attempt(name: string, work: (turn: Turn) => Promise<void>): Promise<void> {
    this.dismiss();
    const { signal } = (this.#latest = new AbortController());
    this.#again = () => this.#attempt(name, work);
    const heard: Turn['heard'] = (opening, progress) => {
      if (!signal.aborted) this.#opening = { name: opening, progress };
    };
    heard(name, null);
    try {
      await work({ signal, heard });
    } catch (error) {
      if (!signal.aborted) this.#failure = error;
    } finally {
      if (!signal.aborted) this.#opening = null;
    }
  }

  async #openOwn(name: string, turn: Turn): Promise<void> {
    const own = this.#own.find((known) => known.name === name);
    if (!own) {
      await this.#fetchDatasets();
      throw new MissingFile(name);
    }
    const live = await this.#openLive({ ...own, title: ownTitle(name) }, turn);
    if (live) this.#show(live);
  }

  async #openCollection(turn: Turn): Promise<void> {
    const collection = await this.#reports.open();
    // Another dataset can be chosen meanwhile; that none can be listed is no reason not to open one's own.
    await this.#fetchDatasets().catch(() => undefined);
    if (collection.isEmpty && collection.run === null) throw new MissingFile(COLLECTION_NAME);
    const heard = (progress: ReadingProgress) => turn.heard(COLLECTION_NAME, { stage: 'read', ...progress });
    const made = await collection.dataset(heard, turn.signal);
    const live = await this.#openLive({ ...made, title: ownTitle(made.name) }, turn);
    if (live) this.#show(live);
  }

  async #openServed(name: string | null, turn: Turn): Promise<void> {
    await this.#fetchDatasets();
    const served = this.#choose(name);
    turn.heard(served.name, null);
    const dataset = { name: served.name, title: served.file, origin: { url: datasetUrl(served) }, problems: [] };
    const preview = await previewOf(served);
    if (turn.signal.aborted) return;
    if (preview) return this.#showPreview(preview, () => openLive(dataset, (step) => turn.heard(served.name, step)));
    const live = await this.#openLive(dataset, turn);
    if (live) this.#show(live);
  }

  /** The dataset, live; null, and closed again, where the opening has been overtaken. */
  async #openLive(dataset: DatasetToOpen, { heard, signal }: Turn): Promise<OpenedDataset | null> {
    const live = await openLive(dataset, (progress) => heard(dataset.name, progress));
    if (!signal.aborted) return live;
    await live.database.close();
    return null;
  }

  /** Shows a snapshot, and once that is painted starts the engine behind it. */
  async #showPreview({ name, facts, snapshot }: Preview, start: () => Promise<OpenedDataset>): Promise<void> {
    const live = nextPaint().then(start);
    // Nobody may be waiting for the engine, and then its failure is told by the opening alone.
    const engine = live.then((opened) => (isSame(opened.facts, facts) ? opened.database : never));
    engine.catch(() => undefined);
    const opened = { name, facts, problems: [], database: new SnapshotDatabase(snapshot, engine) };
    this.#show(opened);
    const now = await live;
    if (isSame(now.facts, facts)) return;
    // The file was exchanged after its snapshot was made: nothing of the old one may stand beside the new.
    if (this.#opened === opened) this.#opened = now;
    else await now.database.close();
  }

  #show(opened: OpenedDataset): void {
    const before = this.#opened;
    this.#opened = opened;
    void before?.database.close();
  }

  async #fetchDatasets(): Promise<void> {
    if (this.#datasets.length === 0) this.#datasets = await fetchDatasetIndex();
  }

  #choose(name: string | null): ServedDataset {
    const wanted = this.#datasets.find((dataset) => dataset.name === (name ?? FIRST));
    const served = wanted ?? (name === null ? this.#datasets[0] : undefined);
    if (!served) throw new UnknownDataset(name);
    return served;
  }
}

/** A dataset as its snapshot shows it. */
interface Preview {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly facts: DatasetFacts;
}

const never = new Promise<never>(() => undefined);
const isSame = (one: DatasetFacts, other: DatasetFacts): boolean => one.fingerprint === other.fingerprint;

async function previewOf(served: ServedDataset): Promise<Preview | null> {
  const snapshot = await fetchSnapshot(served);
  const facts = snapshot && answerFrom(snapshot, datasetFactsQuery())?.[0];
  return snapshot && facts?.layout === LAYOUT ? { name: served.name, snapshot, facts } : null;
}
