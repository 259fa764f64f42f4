import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { demonstrationReports } from '../../src/demo/filings.ts';
import { demonstrationProvince, provinceRegistry } from '../../src/demo/province.ts';
import { MEASURES } from '../../src/form/cells.ts';
import { writeDataset } from '../../src/host/dataset-file.ts';
import type { BenchRow } from './table.ts';

const BODIES = 3_000;
const YEARS = { from: 2019, to: 2025 };
const SEED = 1;

async function appendBare(path: string, rows: readonly (readonly (number | null)[])[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${path}' AS bare (STORAGE_VERSION 'v1.2.0')`);
  await connection.run(`CREATE TABLE bare.report (${MEASURES.map(({ id }) => `"${id}" DOUBLE`).join(', ')})`);
  const appender = await connection.createAppender('report', 'main', 'bare');
  for (const row of rows) {
    for (const value of row) {
      if (value === null) appender.appendNull();
      else appender.appendDouble(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('DETACH bare');
  connection.closeSync();
  instance.closeSync();
}

/** How many reports a second become a dataset, beside the bare appender of the same figures into one table. */
export async function benchBuilding(folder: string): Promise<{ rows: BenchRow[]; path: string }> {
  const province = demonstrationProvince(BODIES, SEED);
  const filings = [...demonstrationReports(province, YEARS, SEED)].map(({ filing }) => filing);
  const figures = filings.map(({ report }) => {
    const values = new Map(report.cells.map(({ id, value }) => [id, value]));
    return MEASURES.map(({ id }) => values.get(id) ?? null);
  });
  const [barePath, path] = [join(folder, 'bare.duckdb'), join(folder, 'bench.duckdb')];
  await Promise.all([rm(barePath, { force: true }), rm(path, { force: true })]);
  const perSecond = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return (filings.length * 1_000) / (performance.now() - start);
  };
  const bare = await perSecond(() => appendBare(barePath, figures));
  const registry = provinceRegistry(province);
  const about = {
    name: 'benchmark',
    synthetic: true,
    madeAt: new Date().toISOString(),
    version: 'benchmark',
    registry,
  };
  const built = await perSecond(() => writeDataset(path, filings, about));
  const megabytes = (await stat(path)).size / 1_000_000;
  const rows = [
    {
      what: `bare appender, ${filings.length} reports × ${MEASURES.length} numbers`,
      value: `${bare.toFixed(0)} reports/s`,
    },
    {
      what: `writeDataset, file of ${megabytes.toFixed(1)} MB`,
      value: `${built.toFixed(0)} reports/s`,
      ratio: built / bare,
    },
  ];
  return { rows, path };
}
