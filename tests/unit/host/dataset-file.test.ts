import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEASURES } from '../../../src/form/cells.ts';
import { writeDataset, type DatasetOptions } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { TABLES } from '../../../src/store/dataset-tables.ts';
import type { Filing } from '../../../src/store/filing.ts';
import { FIXTURE_FILINGS, FIXTURE_REGISTRY } from '../../fixtures/dataset.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const OPTIONS: DatasetOptions = { name: 'a', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '1' };

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-dataset-'));
  target = path.join(folder, 'a.duckdb');
});

afterEach(() => rm(folder, { recursive: true }));

async function rowsOf(statement: string): Promise<readonly (readonly unknown[])[]> {
  const database = await openNodeDatabase(target);
  try {
    return (await database.run(statement)).rows;
  } finally {
    await database.close();
  }
}

describe('writing a dataset', () => {
  it('makes every table with its columns in their order', async () => {
    await writeDataset(target, FIXTURE_FILINGS, OPTIONS);
    const columns = await rowsOf(
      `SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() WHERE database_name = 'dataset' ORDER BY table_name, column_index`,
    );
    const expected = [...TABLES]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((table) => table.columns.map(({ name, type, nullable }) => [table.name, name, type, nullable]));
    expect(columns).toEqual(expected);
  });

  it('writes a file that the page’s engine reads, and nothing beside it', async () => {
    await writeDataset(target, FIXTURE_FILINGS, OPTIONS);
    expect(await readdir(folder)).toEqual(['a.duckdb']);
    const STORAGE_VERSION_AT = 12;
    const version = (await readFile(target)).readBigUInt64LE(STORAGE_VERSION_AT);
    expect(version).toBeLessThanOrEqual(65n);
  });

  it('keeps what hangs on a report with its report', async () => {
    await writeDataset(target, FIXTURE_FILINGS, OPTIONS);
    const report = `(SELECT report_id FROM report JOIN body USING (body_id) WHERE name = '石桥县财政局' AND year = 2021 AND version = 1)`;
    expect(
      await rowsOf(`SELECT topic, value, section, sentence, span_start FROM claim WHERE report_id = ${report}`),
    ).toEqual([['new', 10, 1, '全年新收申请10件。', 3]]);
    expect(await rowsOf(`SELECT kind, detail FROM evidence WHERE report_id = ${report}`)).toEqual([
      ['name-in-title', '石桥县财政局'],
    ]);
    expect(await rowsOf(`SELECT heading, text FROM passage WHERE report_id = ${report}`)).toEqual([
      ['一、总体情况', '全年新收申请10件。'],
    ]);
    expect(
      await rowsOf(`SELECT source.name FROM report JOIN source USING (source_id) WHERE report_id = ${report}`),
    ).toEqual([['石桥县财政局-2021.txt']]);
    expect(await rowsOf(`SELECT cell, value FROM other_cell WHERE value <> 0`)).toEqual([
      ['rules_newly_made', 2],
      ['other_all_total', 1],
    ]);
  });

  it('has a gap for every NULL of a measure that the edition of a document asks for', async () => {
    await writeDataset(target, FIXTURE_FILINGS, OPTIONS);
    const columns = MEASURES.map(({ id }) => `"${id}"`).join(', ');
    const unexplained = await rowsOf(`
      SELECT report_id, cell FROM (FROM report UNPIVOT INCLUDE NULLS (value FOR cell IN (${columns})))
      JOIN form_cell USING (cell) ANTI JOIN gap USING (report_id, cell)
      WHERE value IS NULL AND entered = 'document' AND ((edition = '2019' AND in_2019) OR (edition = '2021' AND in_2021))`);
    expect(unexplained).toEqual([]);
  });

  it('gives the same fingerprint whatever the order of the input, when and where it is built', async () => {
    const first = await writeDataset(target, FIXTURE_FILINGS, { ...OPTIONS, registry: FIXTURE_REGISTRY });
    const options = { ...OPTIONS, name: 'b', madeAt: '2027-01-01T00:00:00Z', registry: FIXTURE_REGISTRY };
    const second = await writeDataset(path.join(folder, 'b.duckdb'), [...FIXTURE_FILINGS].reverse(), options);
    expect(second.fingerprint).toBe(first.fingerprint);
    const third = await writeDataset(target, FIXTURE_FILINGS.slice(1), { ...OPTIONS, registry: FIXTURE_REGISTRY });
    expect(third.fingerprint).not.toBe(first.fingerprint);
  });

  it('lists a filing that cannot be stored and stores the rest', async () => {
    const bad = draftFiling({ body: '石桥县审计局', year: 2021, kind: 'figures', figures: { no_such_cell: 1 } });
    const summary = await writeDataset(target, [bad, ...FIXTURE_FILINGS], OPTIONS);
    expect(summary).toMatchObject({ reports: FIXTURE_FILINGS.length, currentReports: 8 });
    expect(summary.refused).toEqual([
      {
        source: '石桥县审计局-2021.csv',
        body: '石桥县审计局',
        year: 2021,
        reason: '石桥县审计局-2021.csv: 石桥县审计局 2021: no edition of the form has a cell no_such_cell',
      },
    ]);
  });

  it('leaves the old file, and nothing else, when the input fails halfway', async () => {
    await writeFile(target, 'the old dataset');
    async function* broken(): AsyncGenerator<Filing> {
      yield* FIXTURE_FILINGS;
      await Promise.reject(new Error('the disk with the documents is gone'));
    }
    await expect(writeDataset(target, broken(), OPTIONS)).rejects.toThrow('the disk with the documents is gone');
    expect(await readFile(target, 'utf8')).toBe('the old dataset');
    expect(await readdir(folder)).toEqual(['a.duckdb']);
  });

  it('replaces a dataset that somebody reads without disturbing them', async () => {
    await writeDataset(target, FIXTURE_FILINGS, OPTIONS);
    const reader = await openNodeDatabase(target);
    await writeDataset(target, [], OPTIONS);
    expect((await reader.run('SELECT count(*) FROM report')).rows).toEqual([[FIXTURE_FILINGS.length]]);
    await reader.close();
    expect(await rowsOf('SELECT reports, first_year FROM dataset')).toEqual([[0, null]]);
  });

  it('says how far it has come', async () => {
    const told: [number, number | null][] = [];
    await writeDataset(target, FIXTURE_FILINGS, { ...OPTIONS, onProgress: (done, total) => told.push([done, total]) });
    expect(told.at(-1)).toEqual([FIXTURE_FILINGS.length, FIXTURE_FILINGS.length]);
  });

  it('calls a dataset synthetic as soon as one report is made up', async () => {
    const madeUp = draftFiling({ body: '石桥县财政局', year: 2021, kind: 'synthetic', figures: {} });
    await writeDataset(target, [madeUp], { ...OPTIONS, synthetic: false });
    expect(await rowsOf('SELECT synthetic FROM dataset')).toEqual([[true]]);
  });
});
