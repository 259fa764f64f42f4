import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { live, openBrowser, openSite, type Site, turnTo, visit } from './site.ts';

const YEXIAN = '叶县住房和城乡建设局';
const JIANGNING = '南京市江宁区人民政府';

let browser: Browser;
let site: Site;
/** One tab for all: each view is turned to by its address. */
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  ({ page } = await visit(browser, site, '?dataset=sample'));
  await live(page);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const query = (parts: Record<string, string>) => `?${new URLSearchParams({ dataset: 'sample', ...parts }).toString()}`;

/** Names of a body's marks in a figure, as they are read to a reader who does not see them. */
const marksOf = (figure: number, body: string): Promise<(string | null)[]> =>
  page
    .getByRole('figure')
    .nth(figure)
    .locator(`[data-mark][aria-label^="${body}"]`)
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));

describe(`${YEXIAN} for 2025`, () => {
  test.each([
    ['enforcement', 'zh', '119', '第 7 名', '无报告'],
    ['enforcement', 'en', '119', 'rank 7', 'no report'],
    ['fees', 'zh', '3,592 万元', '第 2 名', '无报告'],
    ['fees', 'en', '35.92 million yuan', 'rank 2', 'no report'],
  ] as const)('is ranked and drawn on the page %s in %s with %s', async (name, lang, value, rank, absent) => {
    await turnTo(page, query({ page: name, lang, years: '2025', bodies: `河南省平顶山市叶县/${YEXIAN}` }));
    expect(await marksOf(0, YEXIAN)).toEqual([`${YEXIAN}, ${value}, ${rank}`]);
    expect(await marksOf(1, YEXIAN)).toEqual([
      ...[2019, 2020, 2021, 2022, 2023, 2024].map((year) => `${YEXIAN}, ${year}, ${absent}`),
      `${YEXIAN}, 2025, ${value}`,
    ]);
    const ranking = page.getByRole('figure').first();
    await ranking.getByRole('button', { name: lang === 'zh' ? '表格' : 'Table', exact: true }).click();
    const row = ranking.getByRole('row').filter({ hasText: YEXIAN });
    expect(await row.innerText()).toContain(value.split(' ')[0]);
    await ranking.getByRole('button', { name: lang === 'zh' ? '图形' : 'Chart', exact: true }).click();
  });
});

describe(`the years of ${JIANGNING}`, () => {
  test.each([
    ['zh', '无报告'],
    ['en', 'no report'],
  ] as const)('are a line from 2021 to 2024 between years without a report, in %s', async (lang, absent) => {
    const bodies = `江苏省南京市江宁区/${JIANGNING}`;
    await turnTo(page, query({ page: 'requests', lang, governments: 'yes', bodies, body: bodies }));
    const years = [
      [2019, absent],
      [2020, absent],
      [2021, '623'],
      [2022, '783'],
      [2023, '821'],
      [2024, '809'],
      [2025, absent],
    ] as const;
    const marks = await marksOf(1, JIANGNING);
    expect(marks).toHaveLength(years.length);
    for (const [index, [year, told]] of years.entries()) {
      expect(marks[index]).toMatch(new RegExp(`^${JIANGNING}, ${year}, ${told}(,|$)`));
    }
    expect(marks[3]).toContain('+25.7 %');
    const panel = page.getByRole('region', { name: JIANGNING });
    for (const [year, told] of years) {
      expect(await panel.getByRole('row', { name: String(year) }).innerText()).toContain(told);
    }
  });
});
