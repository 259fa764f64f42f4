import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dress,
  finding,
  LOOKS,
  openBrowser,
  openSite,
  settled,
  sharePage,
  sidewaysOf,
  type Site,
  violationsOf,
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

const shown = sharePage(() => [browser, site]);

const matrix = (page: Page) => page.getByRole('region', { name: /^(规则|Rules)$/ });
const bodies = (page: Page) => page.getByRole('region', { name: /^T3-ROW/ });
const firstFailure = (page: Page) => bodies(page).locator('tbody tr').first().getByRole('link').first();

describe('the audit of the demonstration', () => {
  test('from the rules, sorted, to a body, its report and its figures, each by its own address', async () => {
    const page = await shown('?page=audit&severity=must');
    await finding(page).waitFor();
    await settled(page);
    expect(await finding(page).innerText()).toMatch(
      /^2019–2025：[\d,]+ 份报告，\d+ 条规则。 其中 \d+ 份报告有必须成立而不成立的。$/,
    );
    const missing = page.getByRole('region', { name: '报送' }).getByRole('row', { name: '2025' });
    expect(await missing.innerText()).toMatch(/\d/);

    const named = () => matrix(page).locator('tbody th[scope=row] b').allInnerTexts();
    const inOrder = await named();
    await matrix(page).getByRole('button', { name: '不成立', exact: true }).click();
    await page.waitForURL(/sort=fails/);
    const sorted = await named();
    expect([...sorted].sort()).toEqual([...inOrder].sort());
    const counts = await matrix(page).locator('tbody td.number:nth-child(2)').allInnerTexts();
    expect(counts.map(Number)).toEqual(counts.map(Number).sort((one, other) => other - one));

    await matrix(page)
      .getByRole('link', { name: /^T3-ROW/ })
      .click();
    await bodies(page).waitFor();
    await firstFailure(page).click();
    await page.waitForURL(/opened=20\d\d/);
    await page.reload();
    const place = page.getByRole('article').first();
    await place.waitFor();
    const numbers = await place.locator('dd').allInnerTexts();
    const [expected, actual, difference] = numbers.map((text) => Number(text.replace('−', '-').replaceAll(',', '')));
    expect(actual! - expected!).toBe(difference);
    // The form shows the parts of the sum and what stands for it.
    const marked = (await place.locator('.marked').allInnerTexts()).map((text) =>
      Number(/[\d,]+/.exec(text)![0].replaceAll(',', '')),
    );
    expect(marked).toHaveLength(7);
    expect(marked.slice(0, 6).reduce((sum, value) => sum + value, 0)).toBe(expected);
    expect(marked[6]).toBe(actual);
    expect(await page.getByText('虚构 ·').count()).toBe(1);

    await page.goBack();
    await firstFailure(page).waitFor();
  });

  test('shares by year and unit follow the severity and the grouping, each with its counts', async () => {
    const page = await shown('?page=audit&severity=must&groups=place&tables=findings,units');
    const figure = (name: string) => page.locator(`#${name}`);
    await figure('units').getByRole('table').waitFor();
    await settled(page);
    const rowsOf = async (name: string) => {
      const rows = await figure(name).getByRole('table').getByRole('row').all();
      return Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
    };
    const numbers = (cells: readonly string[]) => cells.map((cell) => Number(cell.replace(/[, %]/g, '')));
    const years = (await rowsOf('findings')).map(numbers);
    expect(years.length).toBe(7);
    for (const cells of years) {
      const [share, failing, checked, partly, reports] = cells.slice(-5);
      expect(share).toBeCloseTo((failing! / checked!) * 100, 1);
      expect(failing! + partly! <= checked! && checked! <= reports!).toBe(true);
    }
    const units = (await rowsOf('units')).map(numbers);
    const shares = units.map((cells) => cells.at(-7)!);
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
    // The same reports, cut by year and by unit.
    const sum = (rows: readonly (readonly number[])[], column: number) =>
      rows.reduce((all, cells) => all + cells.at(column)!, 0);
    expect(sum(units, -6)).toBe(sum(years, -4));
    await figure('unitYears').getByRole('combobox').selectOption('kind');
    await page.waitForURL((url) => !url.searchParams.has('groups'));
    await settled(page);
    expect((await rowsOf('units')).length).toBeGreaterThan(units.length);
  });

  test('a rule that a gap keeps from being checked names the gap, and is no failure', async () => {
    const page = await shown('?page=audit&rule=T3-ROW&sort=cannot-check');
    const open = bodies(page)
      .getByRole('link', { name: /无法核对$/ })
      .first();
    await open.click();
    const place = page.getByRole('article').first();
    await place.waitFor();
    expect(await place.locator('h3').innerText()).toContain('?');
    expect(await place.getByText('缺少', { exact: true }).count()).toBe(1);
    expect(await place.locator('li .gap').count()).toBeGreaterThan(0);
    expect(await place.getByText('应为', { exact: true }).count()).toBe(0);
  });

  test('filters narrow it without another run, and an unknown rule is said to be unknown', async () => {
    const page = await shown('?page=audit&kinds=police&years=2024&rule=T3-SUM');
    const region = page.getByRole('region', { name: /^T3-SUM/ });
    await region.waitFor();
    expect(await region.locator('thead .year').allInnerTexts()).toEqual(['2024']);
    expect(await region.locator('tbody th').first().innerText()).toContain('公安');
    await page.getByRole('button', { name: '2023', exact: true }).click();
    await page.waitForURL(/years=2023/);
    await settled(page);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect(await region.locator('thead .year').allInnerTexts()).toEqual(['2023', '2024']);
    await page.goto(`${site.address}?page=audit&rule=NO-SUCH`);
    await page.getByText('没有规则 NO-SUCH。').waitFor();
  });
});

