import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import type { Database } from '../../../src/store/database.ts';
import { datasetFactsQuery } from '../../../src/store/dataset-facts.ts';
import { buildFixtureDataset } from '../../fixtures/dataset.ts';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "nianbao's-host-"));
  await buildFixtureDataset(path.join(folder, 'fixture.duckdb'));
  database = await openNodeDatabase(path.join(folder, 'fixture.duckdb'));
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const SLOW = 'SELECT count(*) FROM range(100000000000) AS a(x) WHERE x % 7 = 3';

describe('native DuckDB', () => {
  it('gives a user plain values whatever the type', async () => {
    const answer = await database.run(
      `SELECT 1::BIGINT AS a, sum(2)::HUGEINT AS b, 1.25::DECIMAL(9, 3) AS c, DATE '2022-02-18' AS d, [1, 2] AS e, NULL AS f,
        true AS g, 'x' AS h, 9223372036854775807 AS i, 'NaN'::DOUBLE AS j`,
    );
    expect(answer.columns.join('')).toBe('abcdefghij');
    expect(answer.rows).toEqual([[1, 2, 1.25, '2022-02-18', '[1, 2]', null, true, 'x', '9223372036854775807', 'NaN']]);
  });

  it('stops a running statement when its signal is aborted, and answers the next', async () => {
    const abort = new AbortController();
    const running = database.run(SLOW, abort.signal);
    setTimeout(() => abort.abort(new Error('no longer wanted')), 20);
    await expect(running).rejects.toThrow('no longer wanted');
    expect(await database.run('SELECT 1')).toEqual({ columns: ['1'], rows: [[1]] });
  });

  it('never starts a statement whose signal was aborted while it waited', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const running = database.run(SLOW, first.signal);
    const waiting = database.run('CREATE TEMP TABLE started AS SELECT 1', second.signal);
    second.abort(new Error('overtaken'));
    first.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
    await expect(waiting).rejects.toThrow('overtaken');
    await expect(database.run('FROM started')).rejects.toThrow('does not exist');
  });

  it('lets a user change nothing and reach nothing outside the dataset', async () => {
    const other = path.join(folder, 'other.csv');
    await writeFile(other, 'a\n1\n');
    for (const statement of [
      'DELETE FROM report',
      `COPY (SELECT 1) TO '${path.join(tmpdir(), 'out.csv')}'`,
      `FROM read_csv('${other.replaceAll("'", "''")}')`,
      'SET enable_external_access = true',
      'INSTALL httpfs',
    ]) {
      await expect(database.run(statement), statement).rejects.toThrow();
    }
  });

  it('keeps a user’s temporary table from standing in for the dataset', async () => {
    await database.run(`CREATE TEMP TABLE dataset AS SELECT 'forged' AS name`);
    expect((await database.ask(datasetFactsQuery()))[0]?.name).toBe('石桥县（虚构）');
  });

  it('fails with the engine’s words on a file that is no dataset', async () => {
    const file = path.join(folder, 'no.duckdb');
    await writeFile(file, 'not a database, but long enough to be looked at by the engine'.repeat(100));
    await expect(openNodeDatabase(file)).rejects.toThrow('not a valid DuckDB database file');
    await expect(openNodeDatabase(path.join(folder, 'absent.duckdb'))).rejects.toThrow('does not exist');
  });
});
