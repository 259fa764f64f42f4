import { readSnapshot, type Snapshot } from '../store/snapshot.ts';

/** A dataset file under `data/`: its name (the file without its ending), its file name, its size in bytes. */
export interface ServedDataset {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  /** File name of the answers that the start page shows before the engine has started; null where there are none. */
  readonly snapshot: string | null;
}

function readServedDataset(value: unknown): ServedDataset[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, file, bytes, snapshot } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof file !== 'string' || typeof bytes !== 'number') return [];
  return [{ name, file, bytes, snapshot: typeof snapshot === 'string' ? snapshot : null }];
}

async function fetchJson(path: string, what: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${what}, ${path}, answered ${response.status}`);
  return response.json();
}

/** The datasets that this origin serves beside the page; rejects where there is no list of them. */
export async function fetchDatasetIndex(): Promise<readonly ServedDataset[]> {
  const list = await fetchJson('data/index.json', 'the list of datasets');
  if (!Array.isArray(list)) throw new Error('the list of datasets, data/index.json, is no list');
  return list.flatMap(readServedDataset);
}

const addressOf = (file: string): string => `data/${encodeURIComponent(file)}`;

/** The snapshot of a dataset; null where it has none or none that can be read, for the dataset itself says the same. */
export async function fetchSnapshot({ snapshot }: ServedDataset): Promise<Snapshot | null> {
  if (snapshot === null) return null;
  try {
    return readSnapshot(await fetchJson(addressOf(snapshot), 'the snapshot'));
  } catch {
    return null;
  }
}

/** Address of a dataset relative to the page. */
export const datasetUrl = (dataset: ServedDataset): string => addressOf(dataset.file);
