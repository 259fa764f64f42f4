import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dress,
  LOOKS,
  openBrowser,
  openSite,
  settled,
  sidewaysOf,
  type Site,
  turnTo,
  violationsOf,
  visit,
} from './site.ts';

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

describe('the reviews of a rule', () => {
  const FILTER = /^(复核|Review)$/;
  const filter = (page: Page) => page.getByRole('group', { name: FILTER });
  const countAt = async (page: Page, state: string) =>
    Number(
      (
        await filter(page)
          .getByRole('button', { name: new RegExp(`^${state} `) })
          .innerText()
      ).split(' ')[1],
    );

  /** Dismisses every finding of the first report that fails; gives its body. */
  async function dismissFirst(page: Page): Promise<string> {
    await openFirst(page);
    for (const article of await page.getByRole('article').all()) {
      await article.getByRole('textbox').fill(REASON);
      await article.getByRole('button', { name: '排除', exact: true }).click();
      await article.getByText('已排除', { exact: true }).waitFor();
    }
    const body = await page.getByRole('heading', { level: 2 }).innerText();
    await page.goBack();
    await bodies(page).waitFor();
    await settled(page);
    return body.split(' ')[0]!;
  }

  test('are counted and filtered by, change no count of the audit, and go to another browser as a file', async () => {
    const { page, errors } = await visit(browser, site, RULE);
    await bodies(page).waitFor();
    await settled(page);
    const total = () => bodies(page).locator('tr.total').innerText();
    const before = await total();
    const open = await countAt(page, '待复核');
    const body = await dismissFirst(page);
    expect(await total()).toBe(before);
    expect(await countAt(page, '待复核')).toBe(open - 1);
    expect(await countAt(page, '已排除')).toBe(1);

    await filter(page)
      .getByRole('button', { name: /^已排除/ })
      .click();
    await page.waitForURL(/review=dismissed/);
    await settled(page);
    const rows = bodies(page).locator('tbody tr');
    expect(await rows.count()).toBe(1);
    expect(await rows.innerText()).toContain(body);
    await bodies(page)
      .getByRole('link', { name: /不成立（已排除）$/ })
      .waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出…' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^复核记录-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const link = page.url();

    const { page: other, errors: others } = await visit(browser, site, new URL(link).search);
    await filter(other).waitFor();
    await settled(other);
    expect(await rows.count()).toBe(1);
    expect(await bodies(other).count()).toBe(0);
    const give = (path: string) => other.locator('[data-picks="reviews"]').setInputFiles(path);
    await give('package.json');
    expect(await other.getByRole('alert').innerText()).toBe('这不是复核记录的文件，没有导入。');
    await give(file);
    await other.getByText(/读到 \d+ 条，其中 \d+ 条是新的。/).waitFor();
    await bodies(other)
      .getByRole('link', { name: /不成立（已排除）$/ })
      .click();
    await standing(other).getByText('已排除', { exact: true }).waitFor();
    expect(await standing(other).locator('.note').innerText()).toBe(REASON);

    await other.goBack();
    await other.getByRole('button', { name: '全部清除…' }).click();
    await other.getByRole('button', { name: '清除', exact: true }).click();
    await other.getByText('共 0 条。').waitFor();
    await bodies(other).waitFor({ state: 'detached' });
    expect([...errors, ...others]).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  });
});

describe('a reviewed finding has no barriers', () => {
  let page: Page;
  let opened: string;
  beforeAll(async () => {
    ({ page } = await visit(browser, site, RULE));
    await openFirst(page);
    await standing(page).getByRole('textbox').fill('x');
    await standing(page).getByRole('button', { name: '排除', exact: true }).click();
    await standing(page).getByText('x', { exact: true }).first().waitFor();
    opened = new URL(page.url()).search;
  });
  afterAll(() => page.context().close());

  test.each(LOOKS)('in %s at %i pixels, dark: %s', async (lang, width, dark) => {
    await dress(page, { width, dark });
    await turnTo(page, `${opened}&lang=${lang}`);
    await standing(page).getByText('x', { exact: true }).first().waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
    await turnTo(page, `${RULE}&lang=${lang}`);
    await bodies(page).waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
  });
});
