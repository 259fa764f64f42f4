import { read as open, utils } from '@e965/xlsx';
import { parquetReadObjects } from 'hyparquet';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readmeQuestions } from '../fixtures/readme-questions.ts';
import { dress, openBrowser, openSite, settled, sharePage, type Site, violationsOf } from './site.ts';

const YEXIAN = '叶县住房和城乡建设局';
const YEXIAN_KEY = encodeURIComponent(`河南省平顶山市叶县/${YEXIAN}`);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const figures = (page: Page) => page.getByRole('figure');
const finding = (page: Page) => page.locator('p.finding');

/** What every comparing page asks: ranking, trend, composition and distribution. */
const QUESTIONS = {
  zh: [/最高/, /逐年如何变化/, /由哪些部分构成|是多少/, /如何分布/],
  en: [/highest/, /over the years/, /made of|amount to/, /How do all bodies lie/],
};

const shown = sharePage(() => [browser, site]);

describe.each([
  ['zh', 1440, false],
  ['en', 390, true],
] as const)('in %s at %i pixels, dark: %s', (lang, width, dark) => {
  test.each(['requests', 'outcomes', 'enforcement', 'fees', 'disputes'])(
    'the page %s states its finding and shows its figures with their rows',
    async (key) => {
      const page = await shown(`?page=${key}&lang=${lang}`);
      await dress(page, { width, dark });
      expect(await finding(page).innerText()).toMatch(
        lang === 'zh' ? /2025 年.*合计.*份报告中/s : /2025.*in all \(given/s,
      );
      const titles = (await page.locator('figure h3').allInnerTexts()).join('\n');
      for (const question of QUESTIONS[lang]) expect(titles).toMatch(question);
      for (const figure of await figures(page).all()) expect(await figure.innerText()).toMatch(/虚构|made up/);
      const ranking = figures(page).first();
      await ranking.getByRole('button', { name: lang === 'zh' ? '表格' : 'Table' }).click();
      expect(await ranking.getByRole('row').count()).toBeGreaterThan(10);
    },
  );
});

test('the method page names every indicator and the form, in both languages', async () => {
  for (const [lang, name] of [
    ['zh', '公开率'],
    ['en', 'disclosure rate'],
  ] as const) {
    const page = await shown(`?page=method&lang=${lang}`);
    await page.getByRole('rowheader', { name: `${name} disclosure_rate`, exact: true }).waitFor();
  }
});

test('a deep link shows the licences of 叶县住房和城乡建设局 for 2025 beside its years without a report', async () => {
  const page = await shown(`?page=enforcement&dataset=sample&body=${YEXIAN_KEY}`);
  const panel = page.getByRole('region', { name: YEXIAN });
  await panel.waitFor();
  expect(await panel.getByRole('row', { name: '2025' }).innerText()).toContain('119');
  expect(await panel.getByRole('row', { name: '2021' }).innerText()).toContain('无报告');
});

test('filters are set by keyboard, stand in the address, and Back and Forward move through them', async () => {
  const page = await shown('?page=requests');
  await finding(page).waitFor();
  const all = await finding(page).innerText();
  await page.getByRole('button', { name: '2024', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^2024 年本年新收/).waitFor();
  await page.locator('summary', { hasText: '类别' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '公安' }).focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/kinds=police/);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('checkbox', { name: '公安' }).isVisible()).toBe(false);
  expect(new URL(page.url()).search).toBe('?page=requests&years=2024&kinds=police');
  await page.goBack();
  await page.goBack();
  await expect.poll(() => finding(page).innerText()).toBe(all);
  await page.goForward();
  await page.getByText(/^2024 年本年新收/).waitFor();
});

test('a body is added by name from the keyboard and drawn through the years', async () => {
  const page = await shown('?page=requests&dataset=sample');
  await page.getByRole('combobox', { name: '对比单位' }).fill('叶县 住房');
  await page.getByRole('option', { name: YEXIAN }).waitFor();
  await page.getByRole('combobox', { name: '对比单位' }).press('Enter');
  await page.getByRole('button', { name: `移除 ${YEXIAN}` }).waitFor();
  const trend = page.locator('#trend').getByRole('figure');
  await trend.getByRole('button', { name: '表格' }).click();
  await trend.getByRole('rowheader', { name: YEXIAN }).first().waitFor();
});

test('below 700 pixels the filters open in a sheet and close again', async () => {
  const page = await shown('?page=requests');
  await dress(page, { width: 390, dark: false });
  await page.getByRole('button', { name: '筛选' }).click();
  const sheet = page.getByRole('dialog', { name: '筛选' });
  await sheet.getByRole('button', { name: '2024', exact: true }).click();
  expect(await violationsOf(page)).toEqual([]);
  await sheet.getByRole('button', { name: '完成' }).click();
  await page.getByText(/^2024 年本年新收/).waitFor();
  expect(await sheet.count()).toBe(0);
});

