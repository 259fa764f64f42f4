import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCorrectedDataset } from '../fixtures/corrected-dataset.ts';
import { openBrowser, openSite, settled, type Site, turnTo, violationsOf, visit, type WatchedPage } from './site.ts';

const FINANCE = encodeURIComponent('青岚省云溪市石桥县/石桥县财政局');

let folder: string;
let browser: Browser;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-corrected-'));
  await buildCorrectedDataset(join(folder, 'corrected.duckdb'));
  [browser, site] = await Promise.all([openBrowser(), openSite([join(folder, 'corrected.duckdb')])]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

const WORDS = {
  zh: {
    filled: '石桥县财政局, 9, 第 1 名, 本年新收政府信息公开申请数量：原读空缺，手工填为 9',
    note: '这里有 1 个数字经手工更正（石桥县财政局 2023 年）',
    both: '（石桥县财政局 2021、2023 年）',
    field: '本年新收政府信息公开申请数量：原读空缺，手工填为 9',
    column: '手工更正',
    together: /^合计, 2021, .*内有 1 个手工更正的数字, 石桥县财政局 2021 年 .*原读 11，手工更正为 12/,
    facts: '8 个数字经手工更正',
    read: ['原读 11', '原读空缺', '原读 6'],
    struck: '手工删去',
    inReport: '手工更正 3 项',
    outdated: /请再核对/,
    all: /下载全部数字/,
  },
  en: {
    filled: /^石桥县财政局, 9, rank 1, .+: read as a gap, filled by hand with 9$/,
    note: '1 figure here is corrected by hand (石桥县财政局 2023)',
    both: '(石桥县财政局 2021, 2023)',
    field: 'read as a gap, filled by hand with 9',
    column: 'Corrected by hand',
    together:
      /^Together, 2021, .*1 figure in it corrected by hand, 石桥县财政局 2021, .*read as 11, corrected by hand to 12/,
    facts: '8 figures corrected by hand',
    read: ['read as 11', 'read as a gap', 'read as 6'],
    struck: 'struck out by hand',
    inReport: '3 corrected by hand',
    outdated: /look again/,
    all: /CSV/,
  },
} as const;

async function saved(page: Page, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  let text = '';
  for await (const chunk of await file.createReadStream()) text += String(chunk);
  return text;
}

describe.each(['zh', 'en'] as const)('corrections in the language %s', (lang) => {
  const words = WORDS[lang];
  const at = (query: string) => `?dataset=corrected&lang=${lang}&${query}`;
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await visit(browser, site, at('page=requests&years=2023'));
    await settled(watched.page);
  });
  afterAll(async () => {
    await watched.page.context().close();
    expect([watched.errors, watched.strayRequests]).toEqual([[], []]);
  });

  test('a ranking marks the corrected figure, says what was read, and how many of whom it holds', async () => {
    const { page } = watched;
    const ranking = page.locator('#ranking');
    const { filled } = words;
    await ranking.getByRole('button', { name: filled, exact: typeof filled === 'string' }).waitFor();
    expect(await ranking.locator('svg .amended').count()).toBe(1);
    expect(await ranking.locator('p.amended').innerText()).toContain(words.note);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('its CSV has a column of corrections, and its SVG the line below it', async () => {
    const { page } = watched;
    const ranking = page.locator('#ranking');
    const savedAs = async (kind: RegExp) => {
      await ranking.locator('summary', { hasText: /导出|Export/ }).click();
      return saved(page, ranking.getByRole('button', { name: kind }));
    };
    const [head, ...rows] = (await savedAs(/CSV/)).trim().split('\r\n');
    const place = head!.split(',').indexOf(words.column);
    expect(place).toBeGreaterThan(0);
    expect(rows.map((row) => row.split(',')[place]!.includes(words.field) || row.includes(words.field))).toEqual([
      true,
      false,
    ]);
    const svg = await savedAs(/SVG/);
    expect(svg.replaceAll(/<\/text><text[^>]*>/g, '').replaceAll(' ', '')).toContain(words.note.replaceAll(' ', ''));
    expect(svg).toContain('<path');
  });

  test('a trend says of all bodies together how many corrected figures a year holds', async () => {
    const { page } = watched;
    await turnTo(page, at('page=requests'));
    const trend = page.locator('#trend');
    await trend.getByRole('img', { name: words.together }).waitFor();
    expect(await trend.locator('p.amended').innerText()).toContain(words.both);
    expect(await page.locator('#groups p.amended').innerText()).toContain(words.both);
    expect(await page.locator('#strip svg .amended').count()).toBe(1);
  });

  test('the tables say it in words', async () => {
    const { page } = watched;
    await turnTo(page, at('page=requests&years=2023&tables=ranking,trend,parts,strip'));
    for (const figure of ['ranking', 'trend', 'strip']) {
      await page.locator(`#${figure}`).getByRole('columnheader', { name: words.column }).waitFor();
    }
    // New requests by applicant rest on no correction: what was corrected there has come true by itself.
    expect(await page.locator('#parts').getByRole('columnheader', { name: words.column }).count()).toBe(0);
  });

  test('the start page counts them and marks its totals', async () => {
    const { page } = watched;
    await turnTo(page, at('page=overview'));
    await page.getByText(words.facts).waitFor();
    expect(await page.locator('#totals svg .amended').count()).toBeGreaterThan(2);
    await page.locator('#totals p.amended').waitFor();
    await page.locator('#outcomes p.amended').waitFor();
    expect(await page.locator('#filing p.amended').count()).toBe(0);
  });

  test('the page of a body shows what was read beside what counts, and its file says it of each cell', async () => {
    const { page } = watched;
    await turnTo(page, at(`page=body&body=${FINANCE}`));
    const figures = page.locator('section', { has: page.locator('#figures') });
    for (const text of words.read) await figures.getByText(text, { exact: true }).first().waitFor();
    await figures.getByText(words.struck, { exact: true }).waitFor();
    await page.getByText(words.inReport).first().waitFor();
    const csv = await saved(
      page,
      page.getByRole('banner').or(page.locator('main')).getByRole('button', { name: words.all }).first(),
    );
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).toContain(words.column);
    expect(rows.find((row) => row.includes(',2023,') && row.includes(',handled_total,'))).toMatch(words.outdated);
    expect(rows.find((row) => row.includes(',2021,') && row.includes(',granted_total,'))).toContain(words.struck);
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('a file opened in the tab is marked like one that is served', async () => {
  const { page, errors } = await visit(browser, site, '?lang=en');
  await settled(page);
  await page.locator('header input[type=file]').setInputFiles(join(folder, 'corrected.duckdb'));
  await page.getByText('8 figures corrected by hand').waitFor();
  await page.locator('#totals p.amended').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
