import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openSite, type Site, violationsOf, visit } from './site.ts';

const HTML = readFileSync('tests/fixtures/documents/c1-blank-cells.html', 'utf8');
const report = (year: number) => ({
  name: `${year}.html`,
  mimeType: 'text/html',
  buffer: Buffer.from(HTML.replaceAll('2024', String(year))),
});

let browser: Browser;
let site: Site;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-unkept-'));
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const corrections = (page: Page) => page.getByRole('listitem').filter({ hasText: '1 处更正' });

async function give(page: Page, ...years: number[]): Promise<void> {
  await page.locator('[data-picks="files"]').setInputFiles(years.map(report));
  for (const year of years) await line(page, `${year}.html`).waitFor();
}

/** Corrects a figure of a report, saves everything, and opens what was saved where nothing is known of it. */
async function correctAndSave(page: Page, name: string): Promise<Page> {
  await line(page, name).getByRole('link').first().click();
  await page.locator('[data-cell="new_total"]').click();
  await page.getByLabel('更正为').fill('41');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '撤销更正' }).waitFor();
  await page.getByRole('link', { name: '全部报告' }).click();
  await corrections(page).filter({ hasText: name }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为一个文件' }).click(),
  ]);
  const set = join(folder, download.suggestedFilename());
  await download.saveAs(set);
  const { page: fresh } = await visit(browser, site, '?page=reading');
  await fresh.locator('[data-picks="files"]').setInputFiles(set);
  await corrections(fresh).filter({ hasText: name }).waitFor();
  return fresh;
}

test('where the browser keeps nothing, reports are read, corrected and saved, and the page says that they live in this tab', async () => {
  const { page, errors } = await visit(browser, site, '?page=reading', {
    before: (opened) =>
      opened.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('the storage is closed', 'SecurityError');
        };
      }),
  });
  await page.getByText('这个浏览器不让本页保存内容').waitFor();
  await page.getByText('请在关闭之前把全部存为一个文件').waitFor();
  await page.getByText('the storage is closed').waitFor();
  await give(page, 2023, 2024);
  await page.getByRole('contentinfo').getByText('指纹').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  const fresh = await correctAndSave(page, '2024.html');
  expect(await line(fresh, '.html').count()).toBe(2);
  expect(errors).toEqual([]);
  await page.reload();
  await page.getByText('把文件或整个文件夹拖到这里').waitFor();
  expect(await line(page, '.html').count()).toBe(0);
  await page.context().close();
  await fresh.context().close();
});

/** Room for a few of the reports, and no more. */
const ROOM_BYTES = 100_000;
const YEARS = Array.from({ length: 12 }, (_, index) => 2021 + index);

test('where the browser has no more room, what it kept stays, the rest goes on in this tab, and the page says how much that is', async () => {
  const { page, errors } = await visit(browser, site, '?page=reading', {
    before: async (opened) => {
      const devtools = await opened.context().newCDPSession(opened);
      const { origin } = new URL(site.address);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: ROOM_BYTES });
    },
  });
  await give(page, 2021);
  await give(page, ...YEARS.slice(1));
  await page.getByRole('group', { name: /^已读/ }).waitFor({ state: 'detached' });
  const told = await page.getByText('浏览器给本页的空间用完了').innerText();
  const held = Number(/有 (\d+) 份只在这个标签页里/.exec(told)![1]);
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(YEARS.length);
  const fresh = await correctAndSave(page, '2032.html');
  expect(await line(fresh, '.html').count()).toBe(YEARS.length);
  expect(errors).toEqual([]);
  await page.reload();
  await line(page, '2021.html').waitFor();
  expect(await line(page, '.html').count()).toBe(YEARS.length - held);
  await page.context().close();
  await fresh.context().close();
});
