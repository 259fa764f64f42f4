import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openSite, settled, sidewaysOf, type Site, violationsOf, visit } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const RULE = '?page=audit&governments=1&rule=X-PROSE';
const REASON = '文字所述含上年结转 <img src=x>';
const bodies = (page: Page) => page.getByRole('region', { name: /^X-PROSE/ });
const place = (page: Page) => page.getByRole('article').first();
const standing = (page: Page) => place(page).getByRole('region', { name: /^(复核|Review)/ });

/** Opens the rule sorted by failures, and the first report in which it fails. */
async function openFirst(page: Page): Promise<void> {
  await bodies(page).getByRole('button', { name: '不成立', exact: true }).click();
  await page.waitForURL(/sort=fails/);
  await bodies(page)
    .getByRole('link', { name: /不成立$/ })
    .first()
    .click();
  await place(page).waitFor();
}

describe('a finding under review', () => {
  test('is traced to its sentence, dismissed with a reason, and stays so after a reload and another run', async () => {
    const { page, errors, strayRequests } = await visit(browser, site, RULE);
    await openFirst(page);
    const { pathname, search } = new URL(page.url());
    const claimed = await place(page).locator('dd').nth(1).innerText();
    expect(await place(page).locator('blockquote').innerText()).toMatch(/申请|复议|诉讼/);

    await standing(page).getByText('待复核').waitFor();
    await standing(page).getByRole('button', { name: '排除', exact: true }).click();
    expect(await standing(page).getByRole('alert').innerText()).toBe('排除须写明理由。');
    await page.keyboard.type(REASON);
    await standing(page).getByRole('button', { name: '排除', exact: true }).click();
    await standing(page).getByText('已排除', { exact: true }).waitFor();
    // The numbers stay as they were: a review is no correction.
    expect(await place(page).locator('h3').innerText()).toContain('✕');
    expect(await place(page).locator('dd').nth(1).innerText()).toBe(claimed);

    await page.reload();
    await standing(page).getByText('已排除', { exact: true }).waitFor();
    expect(await standing(page).locator('.note').innerText()).toBe(REASON);
    // Another document asks the engine anew, and runs the whole audit.
    await page.goto(`${site.address}${RULE}`);
    await bodies(page).waitFor();
    await page.goto(`${new URL(site.address).origin}${pathname}${search}`);
    await standing(page).getByText('已排除', { exact: true }).waitFor();
    expect([...errors, ...strayRequests]).toEqual([]);

    await standing(page).locator('summary').click();
    await standing(page).getByRole('button', { name: '撤销' }).click();
    await standing(page).getByText('待复核').waitFor();
    await page.context().close();
  });
});

describe.each([
  ['zh', 1440, false],
  ['zh', 390, true],
  ['en', 1024, true],
  ['en', 390, false],
] as const)('in %s at %i pixels, dark: %s', (lang, width, dark) => {
  test('a reviewed finding has no barriers', async () => {
    const { page } = await visit(browser, site, `${RULE}&lang=${lang}`, { width, dark });
    await bodies(page)
      .getByRole('link', { name: /(不成立|fails)$/ })
      .first()
      .click();
    await place(page).waitFor();
    await standing(page).getByRole('textbox').fill('x');
    await standing(page)
      .getByRole('button', { name: /^(排除|Dismiss)$/ })
      .click();
    await standing(page).getByText('x', { exact: true }).first().waitFor();
    await settled(page);
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
    await page.context().close();
  });
});
