import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { openNodeDatabase } from '../../src/host/duckdb-node.ts';
import { openServer, type ServedResponse } from '../../src/host/server.ts';
import { openBrowser } from '../open-browser.ts';
import { type BenchRow, kilobytes, median, milliseconds } from './table.ts';

const ROUNDS = 7;

const STATEMENTS: readonly (readonly [string, string])[] = [
  ['one measure by year', 'SELECT year, sum(new_total)::DOUBLE FROM report WHERE current GROUP BY year ORDER BY year'],
  [
    'four measures by city and year',
    `SELECT city, year, sum(new_total)::DOUBLE, sum(handled_total)::DOUBLE, sum(licensing_decisions)::DOUBLE, sum(admin_fees_wan)::DOUBLE
     FROM report JOIN body USING (body_id) WHERE current AND level = 'county' GROUP BY ALL ORDER BY ALL`,
  ],
  [
    'quartiles by year',
    'SELECT year, quantile_cont(new_total, [0.25, 0.5, 0.75])::VARCHAR FROM report WHERE current GROUP BY year ORDER BY year',
  ],
  ['one body, all columns', 'SELECT * FROM report WHERE current AND body_id = 42 ORDER BY year'],
  [
    'carry-over against the year before',
    `SELECT count(*) FROM (SELECT carried_in_total AS here, lag(carried_out_total) OVER (PARTITION BY body_id ORDER BY year) AS before
     FROM report WHERE current) WHERE here <> before`,
  ],
];

async function nativeTimes(path: string): Promise<number[]> {
  const database = await openNodeDatabase(path);
  const times: number[] = [];
  for (const [, statement] of STATEMENTS) {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await database.run(statement);
      rounds.push(performance.now() - start);
    }
    times.push(median(rounds.slice(1)));
  }
  await database.close();
  return times;
}

/** Times in the page's own engine, which `engine.html` of the benchmark's build puts on the window. */
async function pageTime(page: Page, statement: string, rounds: number): Promise<number> {
  return page.evaluate(
    async ([text, count]) => {
      const { database } = globalThis as unknown as { database: { run(text: string): Promise<unknown> } };
      const times: number[] = [];
      for (let round = 0; round < count; round += 1) {
        const start = performance.now();
        await database.run(text);
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
    },
    [statement, rounds] as const,
  );
}

/** Bytes sent at attach and for a first question, and the time of typical questions in the page and natively. */
export async function benchQuerying(app: string, path: string): Promise<{ bytes: BenchRow[]; times: BenchRow[] }> {
  const responses: ServedResponse[] = [];
  const onResponse = (response: ServedResponse) => void responses.push(response);
  const server = await openServer({ app, data: [dirname(path)], host: '127.0.0.1', port: 0, onResponse });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const sentOf = (matches: (path: string) => boolean) =>
      responses.filter((response) => matches(response.path)).reduce((sum, { bytes }) => sum + bytes, 0);
    const sentData = () => sentOf((name) => name.endsWith('.duckdb'));
    await page.goto(`${server.address}tests/bench/engine.html`);
    const start = performance.now();
    await page.evaluate(
      async (url) => {
        const own = globalThis as unknown as { openDataset(origin: object): Promise<unknown>; database: unknown };
        own.database = await own.openDataset({ url });
      },
      `/data/${basename(path)}`,
    );
    const openedMs = performance.now() - start;
    const attached = sentData();
    await pageTime(page, STATEMENTS[0]![1], 1);
    const first = sentData() - attached;
    const native = await nativeTimes(path);
    const times: BenchRow[] = [];
    for (const [index, [what, statement]] of STATEMENTS.entries()) {
      await pageTime(page, statement, 1);
      const inPage = await pageTime(page, statement, ROUNDS);
      times.push({ what: `${what}, native`, value: `${native[index]!.toFixed(1)} ms` });
      times.push({ what: `${what}, page`, value: `${inPage.toFixed(1)} ms`, ratio: inPage / native[index]! });
    }
    const bytes = [
      { what: 'engine fetched, started, dataset attached', value: milliseconds(openedMs) },
      { what: 'engine (compressed), sent', value: kilobytes(sentOf((name) => /duckdb.*\.(js|wasm)$/.test(name))) },
      { what: 'dataset, sent at attach', value: kilobytes(attached) },
      { what: 'dataset, sent for the first question', value: kilobytes(first) },
    ];
    return { bytes, times };
  } finally {
    await browser.close();
    await server.close();
  }
}
