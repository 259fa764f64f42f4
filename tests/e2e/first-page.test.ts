import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetMenu, finding, live, openBrowser, openSite, type Site, visit, type WatchedPage } from './site.ts';

const YEXIAN = '叶县住房和城乡建设局';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const ready = ({ page }: WatchedPage) => live(page);

describe.each([
  ['zh', 1440, false],
  ['en', 390, true],
] as const)('the first page in %s at %i pixels, dark: %s', (lang, width, dark) => {
  test('shows the demonstration’s totals under a banner, without stray requests or errors', async () => {
    const visited = await visit(browser, site, lang === 'zh' ? '' : '?lang=en', { width, dark });
    const { page } = visited;
    await ready(visited);
    expect(await page.getByRole('complementary').innerText()).toMatch(
      lang === 'zh' ? /演示数据.*虚构/s : /Demonstration.*made up/s,
    );
    expect(await page.getByText(lang === 'zh' ? '600 个单位' : '600 bodies').count()).toBeGreaterThan(0);
    expect(await finding(page).innerText()).toMatch(
      lang === 'zh' ? /2025 年 \d+ 份报告合计：新收申请 / : /2025.*requests/s,
    );
    expect(await page.getByRole('figure').count()).toBe(3);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
    expect(visited.strayRequests).toEqual([]);
    expect(visited.errors).toEqual([]);
    await page.context().close();
  });
});

test('the demonstration is read in ranges, never whole, and once', async () => {
  site.responses.length = 0;
  const visited = await visit(browser, site, '?dataset=demonstration');
  await ready(visited);
  const reads = site.responses.filter(({ path, method }) => path.endsWith('.duckdb') && method === 'GET');
  expect(reads.map(({ range }) => range)).toContain('bytes=0-0');
  expect(reads.filter(({ status }) => status === 200)).toEqual([]);
  const ranges = reads.filter(({ status }) => status === 206).map(({ range }) => range);
  expect(new Set(ranges).size).toBe(ranges.length);
  await visited.page.context().close();
});

test('SQL in the tab finds the figures of 叶县住房和城乡建设局 for 2025, and NULL with its gap', async () => {
  const statement = `SELECT licensing_decisions, admin_fees_wan, new_total, granted_total, partial_total, new_other_org, gap.reason
    FROM report JOIN body USING (body_id)
    LEFT JOIN gap ON gap.report_id = report.report_id AND gap.cell = 'new_other_org'
    WHERE current AND year = 2025 AND body.name = '${YEXIAN}'`;
  const visited = await visit(browser, site, '?page=data&dataset=sample');
  const { page } = visited;
  await page.getByLabel('语句').fill(statement);
  await page.getByLabel('语句').press('Control+Enter');
  const cells = page.getByRole('region', { name: '查询结果' }).locator('tbody td');
  await cells.first().waitFor();
  expect(await cells.allInnerTexts()).toEqual(['119', '3592', '3', '2', '1', 'NULL', 'column-absent']);
  expect(visited.errors).toEqual([]);
  await page.context().close();
});

test('Back returns to the dataset before, and the sample carries no banner', async () => {
  const visited = await visit(browser, site, '');
  const { page } = visited;
  await ready(visited);
  await datasetMenu(page).selectOption('sample');
  await page.getByRole('heading', { level: 1, name: '公开年报样本' }).waitFor();
  expect(await page.getByRole('complementary').count()).toBe(0);
  await page.goBack();
  await page.getByRole('complementary').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

test('an address with parts that mean nothing says so and shows the rest', async () => {
  const visited = await visit(browser, site, '?lang=en&colour=red');
  await visited.page.getByText('left out: colour').waitFor();
  await ready(visited);
  await visited.page.context().close();
});

test('a dataset that is not served is told with what to do next, and another can be chosen', async () => {
  const visited = await visit(browser, site, '?dataset=absent');
  const { page } = visited;
  await page.getByRole('alert').getByText('这里没有这个名称的数据集').waitFor();
  await datasetMenu(page).selectOption('sample');
  await page.getByRole('heading', { level: 1, name: '公开年报样本' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});

test('a refused statement is told in words and the page goes on', async () => {
  const visited = await visit(browser, site, `?page=data&sql=${encodeURIComponent("SELECT * FROM read_parquet('x')")}`);
  const { page } = visited;
  await page.getByRole('alert').getByText('parquet extension').waitFor();
  await page.getByLabel('语句').fill('SELECT 42 AS answer');
  await page.getByRole('button', { name: '运行' }).click();
  await page.getByRole('cell', { name: '42', exact: true }).waitFor();
  await page.context().close();
});
