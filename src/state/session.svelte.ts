import { datasetUrl, fetchDatasetIndex, fetchSnapshot, type ServedDataset } from '../host/dataset-index.ts';
import type { EngineProgress } from '../host/engine-worker.ts';
import { nextPaint } from '../host/frames.ts';
import type { Database } from '../store/database.ts';
import { type DatasetFacts, datasetFactsQuery } from '../store/dataset-facts.ts';
import { answerFrom, type Snapshot, SnapshotDatabase } from '../store/snapshot.ts';

/** A dataset that can be asked, with what it says about itself; its engine may still be starting. */
export interface OpenedDataset {
  readonly served: ServedDataset;
  readonly database: Database;
  readonly facts: DatasetFacts;
}

/** A dataset that is being opened, and how far that has come. */
export interface Opening {
  readonly name: string;
  readonly progress: EngineProgress | null;
}

/** The dataset that opens first where it is served. */
const FIRST = 'demonstration';

/** The file opened, but it holds none of the tables that reports are kept in. */
export class ForeignDataset extends Error {
  override readonly name = 'ForeignDataset';
}

/**
 * The datasets of this origin and the one that is shown: from its snapshot as soon as that is there, live once the
 * engine runs. A failed opening leaves what is shown in place.
 */
export class Session {
  #datasets: readonly ServedDataset[] = $state.raw([]);
  #opened: OpenedDataset | null = $state.raw(null);
  #opening: Opening | null = $state.raw(null);
  #failure: unknown = $state.raw(null);
  #latest = 0;

  get datasets(): readonly ServedDataset[] {
    return this.#datasets;
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
  async open(name: string | null): Promise<void> {
    const turn = ++this.#latest;
    const isLatest = () => turn === this.#latest;
    const heard = (opening: Opening) => {
      if (isLatest()) this.#opening = opening;
    };
    this.#failure = null;
    this.#opening = { name: name ?? FIRST, progress: null };
    try {
      if (this.#datasets.length === 0) this.#datasets = await fetchDatasetIndex();
      const served = this.#choose(name);
      heard({ name: served.name, progress: null });
      const start = () => openServed(served, (progress) => heard({ name: served.name, progress }));
      const preview = await previewOf(served);
      if (!isLatest()) return;
      if (preview) await this.#showPreview(preview, start);
      else {
        const live = await start();
        if (isLatest()) this.#show(live);
        else await live.database.close();
      }
    } catch (error) {
      if (isLatest()) this.#failure = error;
    } finally {
      if (isLatest()) this.#opening = null;
    }
  }

  /** Shows a snapshot, and once that is painted starts the engine behind it. */
  async #showPreview(preview: Preview, start: () => Promise<OpenedDataset>): Promise<void> {
    const { served, facts, snapshot } = preview;
    const live = nextPaint().then(start);
    // Nobody may be waiting for the engine, and then its failure is told by the opening alone.
    const engine = live.then((opened) => (isSame(opened.facts, facts) ? opened.database : never));
    engine.catch(() => undefined);
    const opened = { served, facts, database: new SnapshotDatabase(snapshot, engine) };
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

  #choose(name: string | null): ServedDataset {
    const wanted = this.#datasets.find((dataset) => dataset.name === (name ?? FIRST));
    const served = wanted ?? (name === null ? this.#datasets[0] : undefined);
    if (!served) throw new UnknownDataset(name);
    return served;
  }
}

/** No dataset of this name is served here; null where there is none at all. */
export class UnknownDataset extends Error {
  override readonly name = 'UnknownDataset';
  constructor(readonly dataset: string | null) {
    super(dataset === null ? 'no dataset is served here' : `no dataset is served here under the name ${dataset}`);
  }
}

/** A dataset as its snapshot shows it. */
interface Preview {
  readonly served: ServedDataset;
  readonly snapshot: Snapshot;
  readonly facts: DatasetFacts;
}

const never = new Promise<never>(() => undefined);
const isSame = (one: DatasetFacts, other: DatasetFacts): boolean => one.fingerprint === other.fingerprint;

async function previewOf(served: ServedDataset): Promise<Preview | null> {
  const snapshot = await fetchSnapshot(served);
  const facts = snapshot && answerFrom(snapshot, datasetFactsQuery())?.[0];
  return facts ? { served, snapshot, facts } : null;
}

async function openServed(
  served: ServedDataset,
  onProgress: (progress: EngineProgress) => void,
): Promise<OpenedDataset> {
  // The engine's code is fetched when it is needed, so that the page stands before it.
  const { openDataset } = await import('../host/duckdb-wasm.ts');
  const database = await openDataset({ url: datasetUrl(served) }, { onProgress });
  try {
    const [facts] = await database.ask(datasetFactsQuery());
    if (!facts) throw new ForeignDataset(`${served.file} says nothing about itself`);
    return { served, database, facts };
  } catch (cause) {
    await database.close();
    if (cause instanceof Error && /catalog error/i.test(cause.message)) {
      throw new ForeignDataset(`${served.file} holds no reports`, { cause });
    }
    throw cause;
  }
}
