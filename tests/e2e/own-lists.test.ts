import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareCommandLine } from '../../src/launch.js';
import { openBrowser, openSite, settled, sidewaysOf, type Site, violationsOf, visit } from './site.ts';

const COUNTIES = ['青溪县', '白石县', '云岭县', '松岭县', '河口县'];
const KINDS = '水务局 财政局 教育局 司法局 民政局 审计局 统计局 林业局 商务局 科技局'.split(' ');
const BODIES = COUNTIES.flatMap((county) => KINDS.map((kind) => county + kind));
const HEADERS = ['填报单位', '年度', '新收', '当年办结的', '行政收费', '经手人'];
const REPORTS = BODIES.length * 2;

/** A table of 50 bodies and two years under a title, with a line of sums, and a blank and a remark where numbers are due. */
function listOfBodies(): Buffer {
  const rows = BODIES.flatMap((body, index) =>
    [2023, 2024].map((year) => [body, year, index + (year - 2023), index === 3 ? '' : index, index * 100, '王某']),
  );
  rows[0] = [BODIES[0]!, 2023, '详见附件', 7, 12_345, ''];
  const sheet = utils.aoa_to_sheet([['各单位情况汇总表'], HEADERS, ...rows, ['合计', '', 99, 99, 99, '']]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '汇总');
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

let browser: Browser;
let site: Site;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-own-lists-'));
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const give = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('[data-picks="files"]').setInputFiles(file);
const listLine = (page: Page) => page.getByRole('listitem').filter({ hasText: '汇总.xlsx' }).first();

async function fingerprint(page: Page): Promise<string> {
  const made = page.getByRole('contentinfo').getByText(/指纹 [0-9a-f]{16}/);
  await page.locator('.progress').waitFor({ state: 'detached', timeout: 120_000 });
  await made.waitFor({ timeout: 120_000 });
  return /指纹 ([0-9a-f]{16})/.exec(await made.innerText())![1]!;
}

async function choose(page: Page, header: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: `「${header}」的含义` }).click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('a spreadsheet of 50 bodies is read by columns that a person names, kept, saved and built as one', async () => {
  const { page, errors, strayRequests } = await visit(browser, site, '?page=reading');
  await page.locator('[data-picks="files"]').waitFor({ state: 'attached' });
  await give(page, { name: '汇总.xlsx', mimeType: '', buffer: listOfBodies() });
  await listLine(page).getByText('要说明各栏').waitFor();
  await page.getByRole('button', { name: '说明各栏…（汇总.xlsx）' }).click();
  const read = page.getByRole('button', { name: '读入', exact: true });
  await read.waitFor();
  expect(await read.isDisabled()).toBe(true);
  await choose(page, '当年办结的', '（七）总计 总计');
  await choose(page, '行政收费', '收费 按元');
  const preview = page.getByRole('region', { name: '试读前几行' });
  await preview.getByRole('row', { name: /青溪县水务局 2023 .*详见附件.* 7 1.2345/ }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await read.click();
  await listLine(page).getByText(`${REPORTS} 份报告`).waitFor({ timeout: 60_000 });
  const made = await fingerprint(page);

  await page.getByRole('searchbox').fill('青溪县司法局 2023');
  await page.getByRole('link', { name: '青溪县司法局 · 2023 年' }).click();
  await settled(page);
  await page.locator('[data-cell="handled_total"]').filter({ hasText: '空白' }).waitFor();
  await page.locator('[data-cell="new_total"]').filter({ hasText: '3' }).click();
  await page.locator('[data-mark][aria-pressed="true"]').filter({ hasText: '3' }).waitFor();
  await page.getByText('汇总!C9 新收').waitFor();
  await page.getByRole('link', { name: /全部报告/ }).click();

  await page.reload();
  await listLine(page).getByText(`${REPORTS} 份报告`).waitFor();
  expect(await fingerprint(page)).toBe(made);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为一个文件' }).click(),
  ]);
  const set = join(folder, 'set.zip');
  await download.saveAs(set);
  await page.getByRole('link', { name: '申请', exact: true }).click();
  await page.getByText('河口县科技局').first().waitFor({ timeout: 60_000 });
  expect([errors, strayRequests]).toEqual([[], []]);
  await page.context().close();

  const other = await visit(browser, site, '?page=reading', { width: 390 });
  await other.page.locator('[data-picks="files"]').waitFor({ state: 'attached' });
  await give(other.page, set);
  await listLine(other.page).getByText(`${REPORTS} 份报告`).waitFor({ timeout: 60_000 });
  expect(await fingerprint(other.page)).toBe(made);
  await other.page.getByRole('button', { name: '各栏含义…（汇总.xlsx）' }).click();
  const fees = other.page.getByRole('combobox', { name: '「行政收费」的含义' });
  await expect.poll(() => fees.inputValue()).toContain('按元填写');
  expect(await sidewaysOf(other.page)).toBe(0);
  expect(await violationsOf(other.page)).toEqual([]);
  await other.page.context().close();

  const built = join(folder, 'set.duckdb');
  const { stderr } = spawnSync(process.execPath, [await prepareCommandLine(), 'build', set, '--out', built]);
  expect(existsSync(built), String(stderr)).toBe(true);
  const native = await openSite([built]);
  const { page: opened } = await visit(browser, native, '?dataset=set');
  await opened.getByRole('contentinfo').getByText(made).waitFor();
  await native.close();
}, 300_000);
