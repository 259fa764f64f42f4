import { copyFile, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { datasetMenu, finding, openBrowser, openSite, type Site, visit, type WatchedPage } from './site.ts';

let browser: Browser;
let site: Site;
let folder: string;
/** One tab for all, as a reader goes from one to the next. */
let watched: WatchedPage;

async function writeNatively(name: string, version: string, statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${join(folder, name)}' AS made (STORAGE_VERSION '${version}')`);
  await connection.run('USE made');
  await connection.run(statement);
  await connection.run('USE memory; DETACH made');
  connection.closeSync();
  instance.closeSync();
}

/** Overwrites a stretch of a copy of the demonstration, as a bad disk or a bad transfer does. */
async function writeDamaged(name: string, from: number): Promise<void> {
  const path = join(folder, name);
  await copyFile(join(inject('dataFolder'), 'demonstration.duckdb'), path);
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size - from, 0xa5), 0, size - from, from);
  await file.close();
}

const REPORTS = 'CREATE TABLE report AS SELECT 1 AS report_id';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-bad-'));
  await writeDamaged('damaged-head.duckdb', 4_096);
  await writeDamaged('damaged-figures.duckdb', 1_000_000);
  await copyFile(join(inject('dataFolder'), 'demonstration.duckdb'), join(folder, 'cut-off.duckdb'));
  await truncate(join(folder, 'cut-off.duckdb'), 300_000);
  await writeNatively('too-new.duckdb', 'latest', REPORTS);
  await writeNatively('foreign.duckdb', 'v1.2.0', 'CREATE TABLE sales AS SELECT 1 AS amount');
  await writeNatively('half-foreign.duckdb', 'v1.2.0', REPORTS);
  await writeFile(join(folder, 'no-database.duckdb'), 'this is no database\n'.repeat(1_000));
  [browser, site] = await Promise.all([openBrowser(), openSite([folder, inject('dataFolder')])]);
  watched = await visit(browser, site, '?dataset=demonstration');
  await watched.page.getByRole('complementary').waitFor();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['damaged-head', /损坏/],
  ['cut-off', /损坏/],
  ['too-new', /更新的 DuckDB/],
  ['foreign', /没有年报的表/],
  ['half-foreign', /没有年报的表/],
  ['no-database', /不是 DuckDB 数据库/],
])('the dataset %s is refused in words, and the demonstration opens after it', async (name, told) => {
  const { page, errors } = watched;
  await datasetMenu(page).selectOption(name);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(told);
  expect(new URL(page.url()).searchParams.get('dataset')).toBe(name);
  await datasetMenu(page).selectOption('demonstration');
  await page.getByRole('complementary').waitFor();
  await finding(page).waitFor();
  expect(await page.getByRole('figure').count()).toBe(3);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('a dataset that opens with damaged figures says so where they are due, and another can be chosen', async () => {
  const { page } = watched;
  await datasetMenu(page).selectOption('damaged-figures');
  // The filters ask the damaged file too, and may say so beside the figures.
  await page.getByRole('alert').getByText('损坏').first().waitFor();
  await datasetMenu(page).selectOption('demonstration');
  await finding(page).waitFor();
  expect(await page.getByRole('figure').count()).toBe(3);
  expect(await page.getByRole('alert').count()).toBe(0);
});
