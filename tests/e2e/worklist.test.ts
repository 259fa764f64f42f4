import { readFile } from 'node:fs/promises';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dress,
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

type Row = Record<string, unknown>;
const rowsOf = (book: WorkBook, name: string) => utils.sheet_to_json<Row>(book.Sheets[name]!, { defval: null });

/** Saves by a button, and gives the file's name and bytes. */
async function saved(page: Page, button: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const listed = (page: Page) => page.getByText(/^\d[\d,]* 个单位的 [\d,]+ 份报告有待核对。/);

/** Sheets of a PDF with their text; a font may give the radical for the character that looks the same. */
async function pagesOf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise;
  const pages: { width: number; height: number; text: string }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      width,
      height,
      text: items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC'),
    });
  }
  await document.destroy();
  return pages;
}

const HONGZE = encodeURIComponent('江苏省淮安市洪泽区/淮安市洪泽区人民政府');
const HONGZE_LIST = `?page=audit&dataset=sample&worklist=body&severity=must&body=${HONGZE}`;

describe('the worklist of one body', () => {
  test('is saved as a spreadsheet in which a calculator comes to what the letter says', async () => {
    const page = await shown(HONGZE_LIST);
    await listed(page).waitFor();
    await settled(page);
    const places = page.locator('.letter article');
    expect(await places.count()).toBe(2);
    expect(await places.first().innerText()).toContain('行政复议：应为 11，却为 0');
    const { name, bytes } = await saved(page, /XLSX/);
    expect(name).toBe('核查清单-淮安市洪泽区人民政府.xlsx');
    const book = read(bytes);
    expect(book.SheetNames).toEqual(['问题', '算式', '出处', '说明']);
    expect(rowsOf(book, '问题')).toMatchObject([
      { 单位: '淮安市洪泽区人民政府', 年度: 2023, 规则: 'T4-SUM', 程度: '必须成立', 应为: 11, 实为: 0, 相差: -11 },
      { 规则: 'T4-SUM', 应为: 5, 实为: 0, 相差: -5 },
    ]);
    const due = rowsOf(book, '算式').filter((row) => row['序号'] === 1 && row['在算式中'] === '应为：加');
    expect(due.map((row) => row['数字（无数字时为原因）'])).toEqual([10, 1, 0, 0]);
    expect(due.map((row) => row['栏目'])).toEqual(['结果维持', '结果纠正', '其他结果', '尚未审结']);
    expect(rowsOf(book, '出处')).toMatchObject([{ 年度: 2023, 数据性质: '已公布的数字' }]);
    await page.getByText('已导出 2 处。').waitFor();
  });

  test('is printed as letters on A4, black on white from the dark, with nothing of the app around them', async () => {
    const page = await shown(HONGZE_LIST);
    await page.locator('.letter').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('header, nav, footer, h1, button, input').filter({ visible: true }).count()).toBe(0);
    const colours = await page.locator('.letter').evaluate((letter) => {
      const { color, backgroundColor } = getComputedStyle(letter);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(2);
    for (const { width, height, text } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      // The head of a letter stands on each of its sheets.
      expect(text).toContain('公开年报样本');
      expect(text).not.toContain('演示数据');
    }
    const text = pages.map((one) => one.text).join('');
    for (const part of ['政府信息公开工作年度报告核查清单', '淮安市洪泽区', '结果维持', '核对情况', '表格自身的合计'])
      expect(text).toContain(part);
  });
});

test('a finding that is dismissed is left out of the worklist, which says so and lists it on demand', async () => {
  const page = await shown(`?page=audit&dataset=sample&rule=T4-SUM&opened=2023&body=${HONGZE}`);
  const review = page.getByRole('article').first().getByRole('region', { name: /^复核/ });
  await review.getByRole('button', { name: '排除', exact: true }).click();
  await page.keyboard.type('电话核实');
  await review.getByRole('button', { name: '排除', exact: true }).click();
  await review.getByText('已排除', { exact: true }).waitFor();
  await page.getByRole('link', { name: '该份报告的核查清单' }).click();
  await page.getByText('复核时已排除的 1 处未列入各函。').waitFor();
  await settled(page);
  expect(await page.locator('.letter article').count()).toBe(1);
  const left = read((await saved(page, /XLSX/)).bytes);
  expect(rowsOf(left, '问题').map((row) => row['相差'])).toEqual([-5]);
  expect(rowsOf(left, '说明').some((row) => Object.values(row).includes('已排除的 1 处'))).toBe(true);
  await page.getByRole('checkbox', { name: '同时列出已排除之处' }).check();
  await page.getByText('已排除：电话核实').waitFor();
  const whole = read((await saved(page, /XLSX/)).bytes);
  expect(rowsOf(whole, '问题').map((row) => row['复核'])).toEqual(['已排除：电话核实', null]);
});

describe('the worklist of a selection of the demonstration', () => {
  test('is reached from the audit, says how many there are, and shows as many as can be printed', async () => {
    const page = await shown('?page=audit&severity=must&rule=T3-ROW');
    await page.getByRole('link', { name: '所选范围的核查清单' }).click();
    await page.waitForURL(/worklist=selection/);
    await listed(page).waitFor();
    await settled(page);
    const [bodies, reports, letters] = (await listed(page).innerText())
      .match(/[\d,]+/g)!
      .map((text) => Number(text.replaceAll(',', '')));
    expect(letters).toBe(bodies);
    expect(await page.locator('.letter').count()).toBe(letters);
    const { name, bytes } = await saved(page, /CSV/);
    expect(name).toMatch(/^演示数据-核查清单-.*\.csv$/);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
    expect(new Set(rows.map((row) => `${row['单位']!} ${row['年度']!}`)).size).toBe(reports);
    expect(new Set(rows.map((row) => row['数据性质']))).toEqual(new Set(['演示数据，全部虚构，不得引用']));
    expect(rows.every((row) => Number(row['实为']) - Number(row['应为']) === Number(row['相差']))).toBe(true);
    await page.getByRole('link', { name: '列出全部规则' }).click();
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await page.getByText(/另有 \d+ 个单位本页排不下/).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.running').first().innerText()).toContain('演示数据，单位与数字全部虚构');
  });

  test('lists on demand what cannot be checked, with the cells that lack a figure', async () => {
    const page = await shown('?page=audit&rule=T3-ROW&worklist=selection&years=2024');
    await listed(page).or(page.getByText('所选的报告和规则没有不成立之处。')).first().waitFor();
    await page.getByRole('checkbox', { name: '同时列出无法核对之处' }).check();
    await page.waitForURL(/unchecked=1/);
    const open = page.locator('.letter article').filter({ hasText: '无法核对：' }).first();
    await open.waitFor();
    expect(await open.locator('.missing').count()).toBeGreaterThan(0);
    expect(await open.locator('.sum').count()).toBe(0);
  });

  test('a finding leads to the worklist of its report and of its body', async () => {
    const page = await shown('?page=audit&rule=T3-ROW');
    const bodies = page.getByRole('region', { name: /^T3-ROW/ });
    await bodies.locator('tbody tr').first().getByRole('link').first().click();
    await page.getByRole('link', { name: '该份报告的核查清单' }).click();
    await page.waitForURL(/worklist=report/);
    await listed(page).waitFor();
    expect(await listed(page).innerText()).toMatch(/^1 个单位的 1 份报告有待核对。/);
    await page.goBack();
    await page.getByRole('link', { name: '该单位的核查清单' }).click();
    await listed(page).waitFor();
    await page.goto(`${site.address}?page=audit&worklist=body&body=${encodeURIComponent('云岭省/没有这个单位')}`);
    await page.getByText('这个数据集里没有所选的单位或报告。').waitFor();
  });
});

describe('a worklist has no barriers', () => {
  test.each(LOOKS)('in %s at %i pixels, dark: %s', async (lang, width, dark) => {
    const page = await shown(`${HONGZE_LIST}&lang=${lang}`);
    await dress(page, { width, dark });
    await page.locator('.letter').waitFor();
    expect([await sidewaysOf(page), await violationsOf(page)]).toEqual([0, []]);
  });
});
