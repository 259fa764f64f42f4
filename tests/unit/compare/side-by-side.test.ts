import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consecutiveReportsQuery } from '../../../src/compare/consecutive-reports.ts';
import { figureDifference, isCellComparable, isSubjectComparable } from '../../../src/compare/figure-difference.ts';
import { INDICATOR_SUBJECTS, reportIndicatorsQuery } from '../../../src/compare/report-indicators.ts';
import { trendQuery } from '../../../src/compare/trend.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import { bodyYearsQuery } from '../../../src/store/body-years.ts';
import type { Database } from '../../../src/store/database.ts';
import { buildFixtureDataset } from '../../fixtures/dataset.ts';

describe('the difference between two figures', () => {
  it('is the second less the first, and grows from what is above zero', () => {
    expect(figureDifference(4, 5)).toEqual({ difference: 1, growth: 0.25 });
    expect(figureDifference(8, 2)).toEqual({ difference: -6, growth: -0.75 });
    expect(figureDifference(0, 3)).toEqual({ difference: 3, growth: null });
    expect(figureDifference(0, 0)).toEqual({ difference: 0, growth: null });
    expect(figureDifference(-2, 3)).toEqual({ difference: 5, growth: null });
  });

  it('is nothing where one of them is a gap', () => {
    const nothing = { difference: null, growth: null };
    expect([figureDifference(null, 3), figureDifference(3, null), figureDifference(null, null)]).toEqual([
      nothing,
      nothing,
      nothing,
    ]);
  });
});

describe('across the change of form', () => {
  it.each([
    ['new_total', true],
    ['review_upheld', true],
    ['licensing_decisions', false],
    ['rules_issued', false],
    ['rules_newly_made', false],
    ['other_all_total', false],
    ['other_overdue_supplement_total', false],
  ])('%s can be compared: %s', (cell, comparable) => {
    expect(isCellComparable(cell, '2019', '2021')).toBe(comparable);
    expect(isCellComparable(cell, '2021', '2019')).toBe(comparable);
    expect(isCellComparable(cell, '2021', '2021')).toBe(true);
    expect(isCellComparable(cell, '2019', '2019')).toBe(true);
  });

  it('an indicator can be compared where all its parts can', () => {
    expect(isSubjectComparable({ kind: 'indicator', key: 'disclosure_rate' }, '2019', '2021')).toBe(true);
    expect(isSubjectComparable({ kind: 'indicator', key: 'other_rate' }, '2019', '2021')).toBe(false);
  });
});

describe('on the fixture dataset', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nianbao-sides-'));
    await buildFixtureDataset(path.join(folder, 'fixture.duckdb'));
    database = await openNodeDatabase(path.join(folder, 'fixture.duckdb'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('every indicator of a report is the one that its trend shows', async () => {
    const bodyId = 4;
    const years = await database.ask(bodyYearsQuery(bodyId));
    const reports = years.map(({ reportId }) => reportId);
    const rows = await database.ask(reportIndicatorsQuery(reports));
    expect(rows.length).toBe(reports.length * INDICATOR_SUBJECTS.length);
    for (const subject of INDICATOR_SUBJECTS) {
      const trend = await database.ask(trendQuery({ subject, bodies: [bodyId], years: [] }));
      const expected = years.map(({ year }) => trend.find((row) => row.year === year)!);
      const given = rows.filter((row) => row.subject === subject);
      expect(given.map(({ value, numerator, denominator }) => ({ value, numerator, denominator }))).toEqual(
        expected.map(({ value, numerator, denominator }) => ({ value, numerator, denominator })),
      );
    }
    expect(rows.some(({ value }) => value !== null)).toBe(true);
  });

  it('bodies with two years in a row are found only where the dataset ends with both', async () => {
    expect(await database.ask(consecutiveReportsQuery(5))).toEqual([]);
  });
});
