import { datasetUrl, fetchDatasetIndex, type ServedDataset } from '../host/dataset-index.ts';
import type { EngineProgress } from '../host/engine-worker.ts';
import type { Database } from '../store/database.ts';
import { type DatasetFacts, datasetFactsQuery } from '../store/dataset-facts.ts';

/** An attached dataset with what it says about itself. */
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

/** The datasets of this origin and the one that is open; a failed opening leaves the one before in place. */
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

  /** Opens the dataset of this name, or the first one; resolves when it is open, failed or was overtaken. */
  async open(name: string | null): Promise<void> {
    const turn = ++this.#latest;
    const isLatest = () => turn === this.#latest;
    this.#failure = null;
    this.#opening = { name: name ?? FIRST, progress: null };
    try {
      if (this.#datasets.length === 0) this.#datasets = await fetchDatasetIndex();
      const served = this.#choose(name);
      const opened = await openServed(served, (progress) => {
        if (isLatest()) this.#opening = { name: served.name, progress };
      });
      if (!isLatest()) {
        await opened.database.close();
        return;
      }
      const before = this.#opened;
      this.#opened = opened;
      await before?.database.close();
    } catch (error) {
      if (isLatest()) this.#failure = error;
    } finally {
      if (isLatest()) this.#opening = null;
    }
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
