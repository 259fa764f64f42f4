import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openSite, type Site, violationsOf, visit, type WatchedPage } from './site.ts';

const SAMPLE = ['reports.jsonl', 'single-figures.csv', 'registry.csv'].map((name) => join('data/sample', name));
const BAD_LIST = '单位,年度,new_total,天气\n叶县财政局,2024,3,晴\n,2024,4,\n叶县教育局,24,5,\n叶县司法局,2024,x,\n';

let browser: Browser;
let site: Site;
let folder: string;
let watched: WatchedPage;

const inFolder = (name: string) => join(folder, name);
const open = (page: Page, ...files: string[]) => page.locator('header input[type=file]').setInputFiles(files);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const footer = (page: Page) => page.getByRole('contentinfo').innerText();
const fingerprintIn = (text: string) => /指纹 ([0-9a-f]{16})/.exec(text)?.[1];
const datasetOf = (page: Page) => new URL(page.url()).searchParams.get('dataset');

const becomes = <Value>(value: () => Value) => expect.poll(value, { timeout: 30_000 });

/** Writes a database, or changes one that is there. */
async function writeNatively(name: string, version: string, statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`ATTACH '${inFolder(name)}' AS made (STORAGE_VERSION '${version}')`);
  await connection.run(`USE made; ${statement}`);
  await connection.run('USE memory; DETACH made');
  connection.closeSync();
  instance.closeSync();
}

