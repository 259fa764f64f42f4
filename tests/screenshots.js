import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { checkNode, install, prepareApp, prepareCommandLine, prepareData, ROOT, say } from '../src/launch.js';
import { CHROMIUM_ARGS, findChromium } from './chromium.js';

/** @typedef {import('playwright-core').Page} Page */

const WIDTHS = [1440, 1024, 390];
const LANGUAGES = ['zh', 'en'];
const THEMES = /** @type {const} */ (['light', 'dark']);
const HEIGHT = 900;

/** What each picture of a page shows, by dataset: bodies that are in it. */
const BODIES = {
  demonstration: '云岭省凤川市/凤川市公安局',
  sample: '河南省平顶山市叶县/叶县住房和城乡建设局',
};
/** What the page of two reports shows, by dataset. */
const SIDES = {
  demonstration: { left: `${BODIES.demonstration}@2023`, right: `${BODIES.demonstration}@2024` },
  sample: {
    left: '江苏省南京市江宁区/南京市江宁区人民政府@2023',
    right: '江苏省南京市江宁区/南京市江宁区人民政府@2024',
  },
};
const DATASETS = /** @type {(keyof typeof BODIES)[]} */ (Object.keys(BODIES));
/** A made-up report that the reading page shows, with a figure of it. */
const REPORT = join(ROOT, 'tests/fixtures/documents/c1-blank-cells.html');
const CELL = 'licensing_decisions';
let reportId = '';

/** The combinations on the sheet of a page: width, language, theme, dataset. */
const SHEET = /** @type {const} */ ([
  [1440, 'zh', 'light', 'demonstration'],
  [1440, 'en', 'dark', 'sample'],
  [1024, 'en', 'light', 'demonstration'],
  [390, 'zh', 'light', 'sample'],
  [390, 'en', 'dark', 'demonstration'],
]);
const SHEET_SCALE = 0.36;
const SHEET_HEIGHT = 1500;

const all = join(ROOT, 'dist/screenshots');
const docs = join(ROOT, 'docs');

/** @param {number} width @param {string} lang @param {string} theme @param {string} dataset @param {string} page */
const nameOf = (width, lang, theme, dataset, page) => join(all, `${page}-${dataset}-${width}-${lang}-${theme}.png`);

/** Serves the built site; resolves with its address and how to stop it. @param {string} app @param {string} data */
async function serve(app, data) {
  const cli = await prepareCommandLine();
  const child = spawn(process.execPath, [cli, 'serve', '--app', app, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of child.stdout) return { address: String(line).trim(), stop: () => child.kill() };
  throw new Error('the server told no address');
}

/** Waits until the page has drawn what its address asks for. @param {Page} page */
async function settle(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelector('.progress') === null,
  );
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Turns the open page to another view without loading it again. @param {Page} page @param {string} query */
async function turnTo(page, query) {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    scrollTo(0, 0);
  }, query);
  await settle(page);
}

/** @param {string} name @param {keyof typeof BODIES} dataset @param {string} lang */
function queryOf(name, dataset, lang) {
  const query = new URLSearchParams({ page: name, dataset, lang });
  if (name === 'body' || name === 'enforcement') query.set('body', BODIES[dataset]);
  if (name === 'compare') Object.entries(SIDES[dataset]).forEach(([part, value]) => query.set(part, value));
  if (name === 'reading')
    Object.entries({ report: reportId, cell: CELL }).forEach(([part, value]) => query.set(part, value));
  return `?${query}`;
}

/** Hands the page a report of one's own, which the browser keeps. @param {Page} page @param {string} address */
async function giveReport(page, address) {
  await page.goto(`${address}?page=reading`);
  await page.locator('main input[type=file]').first().setInputFiles(REPORT);
  const link = page.locator('main a[href*="report="]').first();
  await link.waitFor();
  reportId = new URL((await link.getAttribute('href')) ?? '', address).searchParams.get('report') ?? '';
}

/** The pages that the navigation of the open page names. @param {Page} page */
const pagesOf = (page) =>
  page
    .locator('nav.screen-only a')
    .evaluateAll((links) =>
      links.map((link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).searchParams.get('page') ?? 'overview'),
    );

/** Takes the pictures of these pages in every combination. @param {Page} page @param {string} address @param {readonly string[]} pages */
async function takeAll(page, address, pages) {
  for (const dataset of DATASETS) {
    await page.goto(`${address}${queryOf('overview', dataset, 'zh')}`);
    await settle(page);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        for (const lang of LANGUAGES) {
          for (const name of pages) {
            await turnTo(page, queryOf(name, dataset, lang));
            await page.screenshot({ path: nameOf(width, lang, theme, dataset, name), fullPage: true });
          }
        }
      }
    }
    say(`${dataset}: ${pages.length * WIDTHS.length * LANGUAGES.length * THEMES.length} pictures`);
  }
}

/** Sets some pictures of a page beside each other in one file. @param {Page} page @param {string} name */
async function makeSheet(page, name) {
  const pictures = SHEET.map(([width, lang, theme, dataset]) => ({
    width,
    source: `data:image/png;base64,${readFileSync(nameOf(width, lang, theme, dataset, name)).toString('base64')}`,
  }));
  await page.setContent('<main></main>');
  await page.evaluate(async ([shown, scale, height]) => {
    const sheet = document.querySelector('main');
    if (!sheet) return;
    document.body.style.margin = '0';
    Object.assign(sheet.style, { display: 'inline-flex', gap: '8px', padding: '8px', background: '#bbb' });
    for (const { width, source } of shown) {
      const frame = document.createElement('div');
      Object.assign(frame.style, { width: `${width * scale}px`, height: `${height * scale}px`, overflow: 'hidden' });
      const image = document.createElement('img');
      image.src = source;
      image.style.width = '100%';
      frame.append(image);
      sheet.append(frame);
      await image.decode();
    }
  }, /** @type {const} */ ([pictures, SHEET_SCALE, SHEET_HEIGHT]));
  const path = join(docs, 'pages', `${name}.jpg`);
  await page.locator('main').screenshot({ path, type: 'jpeg', quality: 72 });
}

/** The pictures of the introduction, as a reader sees them without scrolling. @param {Page} page @param {string} address */
async function takeIntroduction(page, address) {
  const shown = /** @type {const} */ ([
    ['overview', 'demonstration', 'overview'],
    ['outcomes', 'demonstration', 'outcomes'],
    ['body', 'sample', 'one-body'],
    ['reading', 'sample', 'reading'],
  ]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 1000 });
  let open = '';
  for (const [name, dataset, file] of shown) {
    // A page that asks its dataset nothing would be pictured while the engine starts.
    if (open === dataset) await turnTo(page, queryOf(name, dataset, 'zh'));
    else await page.goto(`${address}${queryOf(name, dataset, 'zh')}`);
    open = dataset;
    await settle(page);
    await page.screenshot({ path: join(docs, `${file}.png`) });
  }
}

checkNode();
await install();
const { address, stop } = await serve(await prepareApp(), await prepareData());
const executablePath = findChromium();
const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) });
try {
  rmSync(all, { recursive: true, force: true });
  for (const folder of [all, join(docs, 'pages')]) mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  await giveReport(page, address);
  const pages = await pagesOf(page);
  await takeAll(page, address, pages);
  // The site's own policy would keep markup out of a page that has shown it.
  const blank = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  for (const name of pages) await makeSheet(blank, name);
  await takeIntroduction(page, address);
  say(`all pictures are in ${all}, the sheets of pages in ${join(docs, 'pages')}`);
} finally {
  await browser.close();
  stop();
}
