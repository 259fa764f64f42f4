import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openSite, sidewaysOf, type Site, visit } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('one click leads from made-up figures to the real sample', async () => {
  const { page } = await visit(browser, site, '?page=fees');
  await page.getByRole('complementary').getByRole('link', { name: '查看真实样本' }).click();
  await page.waitForFunction(() => document.title.includes('公开年报样本'));
  expect(new URL(page.url()).search).toBe('?page=fees&dataset=sample');
  expect(await page.getByRole('complementary', { name: '演示数据' }).count()).toBe(0);
  await page.context().close();
});

test.each(['zh', 'en'])('on a telephone the head is three rows at most: %s', async (lang) => {
  const { page } = await visit(browser, site, `?lang=${lang}`, { width: 390 });
  await page.getByRole('complementary').waitFor();
  const tops = await page.locator('header').evaluate((header) => {
    const parts = [...header.querySelectorAll('.brand, select, button, nav')];
    return parts.map((part) => Math.round(part.getBoundingClientRect().top));
  });
  expect(new Set(tops).size).toBe(3);
  expect(await sidewaysOf(page)).toBe(0);
  await page.context().close();
});
