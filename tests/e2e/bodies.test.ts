import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dress, LOOKS, openBrowser, openSite, sharePage, sidewaysOf, type Site, violationsOf } from './site.ts';

const YEXIAN = '叶县住房和城乡建设局';
const YEXIAN_KEY = encodeURIComponent(`河南省平顶山市叶县/${YEXIAN}`);
const JIANGNING = '南京市江宁区人民政府';
const JIANGNING_KEY = encodeURIComponent(`江苏省南京市江宁区/${JIANGNING}`);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const reports = (page: Page) => page.getByRole('region', { name: /^(历年报告|Reports)$/ });
const figures = (page: Page) => page.getByRole('region', { name: /^(表内数字|Figures of the form)$/ });
const trends = (page: Page) => page.getByRole('figure');

const shown = sharePage(() => [browser, site]);

describe.each(LOOKS)('bodies in %s at %i pixels, dark: %s', (lang, width, dark) => {
  const address = `?page=body&dataset=sample&lang=${lang}`;

  test('are listed with region, level, kind and years, without barriers', async () => {
    const page = await shown(address);
    await dress(page, { width, dark });
    await page.getByRole('rowheader', { name: '上海市人民政府办公厅' }).waitFor();
    const row = page.getByRole('row', { name: '上海市人民政府办公厅' });
    expect(await row.innerText()).toMatch(
      lang === 'zh' ? /上海市.*省级.*政府办公室.*2019–2025 年/s : /province.*2019–2025/s,
    );
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('show their figures, the reasons of their gaps and where they come from, without barriers', async () => {
    const page = await shown(`${address}&body=${YEXIAN_KEY}`);
    await dress(page, { width, dark });
    await page.getByRole('heading', { level: 1, name: YEXIAN }).waitFor();
    const words =
      lang === 'zh'
        ? {
            known: '171/200 项',
            gaps: '29 项：缺列 25、被截断 4',
            form: '2021 年表式',
            fees: '3,592 万元',
            licences: '行政许可 119',
          }
        : {
            known: '171 of 200 known',
            gaps: '29: no column 25, cut off 4',
            form: 'form of 2021',
            fees: '35.92 million yuan',
            licences: 'licences 119',
          };
    const report = await reports(page).getByRole('row', { name: '2025' }).innerText();
    for (const word of [words.known, words.gaps, words.form]) expect(report).toContain(word);
    const finding = await trends(page).locator('.caption').innerText();
    for (const word of [words.fees, words.licences]) expect(finding).toContain(word);
    expect(await page.getByText('2019–2024').count()).toBe(1);
    expect(
      await figures(page)
        .getByRole('row', { name: /行政许可|licensing/ })
        .innerText(),
    ).toContain('119');
    expect(await sidewaysOf(page)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('江宁区 2021–2024 is a trend, with gaps for the years without a report', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${JIANGNING_KEY}`);
  await page.getByRole('heading', { level: 1, name: JIANGNING }).waitFor();
  const marks = (label: string) => trends(page).getByRole('img', { name: label });
  for (const [year, value] of [
    [2021, '623'],
    [2022, '783'],
    [2023, '821'],
    [2024, '809'],
  ] as const) {
    await marks(`新收申请, ${year}, ${value}`).waitFor();
  }
  for (const year of [2019, 2020, 2025]) await marks(`新收申请, ${year}, 无报告`).waitFor();
  expect(await trends(page).locator('.caption').innerText()).toContain('新收申请由 2021 年的 623 变为 2024 年的 809');
  expect(await page.getByText('其他名称：南京市江宁区（全区）').count()).toBe(1);
  const source = reports(page).getByRole('row', { name: '2024' }).getByRole('link');
  expect(await source.innerText()).toBe('www.jiangning.gov.cn');
  expect(await source.getAttribute('href')).toMatch(/^http:\/\/www\.jiangning\.gov\.cn\/.+/);
});

test('the figures of all 200 cells stand in the address, each gap with its reason', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${YEXIAN_KEY}`);
  await page.getByLabel('显示全部 200 项').check();
  await page.waitForURL(/[?&]all=1/);
  await page.reload();
  await figures(page).getByText('缺列', { exact: true }).first().waitFor();
  expect(await figures(page).getByText('缺列', { exact: true }).count()).toBe(25);
  expect(await figures(page).getByText('被截断', { exact: true }).count()).toBe(4);
  await page.goBack();
  await expect.poll(() => figures(page).getByText('缺列', { exact: true }).count()).toBe(0);
});

test('reports on the form of 2019 show what that form alone asks for, and the forms are told apart', async () => {
  const query = `?page=body&body=${encodeURIComponent('云岭省/云岭省交通运输厅')}`;
  const page = await shown(query);
  await figures(page).waitFor();
  const row = figures(page).getByRole('row', { name: '政府集中采购 · 采购总金额（仅 2019 年表式）' });
  const cells = await row.getByRole('cell').allInnerTexts();
  expect(cells.slice(0, 2).filter((text) => /^[\d,]+$/.test(text))).toHaveLength(2);
  expect(cells.slice(2).filter((text) => text !== '该年表式无此项')).toEqual([]);
  const rules = figures(page).getByRole('row', { name: '规章 · 本年制发件数' });
  expect((await rules.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['该年表式无此项', '该年表式无此项']);
  expect(await reports(page).getByRole('row', { name: /^2020/ }).innerText()).toContain('2019 年表式');
});

test('the list is narrowed by pinyin and left by keyboard for the body', async () => {
  const page = await shown('?page=body&dataset=sample');
  await page.getByRole('searchbox').fill('yexian zhufang');
  await page.getByRole('row', { name: YEXIAN }).waitFor();
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(1);
  await page.getByRole('link', { name: YEXIAN }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: YEXIAN }).waitFor();
  await page.getByRole('link', { name: '全部单位' }).click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('yexian zhufang');
});

test('another body is found by its initials, with every key of a combobox', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${JIANGNING_KEY}`);
  const field = page.getByRole('combobox', { name: '查找另一个单位' });
  const options = page.getByRole('listbox', { name: '找到的单位' }).getByRole('option');
  const active = () =>
    field.evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant');
      return id === null ? null : [...document.querySelectorAll('[role=option]')].findIndex((one) => one.id === id);
    });
  await field.fill('zjj');
  await options.first().waitFor();
  expect(await page.getByText(/^找到 \d+ 个单位，列出 8 个$/).count()).toBe(1);
  expect([await options.count(), await active()]).toEqual([8, 0]);
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  for (const [key, place] of [
    ['ArrowDown', 1],
    ['End', 7],
    ['ArrowDown', 0],
    ['ArrowUp', 7],
    ['Home', 0],
  ] as const) {
    await field.press(key);
    expect(await active()).toBe(place);
  }
  await field.press('Escape');
  expect([await field.getAttribute('aria-expanded'), await field.inputValue()]).toEqual(['false', 'zjj']);
  await field.press('Escape');
  expect(await field.inputValue()).toBe('');
  await field.fill('YXZJJ');
  await page.getByRole('option', { name: YEXIAN }).waitFor();
  expect(await page.getByRole('option', { name: YEXIAN }).innerText()).toMatch(/河南省平顶山市叶县 · 2025 年/);
  expect(await violationsOf(page)).toEqual([]);
  await field.press('Enter');
  await page.getByRole('heading', { level: 1, name: YEXIAN }).waitFor();
});

test('a search that finds nothing says so and changes nothing', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${YEXIAN_KEY}`);
  const field = page.getByRole('combobox', { name: '查找另一个单位' });
  await field.fill('没有这样的单位');
  await page.getByText('没有符合的单位').first().waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  expect(await page.getByText('没有符合的单位').first().isVisible()).toBe(true);
  expect(new URL(page.url()).searchParams.get('body')).toBe(`河南省平顶山市叶县/${YEXIAN}`);
});

test('a chosen body has the colour of its line', async () => {
  const query = `?page=requests&dataset=sample&bodies=${JIANGNING_KEY}&bodies=${YEXIAN_KEY}`;
  const page = await shown(query);
  const [chip, stroke] = [
    await page
      .getByRole('list', { name: '对比单位' })
      .locator('li:first-child .colour')
      .evaluate((dot) => getComputedStyle(dot).backgroundColor),
    await page
      .getByRole('img', { name: `${JIANGNING}, 2023, 821` })
      .locator('.dot')
      .evaluate((dot) => getComputedStyle(dot).fill),
  ];
  expect(chip).toBe(stroke);
});

test('a body goes from its page to the comparing pages', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${YEXIAN_KEY}`);
  await page.getByRole('link', { name: '与其他单位对比' }).click();
  await page.getByRole('heading', { level: 1, name: '申请' }).waitFor();
  expect(new URL(page.url()).searchParams.getAll('bodies')).toEqual([`河南省平顶山市叶县/${YEXIAN}`]);
});

test('every figure of a body is saved as CSV with the reasons of its gaps, and made-up ones say so', async () => {
  const download = async (query: string) => {
    const page = await shown(query);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载全部数字（CSV）' }).click(),
    ]);
    let text = '';
    for await (const chunk of await file.createReadStream()) text += String(chunk);
    return { name: file.suggestedFilename(), rows: text.trim().split('\r\n') };
  };
  const real = await download(`?page=body&dataset=sample&body=${YEXIAN_KEY}`);
  expect(real.name).toBe(`${YEXIAN}历年数字.csv`);
  expect(real.rows).toHaveLength(201);
  expect(real.rows.filter((row) => row.includes(',缺列,'))).toHaveLength(25);
  expect(real.rows.find((row) => row.includes(',licensing_decisions,'))).toMatch(/,件,119,,,/);
  const madeUp = await download(`?page=body&body=${encodeURIComponent('云岭省/云岭省交通运输厅')}`);
  expect(madeUp.name).toMatch(/^演示数据-/);
  expect(madeUp.rows.slice(1).filter((row) => !row.endsWith('演示数据'))).toEqual([]);
});

test('a body that the dataset does not know is said to be unknown', async () => {
  const page = await shown(`?page=body&dataset=sample&body=${encodeURIComponent('某省/某局')}`);
  await page.getByRole('heading', { level: 1, name: '这个数据集里没有「某省/某局」' }).waitFor();
});

test('bodies to compare are chosen and removed by keyboard, in a sheet too', async () => {
  const page = await shown('?page=requests&dataset=sample');
  await dress(page, { width: 390, dark: false });
  await page.getByRole('button', { name: '筛选' }).click();
  const field = page.getByRole('combobox', { name: '对比单位' });
  await field.fill('叶县zjj');
  // At once, before the answer can be there.
  await field.press('Enter');
  await page.getByRole('list', { name: '对比单位' }).getByText(YEXIAN).waitFor();
  await field.fill('叶县 住房');
  await page.getByRole('option', { name: `${YEXIAN} 已选` }).waitFor();
  await field.press('Escape');
  await page.getByRole('button', { name: `移除 ${YEXIAN}` }).press('Enter');
  await page.getByRole('list', { name: '对比单位' }).waitFor({ state: 'detached' });
  expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
});

test('Ctrl+K finds pages, subjects and bodies, and leads to them by keyboard alone', async () => {
  const page = await shown('?page=body&dataset=sample');
  const field = page.getByRole('combobox', { name: '查找页面、指标、单位、数据集' });
  const options = page.getByRole('dialog').getByRole('option');
  await page.getByRole('button', { name: '查找' }).focus();
  await page.keyboard.press('Control+k');
  await field.waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('查找');

  await page.keyboard.press('Enter');
  await field.fill('refusal_rate');
  expect(await options.first().innerText()).toContain('不予公开率');
  await page.keyboard.press('Enter');
  await page.waitForURL(/page=outcomes&dataset=sample&subject=refusal_rate/);

  await page.keyboard.press('Control+k');
  await field.fill('yexian zhufang');
  await options.filter({ hasText: YEXIAN }).waitFor();
  await dress(page, { width: 390, dark: true });
  expect(await sidewaysOf(page)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: YEXIAN }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});
