import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import registry from '../../data/sample/registry.csv?raw';
import reports from '../../data/sample/reports.jsonl?raw';
import singles from '../../data/sample/single-figures.csv?raw';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import type { ListReading, ReadingProgress } from '../../src/host/list-reading.ts';
import { readOwnLists } from '../../src/host/own-lists.ts';
import type { Database } from '../../src/store/database.ts';
import { datasetFactsQuery } from '../../src/store/dataset-facts.ts';
import { TABLES } from '../../src/store/dataset-tables.ts';

const SAMPLE = [
  new File([reports], 'reports.jsonl'),
  new File([singles], 'single-figures.csv'),
  new File([registry], 'registry.csv'),
];

const read = (files: readonly File[], onProgress: (progress: ReadingProgress) => void = () => undefined) =>
  readOwnLists(files, onProgress, new AbortController().signal);

const csv = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);

async function openBuilt({ built }: ListReading): Promise<Database> {
  if (!built) throw new Error('nothing was read');
  return openDataset({ steps: built.steps, name: built.title });
}

const everythingOf = (table: string) => `SELECT * FROM ${table} ORDER BY ALL`;

afterEach(() => vi.unstubAllGlobals());

describe('the sample, read in the tab', () => {
  let reading: ListReading;
  let inTab: Database;
  let native: Database;
  const progress: ReadingProgress[] = [];
  beforeAll(async () => {
    reading = await read(SAMPLE, (step) => progress.push(step));
    [inTab, native] = await Promise.all([openBuilt(reading), openDataset({ url: '/served/data/sample.duckdb' })]);
  }, 60_000);
  afterAll(() => Promise.all([inTab.close(), native.close()]));

  test('is the dataset that the command line builds of the same lists, by its fingerprint', async () => {
    const [[own], [built]] = await Promise.all([inTab.ask(datasetFactsQuery()), native.ask(datasetFactsQuery())]);
    expect({ ...own, name: '', madeAt: '', madeBy: '' }).toEqual({ ...built, name: '', madeAt: '', madeBy: '' });
    expect(reading.built?.counts.fingerprint).toBe(built?.fingerprint);
    expect(reading.problems).toEqual([]);
  });

  test.each(TABLES.map(({ name }) => name))('has the columns of the command line’s in the table %s', async (table) => {
    const statement = `SELECT column_name, data_type, is_nullable FROM duckdb_columns()
      WHERE database_name = 'dataset' AND table_name = '${table}' ORDER BY column_index`;
    const columns = await inTab.run(statement);
    expect(columns.rows.length).toBeGreaterThan(0);
    expect(columns).toEqual(await native.run(statement));
  });

  const built = TABLES.map(({ name }) => name).filter((name) => !['dataset', 'source'].includes(name));
  test.each(built)('has the rows of the command line’s in the table %s', async (table) => {
    expect(await inTab.run(everythingOf(table))).toEqual(await native.run(everythingOf(table)));
  });

  test('keeps the reader’s own statements from its tables', async () => {
    for (const statement of ['DELETE FROM report', 'UPDATE report SET year = 1', 'DROP TABLE report'])
      await expect(inTab.run(statement)).rejects.toThrow(/read-only/);
    await expect(inTab.run("SELECT * FROM read_csv('/served/data/index.json')")).rejects.toThrow(/disabled by/);
    await expect(inTab.run('SET enable_external_access = true')).rejects.toThrow(/locked/);
  });

  test('keeps a temporary table from one statement to the next', async () => {
    await inTab.run('CREATE TEMP TABLE mine AS SELECT 7 AS seven');
    await expect(inTab.run('SELECT bad')).rejects.toThrow(/bad/);
    expect((await inTab.run('FROM mine')).rows).toEqual([[7]]);
  });

  test.each([
    ['COMMIT; DELETE FROM report'],
    ['ROLLBACK; DELETE FROM report; BEGIN; SELECT bad'],
    ['COMMIT; UPDATE report SET year = 1990; SELECT 1 AS one'],
    ['USE memory; DETACH dataset'],
  ])('is as it was before the next question after "%s"', async (statement) => {
    const totals = 'SELECT count(*), sum(year)::INTEGER FROM dataset.main.report';
    const before = await inTab.run(totals);
    await inTab.run(statement).catch(() => undefined);
    expect(await inTab.run(totals)).toEqual(before);
  });

  test('is built again when the engine’s worker dies', async () => {
    const started: Worker[] = [];
    const { Worker: Native } = globalThis;
    vi.stubGlobal(
      'Worker',
      class extends Native {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          started.push(this);
        }
      },
    );
    const database = await openBuilt(reading);
    const answer = database.run('SELECT count(*) FROM report, range(1000000)');
    started[0]!.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    expect((await answer).rows).toEqual([[417_000_000]]);
    expect(started).toHaveLength(2);
    await database.close();
  });

  test('says how far it has come, by lines and share', () => {
    expect(progress.at(-1)).toMatchObject({ file: 'single-figures.csv', share: 1 });
    expect(progress.at(-1)!.lines).toBeGreaterThan(1_500);
  });
});

