import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findChromium } from '../../chromium.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-chromium-'));
  vi.stubEnv('NIANBAO_CHROMIUM', '');
  vi.stubEnv('CHROME_PATH', '');
  for (const home of ['HOME', 'USERPROFILE', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
    vi.stubEnv(home, folder);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

it('prefers the browser that is named over the one on the path', () => {
  program('chromium');
  const named = program('mine', 'browser');
  vi.stubEnv('NIANBAO_CHROMIUM', named);
  expect(findChromium()).toBe(named);
});

it('refuses a named browser that is not there, by its name', () => {
  vi.stubEnv('NIANBAO_CHROMIUM', join(folder, 'nowhere'));
  expect(() => findChromium()).toThrow(/NIANBAO_CHROMIUM names no program: .*nowhere/);
});

it('takes the newest browser of the cache of Playwright where the system has none', () => {
  const browsers = join(folder, 'browsers');
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', browsers);
  program('browsers', 'chromium-999', 'chrome-linux', 'chrome');
  const newest = program('browsers', 'chromium-1234', 'chrome-linux', 'chrome');
  expect(findChromium(folder)).toBe(newest);
});

it('finds none where there is none', () => {
  expect(findChromium(folder)).toBeNull();
});
