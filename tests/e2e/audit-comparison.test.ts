import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOKS, openBrowser, openSite, settled, sidewaysOf, type Site, violationsOf, visit } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const block = (name: string, upheld: number, total: number) => ({
  [`${name}_upheld`]: upheld,
  [`${name}_corrected`]: 0,
  [`${name}_other_result`]: 0,
  [`${name}_pending`]: 0,
  [`${name}_total`]: total,
});
const list = (name: string, reports: Readonly<Record<string, object>>) => ({
  name,
  mimeType: 'application/x-ndjson',
  buffer: Buffer.from(
    Object.entries(reports)
      .map(([body, measures]) => JSON.stringify({ body, year: 2024, form: '2021', source: 'list', measures }))
      .join('\n'),
  ),
});
const EARLIER = list('earlier.jsonl', {
  青溪县财政局: { ...block('review', 3, 1), ...block('suit_direct', 2, 9) },
  青溪县教育局: block('review', 3, 1),
});
const LATER = list('later.jsonl', {
  青溪县财政局: { ...block('review', 3, 3), ...block('suit_direct', 2, 8), ...block('suit_after_review', 0, 4) },
});

test.each(LOOKS)(
  'findings are compared with those of an earlier file in %s at %i pixels, dark: %s',
  async (lang, width, dark) => {
    const { page, errors, strayRequests } = await visit(browser, site, `?page=audit&dataset=sample&lang=${lang}`, {
      width,
      dark,
    });
    await settled(page);
    await page.locator('header input[type=file], input[type=file][accept^=".duckdb"]').first().setInputFiles([LATER]);
    await page.waitForURL(/dataset=file/);
    await page.getByText(/^(与较早的数据集比较|Compare with an earlier dataset)$/).click();
    await page.locator('[data-picks="earlier"]').setInputFiles([EARLIER]);
    const result = page.getByRole('status').filter({ hasText: /^(与「|Compared with)/ });
    await result.waitFor();
    const row = page.getByRole('row', { name: /^T4-SUM/ }).last();
    expect((await row.locator('td').allInnerTexts()).map(Number)).toEqual([1, 1, 1, 0, 1]);

    await row.getByRole('button', { name: /(已改正|mended)/ }).click();
    const place = page.getByRole('listitem').filter({ hasText: /青溪县财政局 2024/ });
    expect(await place.innerText()).toMatch(/(行政复议|reconsideration)/);
    await row.getByRole('button', { name: /(现无此报告|report not there)/ }).click();
    const absent = page.getByRole('listitem').filter({ hasText: /青溪县教育局 2024/ });
    await absent.waitFor();
    expect(await absent.getByRole('link').count()).toBe(0);
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);

    await row.getByRole('button', { name: /(仍然存在|still there)/ }).click();
    await page
      .getByRole('listitem')
      .getByRole('link', { name: /青溪县财政局 2024/ })
      .click();
    await page.getByRole('article').first().waitFor();
    expect(new URL(page.url()).searchParams.get('opened')).toBe('2024');
    expect([...errors, ...strayRequests]).toEqual([]);
    await page.context().close();
  },
);

test('a comparison with a served dataset can be given up, and another one begun', async () => {
  const { page, errors } = await visit(browser, site, '?page=audit&dataset=sample');
  await settled(page);
  await page.getByText('与较早的数据集比较', { exact: true }).click();
  await page.getByRole('combobox', { name: '较早的数据集' }).selectOption('demonstration');
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await page
    .getByRole('group', { name: /^正在比较/ })
    .getByRole('button', { name: '停止' })
    .click();
  await page.getByRole('group', { name: /^正在比较/ }).waitFor({ state: 'detached' });
  expect(await page.getByRole('status').filter({ hasText: '与「' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '比较', exact: true }).isEnabled()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});
