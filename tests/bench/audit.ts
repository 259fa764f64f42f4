import { basename, dirname } from 'node:path';
import { auditSizeQuery } from '../../src/audit/audit.ts';
import { FAMILIES, RULES } from '../../src/audit/families.ts';
import { familyAuditQuery } from '../../src/audit/family-audit.ts';
import { outcomesQuery } from '../../src/audit/outcomes.ts';
import type { Family, ReportRange } from '../../src/audit/rule.ts';
import { openNodeDatabase } from '../../src/host/duckdb-node.ts';
import { openServer } from '../../src/host/server.ts';
import { openBrowser } from '../open-browser.ts';
import { type BenchRow, milliseconds } from './table.ts';

/** So many reports at a time, as the audit itself takes them. */
const REPORTS_AT_ONCE = 20_000;
const ALL_RULES = RULES.map(({ id }) => id);

/** The two audits: findings and counts as the command line asks for them, and outcomes alone as the page does. */
const AUDITS: readonly { readonly what: string; readonly ask: (family: Family, range: ReportRange) => string }[] = [
  { what: 'findings and counts', ask: (family, range) => familyAuditQuery(family, range, ALL_RULES).statement.text },
  { what: 'outcomes', ask: (family, range) => outcomesQuery(family, range).statement.text },
];

/** The statements of a whole audit in their order. */
function statementsFor(lastReport: number, ask: (family: Family, range: ReportRange) => string): string[] {
  const statements: string[] = [];
  for (let from = 1; from <= lastReport; from += REPORTS_AT_ONCE) {
    const range = { from, to: Math.min(from + REPORTS_AT_ONCE - 1, lastReport) };
    for (const family of FAMILIES) statements.push(ask(family, range));
  }
  return statements;
}

async function nativeMs(path: string, statements: readonly string[]): Promise<number> {
  const database = await openNodeDatabase(path);
  try {
    const start = performance.now();
    for (const statement of statements) await database.run(statement);
    return performance.now() - start;
  } finally {
    await database.close();
  }
}

/** Times of the statements one by one in the page's own engine. */
async function pageTimes(address: string, path: string, statements: readonly string[]): Promise<readonly number[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${address}tests/bench/engine.html`);
    return await page.evaluate(
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
  } finally {
    await browser.close();
  }
}

/** Every rule over every report of a dataset, natively and in the page's own engine; with the longest statement of the page. */
export async function benchAudit(app: string, path: string): Promise<BenchRow[]> {
  const database = await openNodeDatabase(path);
  const [size] = await database.ask(auditSizeQuery());
  await database.close();
  const server = await openServer({ app, data: [dirname(path)], host: '127.0.0.1', port: 0 });
  const rows: BenchRow[] = [];
  try {
    for (const { what, ask } of AUDITS) {
      const statements = statementsFor(size!.lastReport, ask);
      const native = await nativeMs(path, statements);
      const times = await pageTimes(server.address, path, statements);
      const page = times.reduce((sum, ms) => sum + ms, 0);
      const all = `${RULES.length} rules over ${size!.reports.toLocaleString('en')} reports, ${what}`;
      rows.push(
        { what: `${all}, native`, value: milliseconds(native) },
        { what: `${all}, page`, value: milliseconds(page), ratio: page / native },
        { what: 'longest statement of the page', value: milliseconds(Math.max(...times)) },
      );
    }
    return rows;
  } finally {
    await server.close();
  }
}
