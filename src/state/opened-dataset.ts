import type { DatasetOrigin } from '../host/dataset-origin.ts';
import type { EngineProgress } from '../host/engine-worker.ts';
import type { FileProblem } from '../host/file-problem.ts';
import type { Database } from '../store/database.ts';
import { type DatasetFacts, datasetFactsQuery, layoutQuery } from '../store/dataset-facts.ts';
import { LAYOUT } from '../store/layout.ts';
import { ForeignDataset, OtherLayout } from './dataset-failure.ts';
import { PageNotLoaded } from './pages.ts';

/** A dataset that can be asked, with what it says about itself; its engine may still be starting. */
export interface OpenedDataset {
  /** Its name in the address. */
  readonly name: string;
  readonly database: Database;
  readonly facts: DatasetFacts;
  /** What of the reader's own files is not in it; empty for a dataset that is served. */
  readonly problems: readonly FileProblem[];
}

/** What is to be opened; `title` is the file's name. */
export interface DatasetToOpen {
  readonly name: string;
  readonly title: string;
  readonly origin: DatasetOrigin;
  readonly problems: readonly FileProblem[];
}

// The engine says so of a table or column that is not there.
const isAbsence = (error: unknown): boolean => error instanceof Error && /(catalog|binder) error/i.test(error.message);

async function readFacts(database: Database, title: string): Promise<DatasetFacts> {
  try {
    const [facts] = await database.ask(datasetFactsQuery());
    if (!facts) throw new ForeignDataset(`${title} says nothing about itself`);
    if (facts.layout !== LAYOUT) throw new OtherLayout(title, facts.layout, LAYOUT);
    return facts;
  } catch (cause) {
    if (!isAbsence(cause)) throw cause;
    // Another layout may say other things about itself, but always this.
    const [stated] = await database.ask(layoutQuery()).catch((error: unknown) => {
      throw isAbsence(error) ? new ForeignDataset(`${title} holds no reports`, { cause: error }) : error;
    });
    if (!stated || stated.layout === LAYOUT) throw new ForeignDataset(`${title} holds no reports`, { cause });
    throw new OtherLayout(title, stated.layout, LAYOUT);
  }
}

// The engine's code is fetched when it is needed, so that the page stands before it.
const loadEngine = () =>
  import('../host/duckdb-wasm.ts').catch((cause: unknown) => {
    throw new PageNotLoaded(`the engine's code could not be loaded: ${String(cause)}`, { cause });
  });

/** Opens a dataset in an engine of its own; rejects, and leaves nothing open, where it is none that this page knows. */
export async function openLive(
  { name, title, origin, problems }: DatasetToOpen,
  onProgress: (progress: EngineProgress) => void,
): Promise<OpenedDataset> {
  const { openDataset } = await loadEngine();
  const database = await openDataset(origin, { onProgress });
  try {
    return { name, database, facts: await readFacts(database, title), problems };
  } catch (error) {
    await database.close();
    throw error;
  }
}
