import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openSite, type Site, visit } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The page at the address, with the engine's module held back until `release` is called. */
async function visitWithoutEngine(query: string) {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  const hold = (page: Page) =>
    page.route('**/*.wasm', async (route) => {
      await released;
      await route.continue();
    });
  return { ...(await visit(browser, site, query, { before: hold })), release };
}

const figures = (page: Page) => page.getByRole('figure');
const isBar = (page: Page) =>
  figures(page)
    .nth(1)
    .getByRole('img', { name: /^2025,/ });

test('the start page draws its charts before any WebAssembly is asked for', async () => {
  site.responses.length = 0;
  const { page, errors } = await visitWithoutEngine('');
  await isBar(page).first().waitFor();
  expect(await figures(page).count()).toBe(3);
  expect(await page.getByRole('complementary').innerText()).toContain('虚构');
  expect(site.responses.filter(({ path }) => path.endsWith('.duckdb'))).toEqual([]);
  expect(site.responses.some(({ path }) => path.endsWith('.snapshot.json'))).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('nothing moves when the engine is ready, and filters then reach it', async () => {
  const { page, errors, release } = await visitWithoutEngine('');
  await isBar(page).first().waitFor();
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  await page.getByText('正在载入查询引擎').waitFor();
  release();
  await page.getByText('正在载入查询引擎').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
  await page.getByRole('button', { name: '2023', exact: true }).click();
  await page.locator('p.finding', { hasText: /^\s*2023 年/ }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a question asked before the engine is ready is answered when it is', async () => {
  const { page, release } = await visitWithoutEngine('?years=2022');
  await page.getByText('正在载入查询引擎').waitFor();
  expect(await page.locator('p.finding').count()).toBe(0);
  release();
  await page.locator('p.finding', { hasText: /^\s*2022 年/ }).waitFor();
  await page.context().close();
});

test('where the engine cannot start the start page stays, says why, and other pages say it too', async () => {
  const bar = (page: Page) => page.route('**/*.wasm', (route) => route.abort());
  const { page } = await visit(browser, site, '', { before: bar });
  await page.getByRole('alert').getByText('没能打开数据集').waitFor();
  expect(await figures(page).count()).toBe(3);
  await page.getByRole('link', { name: '方法' }).click();
  await page.getByRole('heading', { name: '指标' }).waitFor();
  await page.getByRole('link', { name: '申请', exact: true }).click();
  await page.getByRole('alert').nth(1).waitFor();
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.locator('p.finding').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});