const copySample = (name: string) => copyFile(join(inject('dataFolder'), 'sample.duckdb'), inFolder(name));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-own-'));
  for (const name of ['mine', 'cut-off', 'newer', 'older', 'gone']) await copySample(`${name}.duckdb`);
  await truncate(inFolder('cut-off.duckdb'), 300_000);
  await writeNatively('too-new.duckdb', 'latest', 'CREATE TABLE report AS SELECT 1 AS report_id');
  await writeNatively('foreign.duckdb', 'v1.2.0', 'CREATE TABLE sales AS SELECT 1 AS amount');
  await writeNatively('other-dataset.duckdb', 'v1.2.0', 'CREATE TABLE dataset AS SELECT 1 AS amount');
  await writeNatively('newer.duckdb', 'v1.2.0', 'UPDATE dataset SET layout = layout + 1');
  await writeNatively('older.duckdb', 'v1.2.0', 'UPDATE dataset SET layout = layout - 1');
  await writeNatively('newer-still.duckdb', 'v1.2.0', 'CREATE TABLE dataset AS SELECT 99 AS layout');
  await writeFile(inFolder('no-database.duckdb'), 'this is no database\n'.repeat(1_000));
  await writeFile(inFolder('bad.csv'), BAD_LIST);
  await writeFile(inFolder('report.pdf'), '%PDF-1.7');
  await writeFile(inFolder('nothing.json'), '{}');
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  watched = await visit(browser, site, '');
  await watched.page.getByRole('complementary').waitFor();
});
afterEach(() => {
  expect([watched.errors.splice(0), watched.strayRequests]).toEqual([[], []]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

describe('lists of the reader’s own', () => {
  test('several of them and a registry become one dataset, the same that the command line builds', async () => {
    const { page } = watched;
    await page.goto(`${site.address}?dataset=sample`);
    await heading(page, '公开年报样本');
    const built = fingerprintIn(await footer(page));
    await open(page, ...SAMPLE);
    const title = 'reports.jsonl + single-figures.csv + registry.csv';
    await heading(page, title);
    expect(datasetOf(page)).toBe(`file:${title}`);
    expect(fingerprintIn(await footer(page))).toBe(built);
    expect(await page.getByLabel('数据集').inputValue()).toBe(`file:${title}`);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('every page works on them, and the reader’s own SQL cannot change them', async () => {
    const { page } = watched;
    for (const name of ['申请', '办理结果', '许可与执法', '收费', '复议诉讼']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('figure').nth(3).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await page.getByRole('link', { name: '数据', exact: true }).click();
    await page.getByLabel('语句').fill('DELETE FROM report');
    await page.getByRole('button', { name: '运行' }).click();
    await page.getByRole('alert').getByText('read-only').waitFor();
    await page.getByLabel('语句').fill('SELECT count(*) AS n FROM report');
    await page.getByRole('button', { name: '运行' }).click();
    await page.getByRole('cell', { name: '417', exact: true }).waitFor();
  });

  test('Back leads to the served dataset and Forward to the lists, which the tab still has', async () => {
    const { page } = watched;
    await page.getByLabel('数据集').selectOption('sample');
    await becomes(() => page.title()).toContain('公开年报样本');
    await page.goBack();
    await becomes(() => page.title()).toContain('reports.jsonl');
    await page.getByRole('cell', { name: '417', exact: true }).waitFor();
    await page.goForward();
    await becomes(() => page.title()).toContain('公开年报样本');
  });

  test('what of them cannot be read is listed with file, line and reason, in the reader’s language', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: '总览', exact: true }).click();
    await open(page, inFolder('bad.csv'), inFolder('report.pdf'));
    await heading(page, 'bad.csv');
    await page.getByText('没有读入：5 处，在 2 个文件里').click();
    const table = page.getByRole('table').filter({ hasText: '原因' });
    await table.getByRole('row', { name: 'report.pdf' }).getByText('pdf 文件不和数字清单一起打开').waitFor();
    await table.getByRole('row', { name: '第 3 行' }).getByText('没有单位名称').waitFor();
    await table.getByRole('row', { name: '第 4 行' }).getByText('“24”不是').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('row', { name: 'line 5' }).getByText('new_total is no count: "x"').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('details').getByRole('button', { name: 'CSV' }).click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved.trim().split('\r\n')).toHaveLength(6);
    await page.getByRole('link', { name: '中文' }).click();
  });

  test('a list that was changed is read anew when it is picked again', async () => {
    const { page } = watched;
    const name = inFolder('changing.csv');
    await writeFile(name, '单位,年度,new_total\n叶县财政局,2024,3\n');
    await open(page, name);
    await page.getByText('2024 年 1 份报告合计：新收申请 3').waitFor();
    await writeFile(name, '单位,年度,new_total\n叶县财政局,2024,8\n');
    await open(page, name);
    await page.getByText('2024 年 1 份报告合计：新收申请 8').waitFor();
    expect(datasetOf(page)).toBe('file:changing.csv');
  });

  test('reading can be stopped, and what was shown stays', async () => {
    const { page } = watched;
    const rows = Array.from({ length: 100_000 }, (_, index) => `第${index}局,2024,1,${'页'.repeat(200)}`);
    await writeFile(inFolder('long.csv'), ['单位,年度,new_total,出处', ...rows].join('\n'));
    const before = await page.title();
    await open(page, inFolder('long.csv'));
    await page.getByText('正在读取 long.csv').waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' });
    expect(await page.title()).toBe(before);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(datasetOf(page)).toBe('file:changing.csv');
  });
});

describe('a dataset’s file of the reader’s own', () => {
  test('is opened from the disk, and only it where other files come along', async () => {
    const { page } = watched;
    await open(page, inFolder('bad.csv'), inFolder('mine.duckdb'));
    await heading(page, '公开年报样本');
    expect(datasetOf(page)).toBe('file:mine.duckdb');
    await page.getByText('没有读入：1 处').click();
    await page.getByRole('row', { name: 'bad.csv' }).getByText('一次只打开一个').waitFor();
  });

  test.each([
    ['no-database', /不是 DuckDB 数据库/],
    ['too-new', /更新的 DuckDB/],
    ['foreign', /没有年报的表/],
    ['other-dataset', /没有年报的表/],
    ['newer', /由更新的 Nianbao 生成/],
    ['newer-still', /由更新的 Nianbao 生成/],
    ['older', /由较早的 Nianbao 生成/],
    ['cut-off', /损坏/],
  ])('%s is refused in words, and what was shown stays', async (name, told) => {
    const { page } = watched;
    await open(page, inFolder(`${name}.duckdb`));
    const alert = page.getByRole('alert');
    await alert.getByText(told).waitFor();
    expect(datasetOf(page)).toBe('file:mine.duckdb');
    await alert.getByRole('button', { name: '关闭' }).click();
    await heading(page, '公开年报样本');
  });

  test('after all that was refused, what was shown still answers', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: '申请', exact: true }).click();
    await page.locator('p.finding').waitFor();
    await page.getByRole('link', { name: '总览', exact: true }).click();
    await heading(page, '公开年报样本');
  });

  test('a file of which nothing can be read is told with its reason, and what was shown stays', async () => {
    const { page } = watched;
    await open(page, inFolder('nothing.json'));
    const alert = page.getByRole('alert');
    await alert.getByRole('row', { name: 'nothing.json' }).getByText('第一行不是数字清单').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await alert.getByRole('button', { name: '关闭' }).click();
    await heading(page, '公开年报样本');
    expect(datasetOf(page)).toBe('file:mine.duckdb');
  });

  test('one that is changed on the disk while it is open is told so, and another opens', async () => {
    const { page } = watched;
    await open(page, inFolder('gone.duckdb'));
    await becomes(() => datasetOf(page)).toBe('file:gone.duckdb');
    await heading(page, '公开年报样本');
    await writeFile(inFolder('gone.duckdb'), 'something else');
    await page.getByRole('link', { name: '复议诉讼', exact: true }).click();
    await page.getByRole('alert').first().getByText('请重新选择它').waitFor();
    watched.errors.length = 0;
    await page.getByLabel('数据集').selectOption('demonstration');
    await page.getByRole('complementary').waitFor();
    await page.locator('p.finding').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('ways to hand a file over', () => {
  test('dropping it anywhere, under a word on what may be dropped', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: '总览', exact: true }).click();
    const transfer = await page.evaluateHandle((text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'dropped.csv'));
      return carried;
    }, BAD_LIST);
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer });
    await page.getByText('松开鼠标').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await heading(page, 'dropped.csv');
    expect(await page.getByText('松开鼠标').count()).toBe(0);
  });

  test('pasting it', async () => {
    const { page } = watched;
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([text], 'pasted.csv'));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, BAD_LIST);
    await heading(page, 'pasted.csv');
  });

  test('the keyboard', async () => {
    const { page } = watched;
    const button = page.getByRole('banner').getByRole('button', { name: '打开文件…' });
    const choosing = page.waitForEvent('filechooser');
    await page.getByLabel('数据集').focus();
    await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect((await choosing).isMultiple()).toBe(true);
  });
});

describe('a link made on a file of the reader’s own', () => {
  const link = `?page=requests&dataset=file%3Amine.duckdb&years=2024&fp=0123456789abcdef`;

  test('names the file and its fingerprint, and the served datasets can be chosen', async () => {
    const { page } = await visit(browser, site, link);
    const alert = page.getByRole('alert');
    await alert.getByText('mine.duckdb').waitFor();
    await alert.getByText('0123456789abcdef').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('数据集').selectOption('demonstration');
    await page.getByRole('complementary').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  test('shows what it shows once the file is picked, and warns where that is another', async () => {
    const { page } = await visit(browser, site, link);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('alert').getByRole('button', { name: '打开文件…' }).click(),
    ]);
    await chooser.setFiles(inFolder('mine.duckdb'));
    await page.getByText('0123456789abcdef').waitFor();
    await page.locator('p.finding').waitFor();
    expect(new URL(page.url()).search).toBe(link);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });
});
