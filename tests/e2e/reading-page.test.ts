import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  openBrowser,
  openSite,
  settled,
  sidewaysOf,
  type Site,
  turnTo,
  violationsOf,
  visit,
  type WatchedPage,
} from './site.ts';

const DOCUMENTS = join(import.meta.dirname, '../fixtures/documents');
const fixture = (name: string) => join(DOCUMENTS, name);
const HOSTILE = `青溪县林业局2024年政府信息公开工作年度报告
一、总体情况
本年度收到申请 3 件。<img src=x onerror="window.attacked=true"><script>window.attacked=true</script>
二、主动公开政府信息情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`;

let browser: Browser;
let site: Site;
let watched: WatchedPage;
let page: Page;
let folder: string;

const cell = (id: string) => page.locator(`[data-cell="${id}"]`);
const chosenMark = () => page.locator('[data-mark][aria-pressed="true"]');
const cellInAddress = () => new URL(page.url()).searchParams.get('cell');
const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });

/** Hands files over as the button for files does, and waits until they are read. */
async function give(...files: readonly string[]): Promise<void> {
  await page.locator('[data-picks="files"]').setInputFiles(files);
  await line(files.at(-1)!.split('/').at(-1)!).waitFor();
}

/** Opens a report of the list by its file's name. */
async function open(name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await line(name).getByRole('link').click();
  await settled(page);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-reading-'));
  await writeFile(join(folder, 'hostile.txt'), HOSTILE);
  await writeFile(join(folder, 'notice.txt'), '今天下午停水，请互相转告。');
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  watched = await visit(browser, site, '?page=reading');
  ({ page } = watched);
  await page.getByRole('heading', { name: '读入年报' }).waitFor();
});
afterEach(() => {
  expect([watched.errors.splice(0), watched.strayRequests]).toEqual([[], []]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

describe('reports of the reader’s own', () => {
  test('before any is given, the page says what can be read', async () => {
    await page.getByRole('row', { name: /^PDF/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  test('are listed with what they gave, and a broken one with its reason in both languages', async () => {
    await give(
      fixture('c1-blank-cells.html'),
      fixture('a1-cell-and-bar.txt'),
      fixture('d7-no-name-no-year.html'),
      join(folder, 'hostile.txt'),
      join(folder, 'notice.txt'),
    );
    await line('c1-blank-cells.html').getByText('193 个数字、7 处空缺').waitFor();
    await line('a1-cell-and-bar.txt').getByText('读全').waitFor();
    await line('d7-no-name-no-year.html').getByRole('link', { name: '单位不明 · 年度不明' }).waitFor();
    await line('notice.txt').getByText('既没有年报的章节，也没有年报的表格').waitFor();
    await page.getByRole('button', { name: '未读 1' }).click();
    await line('c1-blank-cells.html').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'English' }).click();
    await line('notice.txt').getByText('neither the sections nor the tables').waitFor();
    await turnTo(page, '?page=reading');
  });

  test('a number of the form leads to its characters, and characters to their number', async () => {
    await open('c1-blank-cells.html');
    await cell('admin_fees_wan').click();
    expect(await chosenMark().innerText()).toBe('384.69');
    expect(cellInAddress()).toBe('admin_fees_wan');
    await page
      .getByRole('button', { name: '行政许可 · 本年处理决定数量：137' })
      .and(page.locator('[data-mark]'))
      .click();
    expect(cellInAddress()).toBe('licensing_decisions');
    expect(await cell('licensing_decisions').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('heading', { name: /^行政许可/ }).waitFor();
    await cell('licensing_decisions').focus();
    await page.keyboard.press('ArrowDown');
    expect(cellInAddress()).toBe('penalty_decisions');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('a gap filled by hand is there after a reload beside what was read, until it is taken back', async () => {
    await cell('rules_in_force').click();
    await page.getByText('空缺原因').waitFor();
    await page.getByLabel('更正为').fill('１２');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const corrected = page.getByRole('button', { name: '规章 · 现行有效件数：12（手工更正，原读 空白）' });
    await corrected.waitFor();
    await page.reload();
    await corrected.waitFor();
    expect(await cell('rules_in_force').getAttribute('aria-pressed')).toBe('true');
    await page.getByText('1 处更正').waitFor();
    await page.getByRole('button', { name: '撤销更正' }).click();
    await page.getByRole('button', { name: '规章 · 现行有效件数：空白' }).first().waitFor();
    await page.getByText('1 处更正').waitFor({ state: 'detached' });
  });

  test('what a document lacks of its body and year can be typed', async () => {
    await page.getByRole('link', { name: '全部报告' }).click();
    await open('d7-no-name-no-year.html');
    await page.getByLabel('单位名称').fill('青溪县农业局');
    await page.getByLabel('报告年度').fill('２０２３');
    await page.getByRole('button', { name: '保存', exact: true }).first().click();
    await page.getByRole('heading', { name: '青溪县农业局 · 2023 年' }).waitFor();
  });

  test('markup in a document is shown as the characters it is, and does nothing', async () => {
    await page.getByRole('link', { name: '全部报告' }).click();
    await open('hostile.txt');
    await page.getByRole('region', { name: '原文' }).getByText('<img src=x onerror="window.attacked=true">').waitFor();
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  });

  test('a PDF without characters is drawn, and its figures are typed beside it and kept', async () => {
    await turnTo(page, '?page=reading');
    await give(join(DOCUMENTS, '../pdf/no-character-map.pdf'));
    await open('no-character-map.pdf');
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      if (!canvas) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3] === 255);
    });
    await page.getByLabel('规章 · 本年制发件数').fill('7');
    await page.keyboard.press('Tab');
    await page.getByText('1 处更正').waitFor();
    await page.reload();
    await page.getByText('1 处更正').waitFor();
    expect(await page.getByLabel('规章 · 本年制发件数').inputValue()).toBe('7');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('fit a narrow page, in English and dark, and give axe nothing to say', async () => {
    await turnTo(page, '?page=reading');
    await open('hostile.txt');
    const query = new URL(page.url()).searchParams;
    query.set('cell', 'new_total');
    await page.setViewportSize({ width: 390, height: 844 });
    await turnTo(page, `?${query}&lang=en&theme=dark`);
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    await page.getByRole('region', { name: 'Source' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await turnTo(page, '?page=reading&lang=en&theme=dark');
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('are all gone once their removal was confirmed', async () => {
    await turnTo(page, '?page=reading');
    await page.getByRole('button', { name: '全部移除…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '保留' }).click();
    await line('hostile.txt').waitFor();
    await page.getByRole('button', { name: '全部移除…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '全部移除' }).click();
    await line('hostile.txt').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: '读入年报' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(0);
  });
});
