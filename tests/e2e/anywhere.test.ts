import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { below, folderAnswer, type Hosting, openHosting, productAnswer } from './hosting.ts';
import { datasetMenu, finding, live, openBrowser, visit } from './site.ts';

const HOST_NAME = 'nianbao.example';
const FOLDER = encodeURI('/some/深层/path/');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser([`--host-resolver-rules=MAP ${HOST_NAME} 127.0.0.1`]);
});
afterAll(() => browser.close());

const PLACES = [
  { place: 'plain http under a host name', host: HOST_NAME, path: '/', answer: () => productAnswer() },
  { place: 'a folder of a host', host: '127.0.0.1', path: FOLDER, answer: () => below(FOLDER, productAnswer()) },
  {
    place: 'a plain static folder below another, under a host name',
    host: HOST_NAME,
    path: FOLDER,
    answer: () => below(FOLDER, folderAnswer(inject('siteFolder'))),
  },
];

describe.each(PLACES)('on $place', ({ host, path, answer }) => {
  let hosting: Hosting;
  let address: string;
  beforeAll(async () => {
    hosting = await openHosting(answer());
    address = `http://${host}:${hosting.port}${path}`;
  });
  afterAll(() => hosting.close());

  test('the start page, a comparing page and another dataset are shown, and nothing outside is asked for', async () => {
    const { page, errors, strayRequests } = await visit(browser, { address }, '');
    await live(page);
    expect(await page.getByRole('figure').count()).toBe(3);
    await page.getByRole('link', { name: '办理结果', exact: true }).click();
    await finding(page).waitFor();
    await page.getByRole('figure').nth(3).waitFor();
    expect(page.url()).toBe(`${address}?page=outcomes`);
    await datasetMenu(page).selectOption('sample');
    await page.getByText('演示数据：单位与数字全部为虚构').first().waitFor({ state: 'detached' });
    // The figures of the dataset before stand until those of this one are answered.
    await page.getByRole('figure').first().getByText('公开年报样本').waitFor();
    expect([...errors, ...strayRequests]).toEqual([]);
    expect(hosting.requests.filter((request) => !request.startsWith(path) && request !== '/favicon.ico')).toEqual([]);
    await page.context().close();
  });

  test('a deep link opens, and the link that is shared opens the same view again', async () => {
    const { page } = await visit(browser, { address }, '?page=fees&lang=en&dataset=sample');
    await finding(page).waitFor();
    const found = await finding(page).innerText();
    const isSecure = await page.evaluate(() => isSecureContext);
    expect(isSecure).toBe(host !== HOST_NAME);
    if (isSecure) await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    let link: string;
    if (isSecure) {
      await page.getByText('copied', { exact: true }).waitFor();
      link = await page.evaluate(() => navigator.clipboard.readText());
    } else {
      // No clipboard without a secure context: the link stands in a field, selected for the reader's own copy.
      const field = page.getByRole('textbox', { name: 'Copy this link' });
      await field.waitFor();
      link = await page.evaluate(() => getSelection()!.toString());
      expect(link).toBe(await field.inputValue());
    }
    expect(link).toMatch(new RegExp(`^${address}\\?page=fees&dataset=sample&lang=en&fp=[0-9a-f]{16}$`));
    await page.goto(link);
    await finding(page).waitFor();
    expect(await finding(page).innerText()).toBe(found);
    expect(await page.getByText('was made on other data').count()).toBe(0);
    await page.context().close();
  });
});
