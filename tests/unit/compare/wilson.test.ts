import fc from 'fast-check';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { sql } from '../../../src/store/sql.ts';
import { wilsonEnds, wilsonInterval } from '../../../src/compare/wilson.ts';

const { low, high } = wilsonInterval(sql`cases`, sql`trials`);

async function intervals(counts: readonly (readonly [number, number])[]): Promise<[number | null, number | null][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const values = sql.join(counts.map(([cases, trials]) => sql`(${cases}::DOUBLE, ${trials}::DOUBLE)`));
  const answer = await connection.runAndReadAll(
    sql`SELECT (${low})::DOUBLE, (${high})::DOUBLE FROM (VALUES ${values}) AS counts(cases, trials)`.text,
  );
  connection.closeSync();
  instance.closeSync();
  return answer.getRows() as [number | null, number | null][];
}

/** By bisection: the share at which the cases seen are as far from those expected as 95 % of samples go. */
function bound(cases: number, trials: number, side: 'low' | 'high'): number {
  const seen = cases / trials;
  const isTooFar = (share: number) =>
    Math.abs(seen - share) > 1.959963984540054 * Math.sqrt((share * (1 - share)) / trials);
  let [near, far] = [seen, side === 'low' ? 0 : 1];
  for (let step = 0; step < 200; step += 1) {
    const middle = (near + far) / 2;
    if (isTooFar(middle)) far = middle;
    else near = middle;
  }
  return near;
}

test('the interval ends where a score test would reject the share', async () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, part]): [number, number] => [Math.round(part * trials), trials]);
  await fc.assert(
    fc.asyncProperty(fc.array(counts, { minLength: 20, maxLength: 60 }), async (samples) => {
      for (const [index, [from, to]] of (await intervals(samples)).entries()) {
        const [cases, trials] = samples[index]!;
        expect(from).toBeCloseTo(bound(cases, trials, 'low'), 9);
        expect(to).toBeCloseTo(bound(cases, trials, 'high'), 9);
        const ends = wilsonEnds(cases, trials)!;
        expect(ends.low).toBeCloseTo(from!, 12);
        expect(ends.high).toBeCloseTo(to!, 12);
        expect(from! <= cases / trials + 1e-12 && cases / trials <= to! + 1e-12).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

test('none and all of the cases keep the interval between 0 and 1', async () => {
  const [none, every] = await intervals([
    [0, 3],
    [3, 3],
  ]);
  expect(none![0]).toBe(0);
  expect(none![1]).toBeCloseTo(0.5615, 4);
  expect(every![0]).toBeCloseTo(0.4385, 4);
  expect(every![1]).toBe(1);
});

test('counts that are no share have no interval', async () => {
  const none = [null, null];
  expect(
    await intervals([
      [0, 0],
      [4, 3],
      [-1, 3],
    ]),
  ).toEqual([none, none, none]);
});

test('counts that are no share have no ends', () => {
  expect([wilsonEnds(0, 0), wilsonEnds(3, 2), wilsonEnds(-1, 2)]).toEqual([null, null, null]);
});
