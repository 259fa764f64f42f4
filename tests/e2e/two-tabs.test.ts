import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { openBrowser, openSite, settled, type Site, visit } from './site.ts';

const HTML = readFileSync('tests/fixtures/documents/c1-blank-cells.html', 'utf8');
const report = (year: number) => ({
  name: `${year}.html`,
  mimeType: 'text/html',
  buffer: Buffer.from(HTML.replaceAll('2024', String(year))),
});

let browser: Browser;
let site: Site;
let one: Page;
let other: Page;
let errors: string[];

const line = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const give = (page: Page, ...years: number[]) =>
  page.locator('[data-picks="files"]').setInputFiles(years.map((year) => report(year)));

async function open(page: Page, name: string): Promise<void> {
  await line(page, name).getByRole('link').first().click();
  await settled(page);
}
async function type(page: Page, cell: string, figure: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.getByLabel('更正为').fill(figure);
}
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '撤销更正' }).waitFor();
}
const cellWith = (page: Page, cell: string, figure: string) =>
  page.locator(`[data-cell="${cell}"]`).filter({ hasText: figure });

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  ({ page: one, errors } = await visit(browser, site, '?page=reading'));
  other = await one.context().newPage();
  await other.goto(`${site.address}?page=reading`);
  for (const page of [one, other]) await page.locator('[data-picks="files"]').waitFor({ state: 'attached' });
});
afterEach(async () => {
  expect(errors).toEqual([]);
  await one.context().close();
});

describe('two tabs over the same reports', () => {
  test('see what is added, corrected and removed in the other, and lose nothing that either writes', async () => {
    await give(one, 2022, 2023);
    for (const year of [2022, 2023]) await line(other, `${year}.html`).waitFor();
    await Promise.all([open(one, '2023.html'), open(other, '2023.html')]);
    await type(one, 'new_total', '41');
    await type(other, 'carried_in_total', '7');
    await save(other);
    await cellWith(one, 'carried_in_total', '7').waitFor();
    // What is being typed is nobody else's to change.
    expect(await one.getByLabel('更正为').inputValue()).toBe('41');
    await save(one);
    await cellWith(other, 'new_total', '41').waitFor();
    await one.reload();
    for (const page of [one, other]) {
      await cellWith(page, 'new_total', '41').waitFor();
      await cellWith(page, 'carried_in_total', '7').waitFor();
    }

    await other.getByRole('button', { name: '移除这份报告' }).click();
    await one.getByText('这里没有这份报告').waitFor();
    await one.getByRole('link', { name: '全部报告' }).click();
    await line(one, '2022.html').waitFor();
    expect(await line(one, '2023.html').count()).toBe(0);
  });

  test('let everything go together, what the other is still reading too, and nothing comes back', async () => {
    const years = Array.from({ length: 120 }, (_, index) => 2030 + index);
    await give(one, ...years);
    await line(other, '2030.html').waitFor();
    await other.getByRole('button', { name: '全部移除…' }).click();
    await other.getByRole('button', { name: '全部移除', exact: true }).click();
    for (const page of [one, other]) {
      await page.getByRole('group', { name: /^已读/ }).waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: '.html' }).first().waitFor({ state: 'detached' });
      await page.reload();
      await page.getByText('把文件或整个文件夹拖到这里').waitFor();
      await settled(page);
      expect(await page.getByRole('listitem').filter({ hasText: '.html' }).count()).toBe(0);
    }
    await give(one, 2024);
    await line(other, '2024.html').waitFor();
  });
});