test('what cannot be read is listed with file, line and reason, and the rest is read', async () => {
  const reading = await read([
    csv(
      'bad.csv',
      '单位,年度,new_total,天气',
      '叶县财政局,2024,3,晴',
      ',2024,4,',
      '叶县教育局,24,5,',
      '叶县司法局,2024,x,',
    ),
    new File(['%PDF-1.7'], 'report.pdf'),
    new File(['<html></html>'], 'report.html'),
    new File([''], 'empty.csv'),
    csv('prices.csv', 'date,price', '1,2'),
    csv('registry.csv', 'name,level', '叶县财政局,county', ',county'),
  ]);
  expect(reading.built).toMatchObject({ title: 'bad.csv + registry.csv', counts: { reports: 2 } });
  expect(reading.problems.map(({ file, line, column, trouble }) => [file, line, column, trouble.what])).toEqual([
    ['report.pdf', null, null, 'unsupported'],
    ['report.html', null, null, 'document'],
    ['empty.csv', null, null, 'empty'],
    ['prices.csv', null, null, 'no-list'],
    ['registry.csv', 3, null, 'registry-name'],
    ['bad.csv', 1, '天气', 'unknown-cell'],
    ['bad.csv', 3, 'body', 'no-body'],
    ['bad.csv', 4, 'year', 'no-year'],
    ['bad.csv', 5, 'new_total', 'no-figure'],
  ]);
});

test('a problem that repeats is told once, with its number', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => `叶县财政局,${2010 + (index % 10)},no_such_cell,1`);
  const { problems } = await read([csv('long.csv', 'body,year,measure,value', '叶县教育局,2024,new_total,1', ...rows)]);
  expect(problems.filter(({ trouble }) => trouble.what === 'unknown-cell')).toMatchObject([{ line: 3, times: 50 }]);
});

test.each([
  ['nothing that can be read', [new File(['%PDF'], 'a.pdf')], ['unsupported']],
  ['a registry alone', [csv('registry.csv', 'name', '叶县财政局')], ['no-reports']],
])('%s makes no dataset', async (_, files, what) => {
  const reading = await read(files);
  expect(reading.built).toBeNull();
  expect(reading.problems.map(({ trouble }) => trouble.what)).toEqual(what);
});

test('a list in the charset of Chinese spreadsheets is read', async () => {
  // 单位,年度,new_total ⏎ 叶县财政局,2024,3 in GB18030.
  const bytes = [0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc4, 0xea, 0xb6, 0xc8, 0x2c];
  const name = [0xd2, 0xb6, 0xcf, 0xd8, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6];
  const text = (ascii: string) => [...new TextEncoder().encode(ascii)];
  const file = new File([new Uint8Array([...bytes, ...text('new_total\n'), ...name, ...text(',2024,3\n')])], 'gb.csv');
  const database = await openBuilt(await read([file]));
  expect((await database.run('SELECT name, new_total FROM body JOIN report USING (body_id)')).rows).toEqual([
    ['叶县财政局', 3],
  ]);
  await database.close();
});

test('reading stops when it is no longer wanted', async () => {
  const controller = new AbortController();
  const reading = readOwnLists(SAMPLE, () => undefined, controller.signal);
  controller.abort(new Error('stopped'));
  await expect(reading).rejects.toThrow('stopped');
});
