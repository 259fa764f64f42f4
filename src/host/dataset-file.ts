import { rename, rm } from 'node:fs/promises';
import type { Filing } from '../store/filing.ts';
import type { DatasetCounts, DatasetDescription } from '../store/dataset-row.ts';
import { StoreFailure } from '../store/failure.ts';
import type { Registry } from '../store/registry.ts';
import { DatasetBuild } from './dataset-build.ts';

/** How to build a dataset. */
export interface DatasetOptions extends DatasetDescription {
  readonly registry?: Registry;
  /** Told now and then how many filings are in, of how many where that is known. */
  readonly onProgress?: (done: number, total: number | null) => void;
}

/** A filing that could not be stored, with the reason. */
export interface RefusedFiling {
  readonly source: string;
  readonly body: string;
  readonly year: number;
  readonly reason: string;
}

/** What a build put into the file. */
export interface DatasetSummary extends DatasetCounts {
  readonly path: string;
  readonly refused: readonly RefusedFiling[];
}

const PROGRESS_EVERY = 500;

async function fill(
  build: DatasetBuild,
  filings: Iterable<Filing> | AsyncIterable<Filing>,
  options: DatasetOptions,
): Promise<RefusedFiling[]> {
  const total = Array.isArray(filings) ? filings.length : null;
  const refused: RefusedFiling[] = [];
  let done = 0;
  for await (const filing of filings) {
    try {
      build.add(filing);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      refused.push({ source: filing.source.name, body: filing.body, year: filing.year, reason: error.message });
    }
    done += 1;
    if (done % PROGRESS_EVERY === 0) options.onProgress?.(done, total);
  }
  options.onProgress?.(done, total);
  return refused;
}

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
    const build = await DatasetBuild.open(dataset, staging, options.registry ?? null);
    let summary: DatasetSummary;
    try {
      const refused = await fill(build, filings, options);
      summary = { ...(await build.finish(options)), path, refused };
    } finally {
      build.close();
    }
    await rename(dataset, path);
    return summary;
  } finally {
    await Promise.all(
      [dataset, staging].flatMap((file) => [rm(file, { force: true }), rm(`${file}.wal`, { force: true })]),
    );
  }
}
