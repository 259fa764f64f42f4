import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, cutting, openHosting, productAnswer, refusing, withPolicy } from './hosting.ts';
import { datasetMenu, openBrowser, visit, type VisitOptions } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const withoutWasm = (policy: string) => policy.replace(" 'wasm-unsafe-eval'", '');
const WORKER = /duckdb[^/]*worker[^/]*\.js/;
const DATASET = /demonstration\.duckdb/;

interface Bar {
  readonly what: string;
  readonly answer: () => Answer;
  readonly before?: VisitOptions['before'];
  /** What the reader does before the page gives up. */
  readonly patience?: (page: Page) => Promise<void>;
  readonly told: RegExp;
}

/** Lets the page's own clock run on by minutes until it speaks. */
const waitForWord = (page: Page) =>
  expect
    .poll(async () => {
      await page.clock.fastForward('01:00');
      return page.getByRole('alert').count();
    })
    .toBe(1);

const BARS: readonly Bar[] = [
  {
    what: 'a page whose policy forbids WebAssembly',
    answer: () => withPolicy((policy, path) => (WORKER.test(path) ? policy : withoutWasm(policy)), productAnswer()),
    told: /wasm-unsafe-eval/,
  },
  {
    what: 'a worker whose policy forbids WebAssembly',
    answer: () => withPolicy((policy, path) => (WORKER.test(path) ? withoutWasm(policy) : policy), productAnswer()),
    before: (page) => page.clock.install(),
    patience: waitForWord,
    told: /没有响应.*安全策略/,
  },
  {
    what: 'a browser without WebAssembly',
    answer: () => productAnswer(),
    before: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly')),
    told: /没有 WebAssembly.*请换用/,
  },
  { what: 'an engine that is not there', answer: () => refusing(/\.wasm/, 404, productAnswer()), told: /assets/ },
  { what: 'a worker that is not there', answer: () => refusing(WORKER, 404, productAnswer()), told: /assets/ },
  {
    what: 'a script of the engine that is not there',
    answer: () => refusing(/duckdb-wasm-[^/]*\.js/, 404, productAnswer()),
    told: /没能载入.*重新载入页面/,
  },
  { what: 'a dataset that is not there', answer: () => refusing(DATASET, 404, productAnswer()), told: /网络或服务器/ },
  {
    what: 'a dataset that is cut off on its way',
    answer: () => cutting(DATASET, productAnswer()),
    told: /网络或服务器/,
  },
];

describe.each(BARS)('with $what', ({ answer, before, patience, told }) => {
  test('the page says so and what to do next, and what needs no engine goes on', async () => {
    const hosting = await openHosting(answer());
    const site = { address: `http://127.0.0.1:${hosting.port}/` };
    const { page } = await visit(browser, site, '', before ? { before } : {});
    await datasetMenu(page).waitFor();
    await patience?.(page);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(told);
    expect(await alert.getByRole('button', { name: '重试' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: '深色' }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await alert.innerText()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await page.getByRole('figure').count()).toBe(3);
    await page.getByRole('link', { name: 'Method' }).click();
    await page.getByRole('rowheader', { name: 'disclosure rate disclosure_rate', exact: true }).waitFor();
    expect(await alert.count()).toBe(1);
    await page.context().close();
    await hosting.close();
  });
});

test('a dataset that is not there leaves the others to be opened', async () => {
  const hosting = await openHosting(refusing(DATASET, 404, productAnswer()));
  const { page } = await visit(browser, { address: `http://127.0.0.1:${hosting.port}/` }, '');
  await page.getByRole('alert').waitFor();
  await datasetMenu(page).selectOption('sample');
  await page.getByRole('heading', { level: 1, name: '公开年报样本' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
  await hosting.close();
});
