import { DatasetBuild, type RefusedFiling } from '../store/dataset-build.ts';
import type { Database } from '../store/database.ts';
import type { DatasetDescription } from '../store/dataset-row.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { NativeBuild } from './native-build.ts';

/** A dataset that is kept in memory, and the filings that could not be stored in it. */
export interface MemoryDataset {
  readonly database: Database;
  readonly refused: readonly RefusedFiling[];
}

/** Builds a dataset in memory from filings in any order; a filing that cannot be stored is listed and the rest go on. */
export async function buildInMemory(
  filings: Iterable<Filing> | AsyncIterable<Filing>,
  description: DatasetDescription,
  registry: Registry | null,
): Promise<MemoryDataset> {
  const engine = await NativeBuild.openInMemory();
  try {
    const build = await DatasetBuild.open(engine, registry);
    const refused = await build.take(filings, () => undefined);
    await build.finish(description);
    return { database: await engine.openFinished(), refused };
  } catch (error) {
    engine.close();
    throw error;
  }
}
