import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataset } from '../../src/host/duckdb-wasm.ts';
import type { Database } from '../../src/store/database.ts';
import { datasetFactsQuery } from '../../src/store/dataset-facts.ts';
import { GOLDEN_QUESTIONS } from '../fixtures/questions.ts';

const URL_OF_FIXTURE = '/served/data/fixture.duckdb';
const HEAVY = 'SELECT sum(hash(a.range + b.range) % 7) FROM range(100000) a, range(100000) b';

describe('a dataset attached by its address', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDataset({ url: URL_OF_FIXTURE });
  }, 60_000);
  afterAll(() => database.close());

  test.each(GOLDEN_QUESTIONS.map(({ name, question, rows }) => [name, question, rows] as const))(
    'answers in the page as on the command line: %s',
    async (_, question, rows) => {
      expect(await database.ask(question)).toEqual(rows);
    },
  );

  test('a user’s statement gives plain values with their columns in order', async () => {
    const statement = `SELECT count(*) AS n, sum(x) AS total, max(x)::DECIMAL(10, 2) AS top, [1, NULL] AS list,
      DATE '2025-01-31' AS day, NULL AS nothing, TRUE AS yes FROM range(4) AS r(x)`;
    expect(await database.run(statement)).toEqual({
      columns: ['n', 'total', 'top', 'list', 'day', 'nothing', 'yes'],
      rows: [[4, 6, 3, '[1, NULL]', '2025-01-31', null, true]],
    });
  });

  test('an answer without rows keeps its columns', async () => {
    expect(await database.run('SELECT name FROM body WHERE false')).toEqual({ columns: ['name'], rows: [] });
  });

  test.each([
    ['a file format that needs an extension', "SELECT * FROM read_parquet('x.parquet')", /parquet extension/],
    ['a function that needs an extension', 'SELECT current_date', /icu extension/],
    ['another file', "SELECT * FROM read_csv('/served/data/index.json')", /disabled by configuration/],
    ['another database', "ATTACH '/served/data/no-database.duckdb' AS other", /disabled by configuration/],
    ['a file on another host', "SELECT * FROM read_csv('https://example.org/a.csv')", /disabled by configuration/],
    ['writing a file', "COPY body TO 'out.csv'", /disabled by configuration/],
    ['loading an extension', 'LOAD json', /disabled through configuration/],
    ['a change of settings', 'SET enable_external_access = true', /configuration has been locked/],
    ['a change of the data', 'DELETE FROM report', /read-only/],
  ])('%s is refused with a clear error', async (_, statement, message) => {
    await expect(database.run(statement)).rejects.toThrow(message);
  });

  test('a statement with an error is refused in plain words', async () => {
    await expect(database.run('SELEC 1')).rejects.toThrow('Parser Error: syntax error at or near "SELEC"');
  });

  test('a cancelled question rejects with the reason, and the next one is answered at once', async () => {
    const controller = new AbortController();
    const answer = database.run(HEAVY, controller.signal);
    const next = database.run('SELECT 1 AS one');
    controller.abort(new Error('overtaken'));
    await expect(answer).rejects.toThrow('overtaken');
    expect((await next).rows).toEqual([[1]]);
  });

  test('a user’s temporary table does not shadow the dataset for the page’s questions', async () => {
    await database.run("CREATE TEMP TABLE dataset AS SELECT 'mine' AS name");
    const [facts] = await database.ask(datasetFactsQuery());
    expect(facts?.name).not.toBe('mine');
  });

  test('questions asked at once are all answered', async () => {
    const answers = await Promise.all([1, 2, 3].map((number) => database.run(`SELECT ${number} AS n`)));
    expect(answers.map(({ rows }) => rows)).toEqual([[[1]], [[2]], [[3]]]);
  });

  test('a user’s DETACH is mended before the page’s next question', async () => {
    await database.run('USE memory; DETACH dataset').catch(() => undefined);
    expect(await database.ask(datasetFactsQuery())).toHaveLength(1);
  });
});

test('attaching by address reads less than a megabyte of a larger file', async () => {
  const url = `${URL_OF_FIXTURE}?attached-alone`;
  const sentBytes = async () => Number(await (await fetch('/served/sent')).text());
  const file = await fetch(url, { method: 'HEAD' });
  expect(Number(file.headers.get('content-length'))).toBeGreaterThan(2_000_000);
  const before = await sentBytes();
  const database = await openDataset({ url });
  const attached = (await sentBytes()) - before;
  expect(attached).toBeGreaterThan(0);
  expect(attached).toBeLessThan(1_000_000);
  await database.close();
});

test('a failed range is told as a failure of the network and mended when the line is back', async () => {
  const database = await openDataset({ url: `${URL_OF_FIXTURE}?cut` });
  await fetch('/served/line/cut');
  const everything = 'SELECT count(COLUMNS(*)) FROM report';
  try {
    await expect(database.run(everything)).rejects.toMatchObject({ name: 'EngineFailure', code: 'network' });
  } finally {
    await fetch('/served/line/mended');
  }
  expect((await database.run(everything)).rows).toHaveLength(1);
  await database.close();
});

test('a file of the reader’s own is attached without the network', async () => {
  const bytes = await (await fetch(URL_OF_FIXTURE)).arrayBuffer();
  const database = await openDataset({ file: new File([bytes], 'own.duckdb') });
  expect(await database.ask(datasetFactsQuery())).toHaveLength(1);
  await database.close();
});

test.each([
  ['a file that is no database', '/served/data/no-database.duckdb', 'not-a-database'],
  ['a file that is not there', '/served/data/absent.duckdb', 'network'],
])('%s is told apart', async (_, url, code) => {
  await expect(openDataset({ url })).rejects.toMatchObject({ name: 'EngineFailure', code });
});

test('an engine that stays silent is given up after the patience asked for', async () => {
  await expect(openDataset({ url: URL_OF_FIXTURE }, { idleMs: 0 })).rejects.toMatchObject({ code: 'start-timeout' });
});
