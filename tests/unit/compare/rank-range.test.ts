import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rankingQuery, type RankingRow } from '../../../src/compare/ranking.ts';
import { rankRangeQuery } from '../../../src/compare/rank-range.ts';
import { EVERYTHING } from '../../../src/compare/selection.ts';
import { otherwiseDefined, parseSubject, type Subject } from '../../../src/compare/subject.ts';
import { wilsonEnds } from '../../../src/compare/wilson.ts';
import { demonstrationReports } from '../../../src/demo/filings.ts';
import { demonstrationProvince, provinceRegistry } from '../../../src/demo/province.ts';
import { writeDataset } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Filing } from '../../../src/store/filing.ts';

const YEAR = 2024;
const BODIES = 150;
const ASK = { year: YEAR, selection: EVERYTHING, fewest: 10, order: 'highest', limit: BODIES, bodies: [] } as const;
const DISCLOSURE = parseSubject('disclosure_rate')!;

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-ranks-'));
  const province = demonstrationProvince(BODIES, 3);
  const filings: Filing[] = [];
  for (const { filing } of demonstrationReports(province, { from: YEAR, to: YEAR }, 3, false)) filings.push(filing);
  const about = { name: 'ranks', synthetic: true, madeAt: '2026-01-01T00:00:00Z', version: '0.0.0' };
  await writeDataset(path.join(folder, 'ranks.duckdb'), filings, { ...about, registry: provinceRegistry(province) });
  database = await openNodeDatabase(path.join(folder, 'ranks.duckdb'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const ranked = (subject: Subject, order: 'highest' | 'lowest' = 'highest'): Promise<readonly RankingRow[]> =>
  database.ask(rankingQuery({ ...ASK, subject, order }));

test.each(['highest', 'lowest'] as const)(
  'the open ranks of a rate, %s first, count whose intervals lie apart',
  async (order) => {
    const rows = await ranked(DISCLOSURE, order);
    expect(rows.length).toBeGreaterThan(40);
    const ends = rows.map(({ numerator, denominator }) => wilsonEnds(numerator!, denominator!)!);
    const open = rows.map((_, index) => {
      const own = ends[index]!;
      const above = ends.filter(({ low }) => low > own.high).length;
      const below = ends.filter(({ high }) => high < own.low).length;
      const [before, after] = order === 'highest' ? [above, below] : [below, above];
      return [1 + before, rows.length - after];
    });
    expect(rows.map(({ best, worst }) => [best, worst])).toEqual(open);
    expect(open.some(([best]) => best! > 1)).toBe(true);
    for (const { rank, best, worst } of rows) expect(best! <= rank! && rank! <= worst!).toBe(true);
  },
);

test('a count leaves no rank open', async () => {
  const rows = await ranked(parseSubject('new_total')!);
  expect(rows.every(({ best, worst }) => best === null && worst === null)).toBe(true);
});

test('a range of ranks is what the rankings by each definition give', async () => {
  const others = otherwiseDefined(DISCLOSURE);
  expect(others).toHaveLength(5);
  const ranges = await database.ask(rankRangeQuery({ ...ASK, subject: DISCLOSURE, others }));
  const rankings = await Promise.all([DISCLOSURE, ...others].map((subject) => ranked(subject)));
  const expected = rankings[0]!.map(({ bodyId, rank }) => {
    const ranks = rankings.flatMap((rows) => rows.find((row) => row.bodyId === bodyId)?.rank ?? []);
    return [bodyId, rank, Math.min(...ranks), Math.max(...ranks), ranks.length] as const;
  });
  const found = ranges.map((row) => [row.bodyId, row.rank, row.best, row.worst, row.definitions] as const);
  const byBody = (one: readonly [number, ...unknown[]], other: readonly [number, ...unknown[]]) => one[0] - other[0];
  expect([...found].sort(byBody)).toEqual([...expected].sort(byBody));
  expect(found.some(([, , best, worst]) => worst > best)).toBe(true);
});

test('a body that is followed stands there without a rank of its own, where other definitions give it one', async () => {
  const { others, all } = { others: otherwiseDefined(DISCLOSURE), all: await ranked(DISCLOSURE) };
  const last = all.at(-1)!;
  const rows = await database.ask(
    rankRangeQuery({ ...ASK, subject: DISCLOSURE, others, limit: 3, bodies: [last.bodyId] }),
  );
  expect(rows).toHaveLength(4);
  expect(rows.at(-1)).toMatchObject({ bodyId: last.bodyId, rank: last.rank });
});

test('a rate that can be counted in one way only has no other definitions', () => {
  expect(otherwiseDefined(parseSubject('correction_rate')!)).toEqual([]);
  expect(otherwiseDefined(parseSubject('granted_total')!)).toEqual([]);
  expect(otherwiseDefined(parseSubject('not_processed_rate')!)).toHaveLength(2);
});
