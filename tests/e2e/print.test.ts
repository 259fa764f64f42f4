import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { live, openBrowser, openSite, settled, type Site, turnTo, visit, type WatchedPage } from './site.ts';

let browser: Browser;
let site: Site;
/** One tab for all pages, in the dark. */
let watched: WatchedPage;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  watched = await visit(browser, site, '?dataset=sample', { dark: true });
  await live(watched.page);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const BODY = encodeURIComponent('河南省平顶山市叶县/叶县住房和城乡建设局');

/** Pages with the sheets of A4 that they may take at most. */
const PRINTED = [
  ['overview', 4, ''],
  ['outcomes', 7, `&body=${BODY}`],
  ['enforcement', 8, `&bodies=${BODY}`],
  ['body', 12, `&body=${BODY}`],
  ['method', 14, ''],
] as const;

test.each(PRINTED)(
  'on paper the page %s keeps its charts and loses its controls, on white even from the dark, on %i sheets at most',
  async (name, sheets, more) => {
    const { page, errors } = watched;
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await turnTo(page, `?dataset=sample&page=${name}${more}`);
    const figures = await page.getByRole('figure').count();
    const drawings = await page.locator('figure svg').filter({ visible: true }).count();
    expect(drawings).toBeGreaterThanOrEqual(figures);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await settled(page);
    const controls = page.locator('button, select, input, textarea, nav a').filter({ visible: true });
    expect(await controls.allInnerTexts()).toEqual([]);
    expect(await page.getByRole('figure').filter({ visible: true }).count()).toBe(figures);
    expect(await page.locator('figure svg').filter({ visible: true }).count()).toBe(drawings);
    const paper = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    expect(paper).toEqual(['rgb(255, 255, 255)', 'rgb(28, 30, 33)']);
    const pdf = await page.pdf({ format: 'A4' });
    const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(sheets);
    expect(errors).toEqual([]);
  },
);
