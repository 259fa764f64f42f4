import { expect, test } from 'vitest';
import type { RankingRow } from '../../../src/compare/ranking.ts';
import type { Comparison, ComparisonAsk } from '../../../src/state/comparison.ts';
import { listedRanking } from '../../../src/state/listed-ranking.ts';

const EVERYTHING = {
  years: [],
  province: null,
  city: null,
  county: null,
  levels: [],
  kinds: [],
  governments: false,
};
const RATE: ComparisonAsk = {
  subject: { kind: 'indicator', key: 'disclosure_rate' },
  year: 2025,
  selection: EVERYTHING,
  bodies: [],
  chosen: null,
  parts: [],
  by: 'year',
};
const COUNT: ComparisonAsk = { ...RATE, subject: { kind: 'measure', id: 'new_total' } };

const row = (bodyId: number, rank: number | null, numerator: number, denominator: number): RankingRow => ({
  bodyId,
  name: `石桥县第${bodyId}局`,
  region: '石桥县',
  level: 'county',
  kind: 'other',
  year: 2025,
  rank,
  value: rank === null ? null : numerator / denominator,
  numerator,
  denominator,
  low: null,
  high: null,
  gap: rank === null ? 'not-applicable' : null,
});

const answer = (ranking: readonly RankingRow[], followed: readonly number[] = []): Comparison => ({
  followed: followed.map((bodyId) => ({
    ...{ bodyId, name: '', region: '', level: null, kind: null, reports: 1, firstYear: null, lastYear: null },
    key: String(bodyId),
  })),
  unknown: [],
  ranking,
  spread: [],
  sources: [],
  trend: [],
  composition: [],
  distribution: [],
});

const RATES = [row(1, 1, 2, 2), row(2, 2, 18, 20), row(3, 2, 9, 10), row(4, 4, 5, 10), row(5, null, 0, 0)];
const listed = (rows: readonly RankingRow[]) => rows.map(({ bodyId, rank }) => [bodyId, rank]);

test('rates over few cases are left out and the others are ranked among themselves, equal values alike', () => {
  expect(listed(listedRanking(RATE, answer(RATES), false))).toEqual([
    [2, 1],
    [3, 1],
    [4, 3],
  ]);
});

test('a followed body stands in the list without a rank where it has few cases or no value', () => {
  expect(listed(listedRanking(RATE, answer(RATES, [1, 5]), false))).toEqual([
    [1, null],
    [2, 1],
    [3, 1],
    [4, 3],
    [5, null],
  ]);
});

test('with few cases asked for, and for counts, the ranks stay those of the answer', () => {
  const all = [
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 4],
  ];
  expect(listed(listedRanking(RATE, answer(RATES), true))).toEqual(all);
  expect(listed(listedRanking(COUNT, answer(RATES), false))).toEqual(all);
});
