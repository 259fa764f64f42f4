import type { Browser, Page } from 'playwright-core';
import { openNodeDatabase } from '../../src/host/duckdb-node.ts';
import { type BenchRow, median, milliseconds } from './table.ts';

const WARM_UPS = 2;
const CHANGES = 10;
const NATIVE_ROUNDS = 3;
/** Pages with the year that is chosen and given up again. */
const VIEWS = [
  ['overview', '2023'],
  ['requests', '2023'],
  ['outcomes', '2023'],
] as const;

interface Change {
  readonly drawnMs: number;
  /** What the page asked its engine for. */
  readonly statements: readonly string[];
}

/** Runs in the page before its own script: keeps the statements that are handed to the engine's worker. */
function watchStatements(): void {
  const statements: string[] = [];
  Object.assign(globalThis, { statements });
  const post = Reflect.get(Worker.prototype, 'postMessage') as (...args: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    const { type, data } = (args[0] ?? {}) as { type?: string; data?: unknown };
    if (type === 'START_PENDING_QUERY' && Array.isArray(data)) statements.push(String(data[1]));
    Reflect.apply(post, this, args);
  };
}

/** Runs in the page: presses the button of a year and waits, frame by frame, until the charts of the answer are drawn. */
async function changeYear(year: string): Promise<Change> {
  const { statements } = globalThis as unknown as { statements: string[] };
  const told = () => document.querySelector('p.finding')?.textContent;
  const frame = () => new Promise((settle) => requestAnimationFrame(settle));
  const button = [...document.querySelectorAll<HTMLElement>('button[aria-pressed]')].find(
    ({ textContent }) => textContent.trim() === year,
  );
  if (!button) throw new Error(`there is no button for ${year}`);
  const before = told();
  statements.length = 0;
  const start = performance.now();
  button.click();
  do await frame();
  while (told() === before || document.querySelector('[aria-busy="true"]'));
  await new Promise((painted) => setTimeout(painted));
  return { drawnMs: performance.now() - start, statements: [...statements] };
}

async function measureChanges(page: Page, year: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (let round = 0; round < WARM_UPS + CHANGES; round += 1) changes.push(await page.evaluate(changeYear, year));
  return changes.slice(WARM_UPS);
}

/** Median time of one change's questions, asked natively one after the other. */
async function nativeMs(path: string, changes: readonly Change[]): Promise<number> {
  const database = await openNodeDatabase(path);
  const times: number[] = [];
  for (let round = 0; round <= NATIVE_ROUNDS; round += 1) {
    for (const { statements } of changes.slice(0, 2)) {
      const start = performance.now();
      for (const statement of statements) await database.run(statement);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  await database.close();
  return median(times);
}

/** Time from a change of filter to drawn charts, beside the same questions asked of the native engine. */
export async function benchChanging(
  browser: Browser,
  address: string,
  dataset: string,
  path: string,
): Promise<BenchRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchStatements);
  const rows: BenchRow[] = [];
  for (const [view, year] of VIEWS) {
    await page.goto(`${address}?page=${view}&dataset=${dataset}`);
    await page.locator('p.finding').waitFor();
    await page.locator('.progress').waitFor({ state: 'detached' });
    const changes = await measureChanges(page, year);
    const [native, drawn] = [await nativeMs(path, changes), median(changes.map(({ drawnMs }) => drawnMs))];
    rows.push({ what: `${view}: ${changes[0]!.statements.length} questions, native`, value: milliseconds(native) });
    rows.push({ what: `${view}: asked, answered and drawn`, value: milliseconds(drawn), ratio: drawn / native });
  }
  await page.close();
  return rows;
}
