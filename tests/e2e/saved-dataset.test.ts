import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeDatabase } from '../../src/host/duckdb-node.ts';
import { prepareCommandLine } from '../../src/launch.js';
import { datasetFactsQuery } from '../../src/store/dataset-facts.ts';
import { TABLES } from '../../src/store/dataset-tables.ts';
import { openHosting, productAnswer } from './hosting.ts';
import { openBrowser, openSite, type Site, violationsOf, visit } from './site.ts';

const HOST_NAME = 'nianbao.example';
const REPORT = 'tests/fixtures/documents/c1-blank-cells.html';
const LIST = '单位,年度,new_total\n叶县财政局,2023,3\n叶县教育局,2024,0\n';
const REGISTRY = 'name,level\n叶县财政局,county\n青溪县水务局,county\n';

let browser: Browser;
let site: Site;
let folder: string;
let html: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-saved-dataset-'));
  html = await readFile(REPORT, 'utf8');
  [browser, site] = await Promise.all([openBrowser([`--host-resolver-rules=MAP ${HOST_NAME} 127.0.0.1`]), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const asHtml = (name: string, text: string) => ({ name, mimeType: 'text/html', buffer: Buffer.from(text) });
const asCsv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function give(page: Page): Promise<void> {
  await page
    .locator('[data-picks="files"]')
    .setInputFiles([
      asHtml('2024.html', html),
      asHtml('2023.html', html.replaceAll('2024', '2023')),
      asHtml('无名.html', html.replaceAll('青溪县水务局', '本机关').replaceAll('2024', '2022')),
      asCsv('list.csv', LIST),
      asCsv('registry.csv', REGISTRY),
    ]);
  await page.getByRole('listitem').filter({ hasText: '2023.html' }).waitFor();
  await page.getByRole('group', { name: /^已读/ }).waitFor({ state: 'detached' });
}

async function save(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const FREE = { name: '', madeAt: '', madeBy: '' };

test('the set saved as a .duckdb holds what `nianbao build` makes of the set saved as a ZIP, and opens again', async () => {
  const { page, errors, strayRequests } = await visit(browser, site, '?page=reading');
  await give(page);
  await page.getByRole('listitem').filter({ hasText: '2024.html' }).getByRole('link').first().click();
  await page.locator('[data-cell="new_total"]').click();
  await page.getByLabel('更正为').fill('41');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '撤销更正' }).waitFor();
  await page.getByRole('link', { name: '全部报告' }).click();
  const [zip, saved] = [await save(page, '存为一个文件'), await save(page, '存为数据文件')];
  await page.getByText('有 1 份没有写明单位或年度').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  const kept = await page.evaluate(async () => {
    const names: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });
  expect(kept).toEqual([]);
  expect([errors, strayRequests]).toEqual([[], []]);
  await page.context().close();

  const built = join(folder, 'built.duckdb');
  const build = spawnSync(process.execPath, [await prepareCommandLine(), 'build', zip, '--out', built]);
  expect(build.status, String(build.stderr)).toBe(0);
  const [ours, theirs] = [await openNodeDatabase(saved), await openNodeDatabase(built)];
  const [[own], [other]] = [await ours.ask(datasetFactsQuery()), await theirs.ask(datasetFactsQuery())];
  expect({ ...own, ...FREE }).toEqual({ ...other, ...FREE });
  expect(own).toMatchObject({ reports: 4, corrected: 1 });
  for (const { name } of TABLES.filter((table) => table.name !== 'dataset')) {
    const everything = `SELECT * FROM ${name} ORDER BY ALL`;
    expect((await ours.run(everything)).rows, name).toEqual((await theirs.run(everything)).rows);
  }
  await Promise.all([ours.close(), theirs.close()]);

  const again = await visit(browser, site, '?page=overview');
  await again.page.getByText('打开文件').first().waitFor();
  const [chooser] = await Promise.all([
    again.page.waitForEvent('filechooser'),
    again.page.getByText('打开文件').first().click(),
  ]);
  await chooser.setFiles(saved);
  await again.page.getByRole('contentinfo').getByText(own!.fingerprint).waitFor();
  expect(again.errors).toEqual([]);
  await again.page.context().close();
}, 180_000);

test('on plain http the page says why it writes no .duckdb, and what to do', async () => {
  const hosting = await openHosting(productAnswer());
  const address = `http://${HOST_NAME}:${hosting.port}/`;
  const { page, errors } = await visit(browser, { address }, '?page=reading');
  await give(page);
  await page.getByText('nianbao build set.zip --out set.duckdb').waitFor();
  expect(await page.getByRole('button', { name: '存为数据文件' }).count()).toBe(0);
  await page.getByRole('button', { name: '存为一个文件' }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
  await hosting.close();
});