test('governments stand beside departments only when asked, and the page says so', async () => {
  const page = await shown('?page=requests');
  await finding(page).waitFor();
  expect(await page.getByText('包含其所属部门').count()).toBe(0);
  await page.getByLabel('含各级政府').check();
  await page.getByText('包含其所属部门').waitFor();
});

test('a link made on other data warns, and one made on this data does not', async () => {
  const page = await shown('?page=requests&fp=0123456789abcdef');
  await page.getByText('指纹 0123456789abcdef').waitFor();
  const [, own] = /，指纹 ([0-9a-f]{16})/.exec(await page.getByRole('contentinfo').innerText())!;
  await page.goto(`${site.address}?page=requests&fp=${own}`);
  await finding(page).waitFor();
  expect(await page.getByText('这个链接是在另一份数据').count()).toBe(0);
});

test('a figure is saved as rows in four formats and as pictures, and the files say that figures are made up', async () => {
  const page = await shown('?page=requests');
  await finding(page).waitFor();
  const figure = figures(page).first();
  const saved = async (kind: RegExp) => {
    await figure.locator('summary', { hasText: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: kind }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  };
  const csv = await saved(/CSV/);
  expect(csv.name).toMatch(/^演示数据-.*\.csv$/);
  const [, ...lines] = csv.bytes.toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(20);
  expect(lines.filter((line) => !line.endsWith('演示数据'))).toEqual([]);
  const json = await saved(/JSON/);
  const { rows, synthetic } = JSON.parse(json.bytes.toString('utf8')) as {
    rows: Record<string, unknown>[];
    synthetic: boolean;
  };
  expect(synthetic).toBe(true);
  const values = rows.map((row) => Object.values(row));
  const parquet = await saved(/Parquet/);
  const { buffer, byteOffset, byteLength } = parquet.bytes;
  const read = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) });
  expect(read.map((row) => Object.values<unknown>(row).slice(0, values[0]!.length))).toEqual(values);
  const xlsx = await saved(/XLSX/);
  const book = open(xlsx.bytes);
  const sheet = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null });
  expect(sheet.slice(1).map((row) => row.slice(0, values[0]!.length))).toEqual(values);
  expect(lines[0]!.split(',')[0]).toBe(values[0]![0]);
  expect((await saved(/PNG/)).name).toMatch(/^演示数据-.*\.png$/);
});

test('the statement behind each figure runs in the tab as it stands', async () => {
  const page = await shown('?page=disputes&lang=en');
  await finding(page).waitFor();
  await settled(page);
  const links = page.getByRole('link', { name: 'SQL', exact: true });
  const count = await links.count();
  expect(count).toBe(await figures(page).count());
  for (let index = 0; index < count; index += 1) {
    await links.nth(index).click();
    await page.getByRole('region', { name: 'Result' }).getByRole('columnheader').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.goBack();
    await links.nth(count - 1).waitFor();
  }
});

test('a table that is shown stands in the address, and a link to a figure opens at it', async () => {
  const page = await shown('?page=requests');
  await finding(page).waitFor();
  const figure = page.getByRole('figure', { name: /按类别/ });
  await figure.getByRole('button', { name: '表格' }).click();
  await page.waitForURL(/tables=groups/);
  const link = await figure.getByRole('link', { name: '链接' }).getAttribute('href');
  expect(link).toMatch(/tables=groups&fp=[0-9a-f]{16}#groups$/);
  await page.goto(link!);
  await figure.getByRole('table').waitFor();
  await expect.poll(() => figure.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 300)).toBe(true);
});

test('any cell of the form is found by its words, and how a rate is counted is switched, named and undone by Back', async () => {
  const page = await shown('?page=outcomes&dataset=sample&subject=refusal_rate');
  const title = page.getByRole('heading', { level: 3 }).first();
  await page.getByRole('combobox', { name: '分母' }).selectOption('merits');
  await page.waitForURL(/over=merits/);
  await page.getByRole('combobox', { name: '申请人' }).selectOption('natural');
  await page.waitForURL(/applicants=natural/);
  await expect.poll(() => title.innerText()).toContain('不予公开率（按实体决定、自然人）');
  expect(await figures(page).first().innerText()).toContain('只计自然人的申请');
  await page.goBack();
  await expect.poll(() => title.innerText()).toContain('不予公开率（按实体决定）');
  await page.getByRole('button', { name: '全部指标…' }).click();
  await page.keyboard.type('国家秘密 自然人');
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL(/subject=denied_\w+_natural/);
  await expect.poll(() => title.innerText()).toContain('自然人');
  expect(await page.getByRole('combobox', { name: '分母' }).count()).toBe(0);
});

test('the address that the introduction gives for each of ten questions shows its figure, over real figures too', async () => {
  for (const { query, figure } of readmeQuestions()) {
    const page = await shown(`${query}&dataset=sample`);
    if (figure !== null) await page.locator(`#${figure}`).getByRole('figure').waitFor();
    expect([query, await page.getByRole('alert').count()]).toEqual([query, 0]);
  }
});
