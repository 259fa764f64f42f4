import { EVERYTHING } from '../../../src/compare/selection.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filingQuery } from '../../../src/compare/filing.ts';
import { missingFilersQuery } from '../../../src/compare/missing-filers.ts';
import { openOverview, openStartPage } from '../../../src/compare/overview.ts';
import { questionText } from '../../../src/compare/question-text.ts';
import { yearTotalsQuery } from '../../../src/compare/year-totals.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { readSnapshot, recordAnswers, SnapshotDatabase } from '../../../src/store/snapshot.ts';
import { buildFixtureDataset } from '../../fixtures/dataset.ts';
import { OVERVIEW_QUESTIONS } from '../../fixtures/overview-questions.ts';
import { proveQuestions } from '../../fixtures/question-proof.ts';

proveQuestions(OVERVIEW_QUESTIONS);

describe('the statements', () => {
  it('add up current reports only, of the selection', () => {
    const selection = { ...EVERYTHING, levels: ['county'], kinds: ["o'kind"] };
    const text = questionText(yearTotalsQuery({ measures: ['new_total'], selection }));
    expect(text).toContain(`sum("report"."new_total"::DOUBLE) AS "sum_0", count("report"."new_total") AS "given_0"`);
    expect(text).toContain(`body.level IN ('county') AND coalesce(body.kind, 'other') IN ('o''kind')`);
  });

  it('take the deadlines from the law that the store writes down', () => {
    const text = questionText(filingQuery({ by: 'year', selection: EVERYTHING }));
    expect(text).toContain(`WHEN 'department' THEN ((year + 1)::VARCHAR || '-01-31')::DATE`);
    expect(text).toContain(`WHEN 'government' THEN ((year + 1)::VARCHAR || '-03-31')::DATE`);
  });

  it('name no more bodies than asked for', () => {
    expect(questionText(missingFilersQuery({ year: 2022, selection: EVERYTHING, limit: 12 }))).toContain('LIMIT 12');
  });

  it('refuse a measure that the form does not have', () => {
    expect(() => yearTotalsQuery({ measures: ['year'], selection: EVERYTHING })).toThrow(
      'no measure has the id "year"',
    );
  });
});

describe('a snapshot of the start page', () => {
  it('answers like the dataset after it went through a file, and leaves the rest to the engine', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-snapshot-'));
    const file = path.join(folder, 'fixture.duckdb');
    await buildFixtureDataset(file);
    const database = await openNodeDatabase(file);
    try {
      const recorder = recordAnswers(database);
      const facts = (await openStartPage(recorder.database))!;
      const snapshot = readSnapshot(JSON.parse(JSON.stringify(recorder.snapshot())));
      const barred = Promise.reject(new Error('no engine here'));
      barred.catch(() => undefined);
      const still = new SnapshotDatabase(snapshot, barred);
      const ask = { selection: EVERYTHING, year: facts.lastYear! };
      const overview = await openOverview(still, facts, ask);
      expect(overview).toEqual(await openOverview(database, facts, ask));
      expect(overview.totals).toHaveLength(4);
      const other = { selection: { ...EVERYTHING, years: [2021] }, year: 2021 };
      await expect(openOverview(still, facts, other)).rejects.toThrow('no engine here');
      const live = new SnapshotDatabase(snapshot, Promise.resolve(database));
      expect(await openOverview(live, facts, other)).toEqual(await openOverview(database, facts, other));
      expect((await live.run('SELECT 42 AS answer')).rows).toEqual([[42]]);
    } finally {
      await database.close();
      await rm(folder, { recursive: true });
    }
  });

  it('is refused where it is none', () => {
    for (const value of [null, [], {}, { answers: [{ statement: 'SELECT 1', columns: [], rows: [1] }] }]) {
      expect(() => readSnapshot(value)).toThrow('no snapshot');
    }
  });
});
