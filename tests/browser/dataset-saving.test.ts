import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import registry from '../../data/sample/registry.csv?raw';
import reports from '../../data/sample/reports.jsonl?raw';
import singles from '../../data/sample/single-figures.csv?raw';
import { saveDataset } from '../../src/host/dataset-saving.ts';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import { EngineFailure } from '../../src/host/engine-failure.ts';
import { readOwnLists } from '../../src/host/own-lists.ts';
import { canSaveDatasets, SAVING_FOLDER } from '../../src/host/saving-folder.ts';
import type { Database } from '../../src/store/database.ts';
import { TABLES } from '../../src/store/dataset-tables.ts';

const SAMPLE = [
  new File([reports], 'reports.jsonl'),
  new File([singles], 'single-figures.csv'),
  new File([registry], 'registry.csv'),
];

const left = async (): Promise<string[]> => {
  const names: string[] = [];
  const root = await navigator.storage.getDirectory();
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names;
};

describe('the sample, saved in the tab as a dataset’s file', () => {
  let saved: Database;
  let native: Database;
  beforeAll(async () => {
    const { built } = await readOwnLists(SAMPLE, () => undefined, new AbortController().signal);
    const file = new File([await saveDataset(built!.steps)], 'saved.duckdb');
    [saved, native] = await Promise.all([openDataset({ file }), openDataset({ url: '/served/data/sample.duckdb' })]);
  }, 90_000);
  afterAll(() => Promise.all([saved.close(), native.close()]));

  const tables = TABLES.map(({ name }) => name).filter((name) => !['dataset', 'source'].includes(name));
  test.each(tables)('has the rows of the command line’s in the table %s', async (table) => {
    const everything = `SELECT * FROM ${table} ORDER BY ALL`;
    expect(await saved.run(everything)).toEqual(await native.run(everything));
  });

  test('is written for the same engines as the command line’s', async () => {
    const format = "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'dataset'";
    expect((await saved.run(format)).rows).toEqual((await native.run(format)).rows);
  });

  test('leaves nothing in the browser’s own files', async () => {
    expect(await left()).not.toContain(SAVING_FOLDER);
  });
});

test('what an interrupted writing has left is let go', async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(SAVING_FOLDER, { create: true });
  await folder.getFileHandle('dataset.duckdb', { create: true });
  expect(await left()).toContain(SAVING_FOLDER);
  expect(await canSaveDatasets()).toBe(true);
  expect(await left()).not.toContain(SAVING_FOLDER);
});

test('a dataset that cannot be built is a failure, and the next one can be written', async () => {
  const { built } = await readOwnLists(SAMPLE.slice(1, 2), () => undefined, new AbortController().signal);
  const broken = saveDataset([...built!.steps.slice(0, 3), { statement: 'SELECT bad' }]);
  await expect(broken).rejects.toThrow(EngineFailure);
  await expect(broken).rejects.toMatchObject({ code: 'saving' });
  const whole = await saveDataset(built!.steps);
  expect(await whole.slice(8, 12).text()).toBe('DUCK');
});
