import { rename, rm } from 'node:fs/promises';
import { DatasetBuild, type RefusedFiling } from '../store/dataset-build.ts';
import type { DatasetCounts, DatasetDescription } from '../store/dataset-row.ts';
import type { Filing } from '../store/filing.ts';
import type { Registry } from '../store/registry.ts';
import { NativeBuild } from './native-build.ts';

/** How to build a dataset. */
export interface DatasetOptions extends DatasetDescription {
  readonly registry?: Registry;
  /** Told now and then how many filings are in, of how many where that is known. */
  readonly onProgress?: (done: number, total: number | null) => void;
}

/** What a build put into the file. */
export interface DatasetSummary extends DatasetCounts {
  readonly path: string;
  readonly refused: readonly RefusedFiling[];
}

const PROGRESS_EVERY = 500;

/**
 * Builds a dataset's file from filings in any order and puts it at `path` in one step: when anything fails the file
 * that was there stays, and nothing else is left behind. A filing that cannot be stored is listed and the rest go on.
 */
export async function writeDataset(
  path: string,
  filings: Iterable<Filing> | AsyncIterable<Filing>,
  options: DatasetOptions,
): Promise<DatasetSummary> {
  const mark = `${path}.${process.pid}-${Date.now().toString(36)}`;
  const [dataset, staging] = [`${mark}.building`, `${mark}.staging`];
  try {
    const engine = await NativeBuild.open(dataset, staging);
    let summary: DatasetSummary;
    try {
      const build = await DatasetBuild.open(engine, options.registry ?? null);
      const total = Array.isArray(filings) ? filings.length : null;
      const refused = await build.take(filings, (done) => {
        if (done % PROGRESS_EVERY === 0 || done === total) options.onProgress?.(done, total);
      });
      summary = { ...(await build.finish(options)), path, refused };
      await engine.complete();
    } finally {
      engine.close();
    }
    await rename(dataset, path);
    return summary;
  } finally {
    await Promise.all(
      [dataset, staging].flatMap((file) => [rm(file, { force: true }), rm(`${file}.wal`, { force: true })]),
    );
  }
}
