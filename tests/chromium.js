import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Switches for a headless browser that runs in a container, needs no graphics card and asks no other host. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Leaves the engine's code as it is first compiled: no page of a test stands long enough for a better one to pay. */
export const SHORT_LIVED_PAGES = '--js-flags=--liftoff-only';

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function* onPath() {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) yield join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  }
}

/** @param {string} applications */
function* inUsualPlaces(applications) {
  for (const folder of [applications, join(homedir(), 'Applications')]) {
    yield join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome');
    yield join(folder, 'Chromium.app/Contents/MacOS/Chromium');
  }
  for (const key of ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']) {
    const folder = process.env[key];
    if (folder) yield join(folder, 'Google/Chrome/Application/chrome.exe');
  }
}

function* inPlaywrightCache() {
  const folders = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  for (const folder of folders) {
    if (!folder || !existsSync(folder)) continue;
    const builds = readdirSync(folder).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name));
    const number = (/** @type {string} */ build) => Number(build.split('-').at(-1));
    for (const build of builds.sort((a, b) => number(b) - number(a))) {
      for (const inside of readdirSync(join(folder, build))) {
        for (const name of ['chrome', 'headless_shell', 'chrome-headless-shell', 'chrome.exe']) {
          yield join(folder, build, inside, name);
        }
        yield join(folder, build, inside, 'Chromium.app/Contents/MacOS/Chromium');
      }
    }
  }
}

/**
 * Path of the browser the tests run in, or null: the one named by NIANBAO_CHROMIUM or CHROME_PATH, else the
 * system's, else one that Playwright has downloaded. Throws when a named one is not there.
 *
 * @param {string} [applications] where a Mac keeps programs for everyone
 * @returns {string | null}
 */
export function findChromium(applications = '/Applications') {
  for (const key of ['NIANBAO_CHROMIUM', 'CHROME_PATH']) {
    const named = process.env[key];
    if (!named) continue;
    if (!isExecutable(named)) throw new Error(`${key} names no program: ${named}`);
    return named;
  }
  for (const place of [onPath(), inUsualPlaces(applications), inPlaywrightCache()]) {
    for (const path of place) if (isExecutable(path)) return path;
  }
  return null;
}

/** Whether Chinese text can be drawn, as far as the system tells: true where there is no `fc-list` to ask. */
export function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return answer.error !== undefined || answer.status !== 0 || answer.stdout.trim() !== '';
}
