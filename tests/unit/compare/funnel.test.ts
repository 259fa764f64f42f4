import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FUNNEL_LEVELS, funnelAround, funnelLimits } from '../../../src/compare/funnel.ts';

/** P(X <= k) as a sum of exact coefficients: another way to the same distribution. */
function cumulative(rate: number, trials: number): number[] {
  let coefficient = 1n;
  let reached = 0;
  return Array.from({ length: trials + 1 }, (_, count) => {
    if (count > 0) coefficient = (coefficient * BigInt(trials - count + 1)) / BigInt(count);
    reached += Number(coefficient) * rate ** count * (1 - rate) ** (trials - count);
    return reached;
  });
}

describe('funnel limits', () => {
  test('leave less than half of the remaining chance beyond either end, and no count more could be left out', () => {
    const rates = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const levels = fc.constantFrom(...Object.values(FUNNEL_LEVELS));
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 120 }), levels, (rate, n, level) => {
        const limits = funnelLimits(rate, n, level);
        const [low, high] = [Math.round(limits.low * n), Math.round(limits.high * n)];
        const upTo = (count: number) => (count < 0 ? 0 : cumulative(rate, n)[count]!);
        const [rest, digits] = [(1 - level) / 2, 1e-9];
        expect(upTo(low - 1)).toBeLessThanOrEqual(rest + digits);
        expect(upTo(low)).toBeGreaterThan(rest - digits);
        expect(upTo(high)).toBeGreaterThan(1 - rest - digits);
        expect(upTo(high - 1)).toBeLessThanOrEqual(1 - rest + digits);
      }),
      { seed: 1 },
    );
  });

  // Quantiles of B(100, 0.5) and B(10, 0.5) as statistical tables have them.
  test.each([
    [100, 40, 60],
    [10, 2, 8],
  ])('of %i cases at one half enclose 95 %% from %i to %i', (n, low, high) => {
    const limits = funnelLimits(0.5, n, 0.95);
    expect(limits.low * n).toBeCloseTo(low, 9);
    expect(limits.high * n).toBeCloseTo(high, 9);
  });

  test('come to the normal distribution for huge numbers, and never leave 0 to 1', () => {
    const [rate, n] = [0.06, 2_000_000];
    const { low, high } = funnelLimits(rate, n, 0.95);
    const margin = 1.959963984540054 * Math.sqrt((rate * (1 - rate)) / n);
    expect(low).toBeCloseTo(rate - margin, 6);
    expect(high).toBeCloseTo(rate + margin, 6);
    for (const n of [1, 2, 3]) {
      const few = funnelLimits(0.999, n, 0.998);
      expect(few.low).toBeGreaterThanOrEqual(0);
      expect(few.high).toBeLessThanOrEqual(1);
    }
  });

  test('nothing is outside without cases, and everything else is where nobody is refused', () => {
    expect(funnelLimits(0.4, 0, 0.95)).toEqual({ low: 0, high: 1 });
    expect(funnelLimits(0, 12, 0.95)).toEqual({ low: 0, high: 0 });
    expect(funnelLimits(1, 12, 0.95)).toEqual({ low: 1, high: 1 });
  });
});

test('three of ten are within the limits of six per cent, which the normal distribution would call beyond all chance', () => {
  const { placeOf } = funnelAround(0.06);
  expect(0.06 + 3.09 * Math.sqrt((0.06 * 0.94) / 10)).toBeLessThan(0.3);
  expect(placeOf(3, 10)).toBe('above-inner');
  expect([placeOf(1, 1), placeOf(2, 2)]).toEqual(['within', 'above-inner']);
  expect(placeOf(0, 10)).toBe('within');
});

test('a body lies beyond the outer limits before it counts as beyond the inner ones', () => {
  const { placeOf } = funnelAround(0.5);
  expect([0, 30, 38, 50, 62, 70, 100].map((cases) => placeOf(cases, 100))).toEqual([
    ...['below-outer', 'below-outer', 'below-inner', 'within', 'above-inner', 'above-outer', 'above-outer'],
  ]);
});
