import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ServedDataset } from './dataset-index.ts';

const DATASET = /\.duckdb$/i;

/** Path of the snapshot that stands beside a dataset's file, whether or not it is there. */
export const snapshotPath = (dataset: string): string => dataset.replace(DATASET, '.snapshot.json');

/** Absolute paths of the datasets among files and folders; of two files of one name the first counts. */
export async function datasetPaths(sources: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    sources.map(async (source) => {
      const found = await stat(source).catch(() => null);
      if (!found) return [];
      if (found.isFile()) return [resolve(source)];
      const names = (await readdir(source)).filter((name) => DATASET.test(name));
      return names.sort().map((name) => resolve(source, name));
    }),
  );
  const byName = new Map<string, string>();
  for (const path of lists.flat()) if (!byName.has(basename(path))) byName.set(basename(path), path);
  return [...byName.values()];
}

/** The datasets among files and folders, as `data/index.json` lists them. */
export async function listDatasets(sources: readonly string[]): Promise<ServedDataset[]> {
  const paths = await datasetPaths(sources);
  return Promise.all(
    paths.map(async (path) => {
      const file = basename(path);
      const snapshot = snapshotPath(path);
      return {
        name: file.replace(DATASET, ''),
        file,
        bytes: (await stat(path)).size,
        snapshot: existsSync(snapshot) ? basename(snapshot) : null,
      };
    }),
  );
}
