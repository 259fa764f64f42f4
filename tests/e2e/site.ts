import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { openBrowser as openAnyBrowser } from '../open-browser.ts';
import { SHORT_LIVED_PAGES } from '../chromium.js';
import { openServer, type RunningServer, type ServedResponse } from '../../src/host/server.ts';

/** Starts the browser that the site is tested in, with further switches where they are needed. */
export const openBrowser = (args: readonly string[] = []): Promise<Browser> =>
  openAnyBrowser([SHORT_LIVED_PAGES, ...args]);

/** The built site on a port of its own, and what it has sent. */
export interface Site extends RunningServer {
  readonly responses: ServedResponse[];
}

/** Serves the built site with the built datasets, or with those named. */
export async function openSite(data: readonly string[] = [inject('dataFolder')]): Promise<Site> {
  const responses: ServedResponse[] = [];
  const onResponse = (response: ServedResponse) => void responses.push(response);
  const server = await openServer({ app: inject('appFolder'), data, host: '127.0.0.1', port: 0, onResponse });
  return { ...server, responses };
}

/** A page that keeps what a reader must never meet: errors, and requests to another origin. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: string[];
  readonly strayRequests: string[];
}

/** How a page is visited; `before` prepares it before anything is loaded. */
export interface VisitOptions {
  readonly width?: number;
  readonly dark?: boolean;
  readonly context?: BrowserContextOptions;
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Opens an address of the site in a fresh context. */
export async function visit(
  browser: Browser,
  site: Pick<Site, 'address'>,
  query: string,
  options: VisitOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    ...options.context,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const strayRequests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(site.address).origin) strayRequests.push(request.url());
  });
  await options.before?.(page);
  await page.goto(site.address + query);
  return { page, errors, strayRequests };
}

/** So many frames without a change in sight mean that none is under way: effects run between two of them. */
const QUIET_FRAMES = 3;

/** Waits until the page shows its heading, no dataset is being opened and no part waits for an answer any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction((wanted) => {
    const counter = globalThis as typeof globalThis & { quietFrames?: number };
    const waits = document.querySelector('[aria-busy="true"], .progress') !== null;
    const isQuiet = document.querySelector('main h1') !== null && !waits;
    const quiet = isQuiet ? (counter.quietFrames ?? 0) + 1 : 0;
    counter.quietFrames = quiet < wanted ? quiet : 0;
    return quiet === wanted;
  }, QUIET_FRAMES);
}

/** Turns to another view of the page that stands, as Back and Forward do, and waits for its answers. */
export async function turnTo(page: Page, query: string): Promise<void> {
  await page.evaluate((url) => {
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
  await settled(page);
}

/**
 * One page a dataset, 1440 pixels wide, for tests that each turn it to a view of their own: a page takes far longer to open
 * than to turn. Gives how to turn it. After each test nothing may have gone wrong in it.
 */
export function sharePage(opened: () => readonly [Browser, Site]): (query: string) => Promise<Page> {
  const pages = new Map<string | null, WatchedPage>();
  afterEach(() => {
    for (const { errors, strayRequests } of pages.values())
      expect([errors.splice(0), strayRequests.splice(0)]).toEqual([[], []]);
  });
  afterAll(() => Promise.all([...pages.values()].map(({ page }) => page.context().close())));
  return async (query) => {
    const dataset = new URLSearchParams(query).get('dataset');
    const known = pages.get(dataset);
    if (known) {
      await known.page.emulateMedia({ media: 'screen' });
      await dress(known.page, { width: 1440, dark: false });
      await turnTo(known.page, query);
      return known.page;
    }
    const fresh = await visit(...opened(), query);
    pages.set(dataset, fresh);
    await settled(fresh.page);
    return fresh.page;
  };
}

/** Shows the page that stands at another width, by day or by night. */
export async function dress(page: Page, { width, dark }: { width: number; dark: boolean }): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
}

/** Languages, widths and themes that a page is looked at in: each of them once, English where it is narrowest. */
export const LOOKS = [
  ['zh', 1440, false],
  ['en', 390, true],
] as const;

/** What axe has to say against the page: each rule broken with the elements that break it. */
export async function violationsOf(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

/** How many pixels the page can be scrolled to the side. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The menu of the datasets that can be opened. */
export const datasetMenu = (page: Page): Locator => page.getByRole('combobox', { name: /^(数据集|Dataset)/ });

/** The sentence that says what the page found. */
export const finding = (page: Page): Locator => page.locator('p.finding');

/** Waits until the engine answers, not only the record of the start page. */
export async function live(page: Page): Promise<void> {
  await finding(page).waitFor();
  await page.locator('.progress').waitFor({ state: 'detached' });
}
