import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from './chromium.js';

/** Starts the browser that pages are tested, measured and pictured in, with further switches where they are needed. */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: [...CHROMIUM_ARGS, ...args], ...(executablePath ? { executablePath } : {}) });
}
