import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/demo/random.ts';

const DRAWS = 20_000;

function mean(draw: () => number): number {
  let sum = 0;
  for (let index = 0; index < DRAWS; index++) sum += draw();
  return sum / DRAWS;
}

/** Whether a sample mean lies within five standard errors of what is due. */
function expectMean(found: number, due: number, deviation: number): void {
  expect(Math.abs(found - due)).toBeLessThan((5 * deviation) / Math.sqrt(DRAWS));
}

describe('Random', () => {
  it('repeats itself for the same seeds and differs for others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0, max: 1000 }), (seed, stream) => {
        const draw = (...seeds: number[]) => {
          const random = new Random(...seeds);
          return Array.from({ length: 8 }, () => random.next());
        };
        expect(draw(seed, stream)).toEqual(draw(seed, stream));
        expect(draw(seed, stream)).not.toEqual(draw(seed, stream + 1));
        expect(draw(seed, stream).every((value) => value >= 0 && value < 1)).toBe(true);
      }),
    );
  });

  it('deals every case out, and none to a weight of zero', () => {
    const weights = fc
      .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })), { minLength: 1, maxLength: 25 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 1_000_000 }), weights, (seed, total, list) => {
        const dealt = list.map(() => 0);
        new Random(seed).multinomial(total, list, (index, count) => {
          dealt[index]! += count;
        });
        expect(dealt.reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(
          dealt.every((count, index) => Number.isInteger(count) && count >= 0 && (count === 0 || list[index]! > 0)),
        ).toBe(true);
      }),
    );
  });

  it('draws binomial counts from 0 to the number of trials', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, trials, share) => {
          const count = new Random(seed).binomial(trials, share);
          expect(Number.isInteger(count) && count >= 0 && count <= trials).toBe(true);
        },
      ),
    );
  });

  it.each([0.2, 3, 9.9, 10.1, 250, 40_000])('draws Poisson counts of mean and variance %d', (due) => {
    const random = new Random(7);
    const drawn = Array.from({ length: DRAWS }, () => random.poisson(due));
    const found = drawn.reduce((sum, count) => sum + count, 0) / DRAWS;
    const variance = drawn.reduce((sum, count) => sum + (count - found) ** 2, 0) / DRAWS;
    expectMean(found, due, Math.sqrt(due));
    expect(variance / due).toBeGreaterThan(0.93);
    expect(variance / due).toBeLessThan(1.07);
  });

  it.each([
    [8, 0.3],
    [400, 0.01],
    [400, 0.4],
    [90_000, 0.7],
  ])('draws binomial counts of %d trials at %d with their mean', (trials, share) => {
    const random = new Random(11);
    expectMean(
      mean(() => random.binomial(trials, share)),
      trials * share,
      Math.sqrt(trials * share * (1 - share)),
    );
  });

  it('draws log-normal values around their median and negative binomial counts around their mean', () => {
    const random = new Random(3);
    expectMean(
      mean(() => Math.log(random.logNormal(50, 0.8))),
      Math.log(50),
      0.8,
    );
    expectMean(
      mean(() => random.negativeBinomial(12, 3)),
      12,
      Math.sqrt(12 + 144 / 3),
    );
  });
});
