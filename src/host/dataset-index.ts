/** A dataset file under `/data/`: its name (the file without its ending), its file name, its size in bytes. */
export interface ServedDataset {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

function isServedDataset(value: unknown): value is ServedDataset {
  if (typeof value !== 'object' || value === null) return false;
  const { name, file, bytes } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof file === 'string' && typeof bytes === 'number';
}

/** The datasets that this origin serves beside the page; rejects where there is no list of them. */
export async function fetchDatasetIndex(signal?: AbortSignal): Promise<readonly ServedDataset[]> {
  const response = await fetch('data/index.json', { signal: signal ?? null });
  if (!response.ok) throw new Error(`the list of datasets, data/index.json, answered ${response.status}`);
  const list: unknown = await response.json();
  if (!Array.isArray(list)) throw new Error('the list of datasets, data/index.json, is no list');
  return list.filter(isServedDataset);
}

/** Address of a dataset relative to the page. */
export const datasetUrl = (dataset: ServedDataset): string => `data/${encodeURIComponent(dataset.file)}`;
