import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consecutiveReportsQuery } from '../../../src/compare/consecutive-reports.ts';
import { peerStandingQuery } from '../../../src/compare/peer-standing.ts';
import { MOST_PEERS, peersQuery } from '../../../src/compare/peers.ts';
import { writeDataset } from '../../../src/host/dataset-file.ts';
import { openNodeDatabase } from '../../../src/host/duckdb-node.ts';
import type { Database } from '../../../src/store/database.ts';
import { sql } from '../../../src/store/sql.ts';
import { draftFiling } from '../../fixtures/draft-filing.ts';

const bureau = (county: string, city: string, handled: number, granted: number, year = 2024) =>
  draftFiling({
    body: `${county}财政局`,
    region: `青岚省/${city}/${county}`,
    year,
    kind: 'document',
    figures: { new_total: handled, handled_total: handled, granted_total: granted },
  });
const counties = (count: number, character: string) =>
  Array.from({ length: count }, (_, index) => `${character}${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[index]}县`);

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-peers-'));
  const filings = [
    // Six in one city, two in another, and as many as are never all taken in a third.
    ...counties(6, '东').map((county, index) => bureau(county, '云溪市', 20 * 2 ** index, 10 * 2 ** index + index)),
    ...counties(2, '西').map((county) => bureau(county, '白石市', 30, 15)),
    ...counties(22, '南').map((county, index) => bureau(county, '长桥市', 100 + index, 50)),
    bureau('东甲县', '云溪市', 9, 9, 2023),
    draftFiling({ body: '东甲县教育局', region: '青岚省/云溪市/东甲县', year: 2024, kind: 'document', figures: {} }),
  ];
  await writeDataset(path.join(folder, 'peers.duckdb'), filings, {
    name: '同类（虚构）',
    synthetic: true,
    registry: { bodies: [], problems: [] },
    madeAt: '2026-01-01T00:00:00Z',
    version: '0.0.0',
  });
  database = await openNodeDatabase(path.join(folder, 'peers.duckdb'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function reportOf(name: string, year = 2024): Promise<number> {
  const [found] = await database.ask({
    statement: sql`SELECT report_id::INTEGER AS id FROM report JOIN body USING (body_id)
      WHERE name = ${name} AND year = ${year}`,
    decode: (row) => Number(row['id']),
  });
  return found!;
}

it('peers are of the same year, kind and level in the same city, the nearest in size by ratio first', async () => {
  const peers = await database.ask(peersQuery(await reportOf('东丙县财政局')));
  expect(peers.map(({ name, place, of, size }) => [name, place, of, size])).toEqual([
    ['东乙县财政局', 'city', 5, 40],
    ['东丁县财政局', 'city', 5, 160],
    ['东甲县财政局', 'city', 5, 20],
    ['东戊县财政局', 'city', 5, 320],
    ['东己县财政局', 'city', 5, 640],
  ]);
});

it('where a city has too few they are of the province, and of many the nearest are taken', async () => {
  const peers = await database.ask(peersQuery(await reportOf('西甲县财政局')));
  expect([peers.length, peers[0]!.name, peers[0]!.place, peers[0]!.of]).toEqual([
    MOST_PEERS,
    '西乙县财政局',
    'province',
    29,
  ]);
});

it('nobody is a peer of a body that is alone of its kind', async () => {
  expect(await database.ask(peersQuery(await reportOf('东甲县教育局')))).toEqual([]);
});

it('a report stands among its peers by median, quartiles and mid-rank percentile', async () => {
  const report = await reportOf('东丙县财政局');
  const peers = (await database.ask(peersQuery(report))).map(({ reportId }) => reportId);
  const subjects = [
    { kind: 'indicator', key: 'full_disclosure_rate' },
    { kind: 'measure', id: 'handled_total' },
    { kind: 'indicator', key: 'not_held_share' },
  ] as const;
  const standings = await database.ask(peerStandingQuery({ report, peers, subjects, fewest: 30 }));
  // The one of 20 cases has too few.
  const sorted = [325 / 640, 164 / 320, 83 / 160, 21 / 40];
  const between = (share: number) => {
    const at = share * (sorted.length - 1);
    const low = Math.floor(at);
    return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
  };
  const [rate, size, nothing] = standings;
  expect(rate!.n).toBe(4);
  expect(rate!.median).toBeCloseTo(between(0.5), 12);
  expect(rate!.lower).toBeCloseTo(between(0.25), 12);
  expect(rate!.upper).toBeCloseTo(between(0.75), 12);
  // 42 of 80: as much as 21 of 40, more than the three others.
  expect(rate!.percentile).toBe(3.5 / 4);
  expect(size).toMatchObject({ n: 5, median: 160, lower: 40, upper: 320, percentile: 2 / 5 });
  expect(nothing).toEqual({ subject: subjects[2], n: 0, median: null, lower: null, upper: null, percentile: null });
});

it('a body with reports of the last two years is found for a comparison', async () => {
  expect(await database.ask(consecutiveReportsQuery(4))).toEqual([
    { name: '东甲县财政局', region: '青岚省云溪市东甲县', year: 2024 },
  ]);
});
