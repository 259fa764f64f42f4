import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareCommandLine } from '../../src/launch.js';
import { consistentFigures } from '../fixtures/publish/arbitrary-form.ts';
import { findChineseFont } from '../fixtures/publish/chinese-font.ts';
import { publishDocx } from '../fixtures/publish/docx.ts';
import type { Figures } from '../fixtures/publish/grid.ts';
import { type PdfHabits, publishPdf } from '../fixtures/publish/pdf.ts';
import { publish, USUAL, type PublishingStyle } from '../fixtures/publish/publisher.ts';
import { publishSheet } from '../fixtures/publish/xlsx.ts';
import { datasetMenu, openBrowser, openSite, type Site, violationsOf, visit } from './site.ts';

const COUNTIES = ['青溪县', '白石县', '云岭县'];
const KINDS =
  '水务局 财政局 教育局 司法局 民政局 审计局 统计局 林业局 商务局 科技局 交通运输局 农业农村局 应急管理局'.split(' ');
const YEARS = [2021, 2022, 2023, 2024, 2025];
const ALL = 200;

interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DOCX = { margins: true, tracked: false, runs: true, notes: false };
const SHEET = {
  file: 'xlsx',
  numbers: true,
  formulas: false,
  borders: true,
  sheets: 'one',
  spaced: false,
  offset: 0,
} as const;
const PDF: PdfHabits = {
  rules: 'lines',
  vertical: false,
  repeatsHeader: false,
  erased: [],
  pageNumbers: 'dashed',
  runningHead: false,
  onItsSide: false,
  lead: 0,
  foot: 0,
};

async function makeFile(index: number, figures: Figures, style: PublishingStyle): Promise<MadeFile> {
  const name = `${style.body}-${style.year}`;
  if (index % 20 === 1) return { name: `${name}.docx`, bytes: await publishDocx(figures, style, DOCX) };
  if (index % 20 === 2) return { name: `${name}.xlsx`, bytes: publishSheet(figures, style, SHEET) };
  if (index % 40 === 3) return { name: `${name}.pdf`, bytes: await publishPdf(figures, style, PDF, findChineseFont()) };
  const shape = (['html-spans', 'html-word', 'html-clean', 'tabs'] as const)[index % 4]!;
  const { name: file, bytes } = publish(figures, { ...style, shape });
  return { name: `${name}${file.slice(file.lastIndexOf('.'))}`, bytes };
}

const text = (words: string) => new TextEncoder().encode(words);

/** Files broken in different ways, and what is said of each. */
const BROKEN: readonly (readonly [name: string, bytes: Uint8Array, told: string])[] = [
  ['空.html', new Uint8Array(0), '没有'],
  ['通知.txt', text('今天下午停水，请互相转告。'), '年报'],
  ['断.docx', text('PK\u0003\u0004\u0014\u0000下载中断'), '损坏'],
  ['坏.pdf', text('%PDF-1.7\n不完整'), '损坏'],
  ['照片.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), '录入'],
];

let browser: Browser;
let site: Site;
let folder: string;
let files: MadeFile[];

async function dropAll(page: Page): Promise<void> {
  const packed = files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')] as const);
  const transfer = await page.evaluateHandle((given) => {
    const carried = new DataTransfer();
    for (const [name, base64] of given) {
      carried.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    }
    return carried;
  }, packed);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

const status = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

/** The fingerprint of the dataset that follows the reports, once it is made of all of them. */
async function fingerprint(page: Page): Promise<string> {
  await page.getByRole('group', { name: /^已读/ }).waitFor({ state: 'detached', timeout: 240_000 });
  await expect.poll(() => datasetMenu(page).inputValue(), { timeout: 60_000 }).toBe('file:collection');
  await page.locator('.progress').waitFor({ state: 'detached', timeout: 120_000 });
  await page
    .getByRole('contentinfo')
    .getByText(/指纹 [0-9a-f]{16}/)
    .waitFor({ timeout: 120_000 });
  return /指纹 ([0-9a-f]{16})/.exec(await page.getByRole('contentinfo').innerText())![1]!;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-own-reports-'));
  const bodies = COUNTIES.flatMap((county) => KINDS.map((kind) => county + kind));
  const styles = bodies.flatMap((body) => YEARS.map((year) => ({ ...USUAL, body, year })));
  const figures = fc.sample(consistentFigures('2021'), { seed: 4, numRuns: styles.length });
  files = await Promise.all(styles.map((style, index) => makeFile(index, figures[index]!, style)));
  files.push(...BROKEN.map(([name, bytes]) => ({ name, bytes })));
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

test('200 mixed files are read, kept over a reload, saved as one and opened again with the same figures', async () => {
  expect(files).toHaveLength(ALL);
  const { page, errors, strayRequests } = await visit(browser, site, '?page=reading');
  await page.locator('[data-picks="files"]').waitFor({ state: 'attached' });
  await dropAll(page);
  await page.getByText(new RegExp(`已读 \\d+ / ${ALL} 份，每秒`)).waitFor();
  const made = await fingerprint(page);
  await status(page, '未读').click();
  for (const [name, , told] of BROKEN.slice(0, 4)) {
    await page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: told }).waitFor();
  }
  await status(page, '待录入').click();
  await page.getByRole('listitem').filter({ hasText: '照片.png' }).filter({ hasText: '录入' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await page.reload();
  await status(page, `未读`).filter({ hasText: '4' }).waitFor();
  expect(await fingerprint(page)).toBe(made);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为一个文件' }).click(),
  ]);
  const set = join(folder, 'set.zip');
  await download.saveAs(set);
  expect([errors, strayRequests]).toEqual([[], []]);
  await page.context().close();

  const other = await visit(browser, site, '?page=reading');
  await other.page.locator('[data-picks="files"]').setInputFiles(set);
  await other.page.getByText(/已读 \d+ \/ \d+ 份/).waitFor();
  expect(await fingerprint(other.page)).toBe(made);
  expect([other.errors, other.strayRequests]).toEqual([[], []]);
  await other.page.context().close();

  const built = join(folder, 'set.duckdb');
  const { stderr } = spawnSync(process.execPath, [await prepareCommandLine(), 'build', set, '--out', built]);
  expect(existsSync(built), String(stderr)).toBe(true);
  const native = await openSite([built]);
  const { page: opened } = await visit(browser, native, '?dataset=set');
  await opened.getByRole('contentinfo').getByText(made).waitFor();
  await native.close();
}, 600_000);
