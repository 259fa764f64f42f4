import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { openServer, type RunningServer, type ServedResponse } from '../../src/host/server.ts';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';

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

/** Starts the browser that the tests run in. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) });
}

/** A page that keeps what a reader must never meet: errors, and requests to another origin. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: string[];
  readonly strayRequests: string[];
}

/** Opens an address of the site in a fresh context. */
export async function visit(
  browser: Browser,
  site: Site,
  query: string,
  options: { width?: number; dark?: boolean } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
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
  await page.goto(site.address + query);
  return { page, errors, strayRequests };
}

/** Figures of the year table's row, as text. */
export const yearRow = (page: Page, year: number): Promise<string> =>
  page
    .getByRole('region', { name: /历年合计|Totals by year/ })
    .getByRole('row', { name: String(year) })
    .innerText();