describe('a finding of the demonstration', () => {
  const openedUnder = async (rule: string) => {
    const page = await shown(`?page=audit&governments=1&rule=${rule}`);
    await page
      .getByRole('region', { name: new RegExp(`^${rule}`) })
      .getByRole('link', { name: /不成立$/ })
      .first()
      .click();
    const place = page.getByRole('article').filter({ hasText: '不成立' }).first();
    await place.waitFor();
    return place;
  };

  test('what the prose says and the table does not stands there in its sentence', async () => {
    const place = await openedUnder('X-PROSE');
    expect(await place.locator('dd').count()).toBe(3);
    expect(await place.locator('blockquote').innerText()).toMatch(/申请|复议/);
  });

  test('another year stands there as a year, and is no figure', async () => {
    const place = await openedUnder('D-YEAR');
    const [expected, actual, ...rest] = await place.locator('dd').allInnerTexts();
    expect([expected, actual]).toEqual([expect.stringMatching(/^20\d\d$/), expect.stringMatching(/^20\d\d$/)]);
    expect(rest).toEqual([]);
    expect(await place.locator('blockquote mark').first().innerText()).toBe(actual);
  });

  test.each(['Y-STOCK', 'R-SUM'])('%s, which is about tables, quotes no words', async (rule) => {
    const place = await openedUnder(rule);
    expect(await place.locator('dd').count()).toBe(3);
    expect(await place.locator('blockquote').count()).toBe(0);
    expect(await place.innerText()).not.toContain('?');
  });
});

describe('the rules, the bodies of one and a finding have no barriers', () => {
  // Of a few kinds only, for axe looks at every mark of every body.
  const address = '?page=audit&kinds=civilAffairs,health&sort=fails';

  test.each(LOOKS)('in %s at %i pixels, dark: %s', async (lang, width, dark) => {
    const page = await shown(`${address}&lang=${lang}`);
    await dress(page, { width, dark });
    await matrix(page).waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
    await matrix(page)
      .getByRole('link', { name: /^T3-ROW/ })
      .click();
    await firstFailure(page).waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
    await firstFailure(page).click();
    await page.getByRole('article').first().waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
  });
});
