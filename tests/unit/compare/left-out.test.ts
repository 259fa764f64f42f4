import { EVERYTHING } from '../../../src/compare/selection.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compositionQuery } from '../../../src/compare/composition.ts';
import { rankingQuery } from '../../../src/compare/ranking.ts';
import { spreadQuery } from '../../../src/compare/spread.ts';
import { writeDataset } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import type { Database } from '../../../src/store/database.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const DISCLOSURE = { kind: 'indicator', key: 'disclosure_rate' } as const;
const report = (body: string, granted: number, handled: number) => ({
  ...{ body, year: 2024, kind: 'document' as const },
  figures: { granted_total: granted, handled_total: handled },
});

/** Four bodies: one whole, one whose cases are open, one that speaks for its area, and a government. */
const FILINGS = [
  draftFiling(report('石桥县财政局', 2, 4)),
  draftFiling({ ...report('石桥县教育局', 0, 100), gaps: { granted_total: 'blank' } }),
  draftFiling({ ...report('石桥县民政局', 30, 30), report: { scope: 'area' } }),
  draftFiling(report('石桥县人民政府', 50, 200)),
];

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-left-out-'));
  const file = path.join(folder, 'left-out.duckdb');
  const build = {
    name: '石桥县（虚构）',
    synthetic: true,

    madeAt: '2026-01-01T00:00:00Z',
    version: '0.0.0',
  };
  await writeDataset(file, FILINGS, build);
  database = await openNodeDatabase(file);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const namesAndRanks = async (governments: boolean) => {
  const selection = { ...EVERYTHING, governments };
  const rows = await database.ask(
    rankingQuery({ subject: DISCLOSURE, year: 2024, selection, fewest: 0, order: 'highest', limit: 9, bodies: [] }),
  );
  return rows.map(({ name, rank, gap }) => [name, rank, gap]);
};

test('a body with an open numerator counts in neither sum and not in n', async () => {
  const [spread] = await database.ask(spreadQuery({ subject: DISCLOSURE, selection: EVERYTHING }));
  expect(spread).toMatchObject({ n: 1, valued: 1, reports: 2, numerator: 2, denominator: 4, pooled: 0.5, median: 0.5 });
});

test('area-wide reports and governments stand in a ranking only where they are asked for', async () => {
  expect(await namesAndRanks(false)).toEqual([['石桥县财政局', 1, null]]);
  expect(await namesAndRanks(true)).toEqual([
    ['石桥县民政局', 1, null],
    ['石桥县财政局', 2, null],
    ['石桥县人民政府', 3, null],
  ]);
});

test('a share of the whole is taken over complete reports, a sum over all that give the part', async () => {
  const parts = [
    { key: 'granted', measures: ['granted_total'] },
    { key: 'handled', measures: ['handled_total'] },
  ];
  const rows = await database.ask(compositionQuery({ parts, by: 'year', year: 2024, selection: EVERYTHING }));
  const counts = { complete: 1, reports: 2 };
  expect(rows).toMatchObject([
    { part: 'granted', value: 2, known: 1, share: 2 / 6, ...counts },
    { part: 'handled', value: 104, known: 2, share: 4 / 6, ...counts },
  ]);
});
