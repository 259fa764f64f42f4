import { basename, dirname } from 'node:path';
import { auditSizeQuery } from '../../src/audit/audit.ts';
import { FAMILIES, RULES } from '../../src/audit/families.ts';
import { findingsQuery } from '../../src/audit/finding.ts';
import { tallyQuery } from '../../src/audit/tally.ts';
import { openNodeDatabase } from '../../src/host/duckdb-node.ts';
import { openServer } from '../../src/host/server.ts';
import { openBrowser } from '../open-browser.ts';
import { type BenchRow, milliseconds } from './table.ts';

/** So many reports at a time, as the audit itself takes them. */
const REPORTS_AT_ONCE = 20_000;
const ALL_RULES = RULES.map(({ id }) => id);

/** The statements of a whole audit in their order. */
function statementsFor(lastReport: number): string[] {
  const statements: string[] = [];
  for (let from = 1; from <= lastReport; from += REPORTS_AT_ONCE) {
    const range = { from, to: Math.min(from + REPORTS_AT_ONCE - 1, lastReport) };
    for (const family of FAMILIES) {
      statements.push(findingsQuery(family, range, ALL_RULES).statement.text);
      statements.push(tallyQuery(family, range, ALL_RULES).statement.text);
    }
  }
  return statements;
}

/** Every rule over every report of a dataset, natively and in the page's own engine; with the longest statement of the page. */
export async function benchAudit(app: string, path: string): Promise<BenchRow[]> {
  const database = await openNodeDatabase(path);
  const [size] = await database.ask(auditSizeQuery());
  const statements = statementsFor(size!.lastReport);
  const start = performance.now();
  for (const statement of statements) await database.run(statement);
  const nativeMs = performance.now() - start;
  await database.close();

  const server = await openServer({ app, data: [dirname(path)], host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}tests/bench/engine.html`);
    const times = await page.evaluate(
      async ([url, texts]) => {
        const own = globalThis as unknown as {
          openDataset(origin: object): Promise<{ run(text: string): Promise<unknown> }>;
        };
        const opened = await own.openDataset({ url });
        const each: number[] = [];
        for (const text of texts) {
          const begun = performance.now();
          await opened.run(text);
          each.push(performance.now() - begun);
        }
        return each;
      },
      [`/data/${basename(path)}`, statements] as const,
    );
    const pageMs = times.reduce((sum, ms) => sum + ms, 0);
    const what = `${RULES.length} rules over ${size!.reports.toLocaleString('en')} reports`;
    return [
      { what: `${what}, native`, value: milliseconds(nativeMs) },
      { what: `${what}, page`, value: milliseconds(pageMs), ratio: pageMs / nativeMs },
      { what: 'longest statement of the page', value: milliseconds(Math.max(...times)) },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
