import type { Browser } from 'playwright-core';
import type { RunningServer, ServedResponse } from '../../src/host/server.ts';
import { type BenchRow, kilobytes, median, milliseconds } from './table.ts';

const ROUNDS = 5;

/** Milliseconds since the address was opened, and what had been sent to the page by then. */
interface Start {
  readonly chartMs: number;
  readonly chartBytes: number;
  readonly liveMs: number;
  readonly liveBytes: number;
}

type Moments = Omit<Start, 'liveBytes'>;

/** Runs in the page before its own script: notes when the first chart is on the screen, and when the engine is ready. */
function watchStart(): void {
  const moments: { chartMs?: number; chartBytes?: number; liveMs?: number } = {};
  Object.assign(globalThis, { moments });
  let isDrawn = false;
  let wasStarting = false;
  const painted = (then: () => void) => requestAnimationFrame(() => setTimeout(then));
  const look = () => {
    if (!isDrawn && document.querySelector('figure [data-mark]')) {
      isDrawn = true;
      painted(() => {
        const fetched = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        moments.chartMs = performance.now();
        moments.chartBytes = fetched.reduce(
          (sum, entry) => sum + (entry as PerformanceEntry & { transferSize: number }).transferSize,
          0,
        );
      });
    }
    const isStarting = document.querySelector('.progress') !== null;
    if (wasStarting && !isStarting && isDrawn) moments.liveMs ??= performance.now();
    wasStarting ||= isStarting;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ['class'] });
}

async function startOnce(browser: Browser, server: RunningServer, responses: ServedResponse[]): Promise<Start> {
  // A context of its own has a cache of its own, empty.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchStart);
  responses.length = 0;
  await page.goto(server.address);
  const read = () => (globalThis as unknown as { moments: Partial<Moments> }).moments;
  const isComplete = () => {
    const { moments } = globalThis as unknown as { moments: Partial<Moments> };
    return moments.liveMs !== undefined && moments.chartMs !== undefined;
  };
  await page.waitForFunction(isComplete);
  const moments = (await page.evaluate(read)) as Moments;
  const liveBytes = responses.reduce((sum, { bytes }) => sum + bytes, 0);
  await context.close();
  return { ...moments, liveBytes };
}

/** Time and bytes to the first chart and to the live page, each time with an empty cache. */
export async function benchStarting(
  browser: Browser,
  server: RunningServer,
  responses: ServedResponse[],
): Promise<BenchRow[]> {
  const starts: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) starts.push(await startOnce(browser, server, responses));
  const of = (key: keyof Start) => median(starts.map((start) => start[key]));
  return [
    { what: 'live: the engine answers', value: milliseconds(of('liveMs')) },
    { what: 'first chart drawn', value: milliseconds(of('chartMs')), ratio: of('chartMs') / of('liveMs') },
    { what: 'sent until live', value: kilobytes(of('liveBytes')) },
    {
      what: 'sent until the first chart',
      value: kilobytes(of('chartBytes')),
      ratio: of('chartBytes') / of('liveBytes'),
    },
  ];
}
