import { join } from 'node:path';
import { demonstrationReports } from '../../src/demo/filings.ts';
import { demonstrationProvince, provinceRegistry } from '../../src/demo/province.ts';
import { writeDataset } from '../../src/host/dataset-file.ts';
import type { Filing } from '../../src/store/filing.ts';

/** Not every body files every year: so many make a little over 100,000 reports. */
const BODIES = 14_800;
const YEARS = { from: 2019, to: 2025 };
const SEED = 1;

/** A large dataset of generated reports: its file, and how many they are. */
export interface LargeDataset {
  readonly path: string;
  readonly reports: number;
}

/** Writes a dataset of 100,000 generated reports into a folder. */
export async function buildLarge(folder: string): Promise<LargeDataset> {
  const province = demonstrationProvince(BODIES, SEED);
  const path = join(folder, 'large.duckdb');
  function* filings(): Generator<Filing> {
    for (const { filing } of demonstrationReports(province, YEARS, SEED)) yield filing;
  }
  const { reports } = await writeDataset(path, filings(), {
    name: 'large',
    synthetic: true,
    madeAt: new Date().toISOString(),
    version: 'benchmark',
    registry: provinceRegistry(province),
  });
  return { path, reports };
}
