import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openSite, settled, type Site, violationsOf, visit } from './site.ts';

const HTML = readFileSync('tests/fixtures/documents/c1-blank-cells.html', 'utf8');

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Leaves what is kept as earlier readers would have: they read another number in a cell, which a person corrected. */
const asReadEarlier = (page: Page, cell: string, read: number) =>
  page.evaluate(
    async ([id, figure]) => {
      const asked = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((settle, fail) => {
          request.onsuccess = () => settle(request.result);
          request.onerror = () => fail(new Error(String(request.error)));
        });
      const database = await asked(indexedDB.open('nianbao'));
      const work = database.transaction(['lines', 'readings', 'corrections'], 'readwrite');
      const [lines, readings, corrections] = ['lines', 'readings', 'corrections'].map((name) => work.objectStore(name));
      for (const key of await asked(lines!.getAllKeys())) {
        const line = (await asked(lines!.get(key))) as object;
        await asked(lines!.put({ ...line, reader: 'earlier' }, key));
        const report = (await asked(readings!.get(key))) as { cells: { id: string; value: number }[] };
        const cells = report.cells.map((one) => (one.id === id ? { ...one, value: figure } : one));
        await asked(readings!.put({ ...report, cells }, key));
        const made = (await asked(corrections!.get(key))) as { cell: string }[];
        const then = made.map((one) => (one.cell === id ? { ...one, before: figure, read: figure } : one));
        await asked(corrections!.put(then, key));
      }
      database.close();
    },
    [cell, read] as const,
  );

async function correct(page: Page, cell: string, figure: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.getByLabel('更正为').fill(figure);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '撤销更正' }).waitFor();
}

test('what earlier readers have read is read anew; corrections stay, and those made over another reading are to be looked at again', async () => {
  const { page, errors } = await visit(browser, site, '?page=reading');
  await page
    .locator('[data-picks="files"]')
    .setInputFiles([{ name: '2024.html', mimeType: 'text/html', buffer: Buffer.from(HTML) }]);
  const line = page.getByRole('listitem').filter({ hasText: '2024.html' });
  await line.getByRole('link').first().click();
  await settled(page);
  const read = await page.locator('[data-cell="new_total"]').innerText();
  await correct(page, 'new_total', '41');
  await correct(page, 'carried_in_total', '7');
  await asReadEarlier(page, 'new_total', 999);

  await page.reload();
  const told = page.getByText('1 处更正所依据的读数变了');
  await told.waitFor();
  await page.getByText(`更正时读到 999，现在读到 ${read}，更正为 41`).click();
  await page.getByText('更正时读到', { exact: true }).waitFor();
  expect(await page.locator('[data-cell="new_total"]').innerText()).toMatch(/^41\s+改？/);
  expect(await page.locator('[data-cell="carried_in_total"]').innerText()).toMatch(/^7\s+改\s/);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '全部报告' }).click();
  await line.filter({ hasText: '2 处更正' }).filter({ hasText: '1 处更正待复核' }).waitFor();

  await line.getByRole('link').first().click();
  await settled(page);
  await page.locator('[data-cell="new_total"]').click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await told.waitFor({ state: 'detached' });
  expect(await page.locator('[data-cell="new_total"]').innerText()).toMatch(/^41\s+改\s/);
  expect(errors).toEqual([]);
  await page.context().close();
});
