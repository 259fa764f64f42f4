import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { bodyCountQuery, bodyListQuery, bodyQuery } from '../../../src/store/body-list.ts';
import type { Database } from '../../../src/store/database.ts';
import { buildFixtureDataset } from '../../fixtures/dataset.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-bodies-'));
  await buildFixtureDataset(join(folder, 'fixture.duckdb'));
  database = await openNodeDatabase(join(folder, 'fixture.duckdb'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

test('without a search every body is counted and listed, page by page', async () => {
  const [count = 0] = await database.ask(bodyCountQuery(''));
  const [first, second] = [await database.ask(bodyListQuery('', 3, 0)), await database.ask(bodyListQuery('', 100, 3))];
  expect(first).toHaveLength(3);
  expect(first.length + second.length).toBe(count);
  expect(new Set([...first, ...second].map(({ bodyId }) => bodyId)).size).toBe(count);
});

test('every word must occur in the name or the region', async () => {
  const found = await database.ask(bodyListQuery('石桥 财政', 10, 0));
  expect(found.map(({ name }) => name)).toEqual(['石桥县财政局']);
  expect(await database.ask(bodyCountQuery('石桥 财政'))).toEqual([1]);
});

test('years with a report are counted once each, versions apart', async () => {
  const [finance] = await database.ask(bodyListQuery('财政', 1, 0));
  expect(finance).toMatchObject({ reports: 3, firstYear: 2020, lastYear: 2023 });
});

test.each(["'; DROP TABLE body; --", '%', '_'])(
  'a search for %s is text, not a pattern or a statement',
  async (search) => {
    expect(await database.ask(bodyListQuery(search, 10, 0))).toEqual([]);
  },
);

test('a body is found by region and name, and one that is not there is not', async () => {
  const [listed] = await database.ask(bodyListQuery('财政', 1, 0));
  expect(await database.ask(bodyQuery(listed!.region, listed!.name))).toEqual([listed]);
  expect(await database.ask(bodyQuery('别处', listed!.name))).toEqual([]);
});
