import { afterAll, beforeAll, expect, test } from 'vitest';
import { RecordedBuild } from '../../src/host/build-steps.ts';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import type { Database } from '../../src/store/database.ts';
import { DatasetBuild } from '../../src/store/dataset-build.ts';
import { TABLES } from '../../src/store/dataset-tables.ts';
import { CORRECTION_QUESTIONS } from '../fixtures/correction-questions.ts';
import { CORRECTED_DESCRIPTION, CORRECTED_FILINGS } from '../fixtures/corrected-filings.ts';

let inTab: Database;
let native: Database;
beforeAll(async () => {
  const engine = new RecordedBuild();
  const build = await DatasetBuild.open(engine, null);
  expect(await build.take(CORRECTED_FILINGS, () => undefined)).toEqual([]);
  await build.finish(CORRECTED_DESCRIPTION);
  inTab = await openDataset({ steps: engine.steps, name: 'corrected' });
  native = await openDataset({ url: '/served/data/corrected.duckdb' });
}, 60_000);
afterAll(() => Promise.all([inTab.close(), native.close()]));

test.each(TABLES.map(({ name }) => name))(
  'corrected reports become the same rows in the tab as on the command line: %s',
  async (table) => {
    const everything = `SELECT * FROM ${table} ORDER BY ALL`;
    const rows = await inTab.run(everything);
    expect(rows.rows.length > 0 || ['body_alias', 'filer', 'claim', 'evidence', 'passage'].includes(table)).toBe(true);
    expect(rows).toEqual(await native.run(everything));
  },
);

test.each(CORRECTION_QUESTIONS.map(({ name, question, rows }) => [name, question, rows] as const))(
  'the page’s engine answers as the command line’s: %s',
  async (_, question, rows) => {
    expect(await native.ask(question)).toEqual(rows);
    expect(await inTab.ask(question)).toEqual(rows);
  },
);
