/** Share of bodies that lie within the two pairs of limits by chance alone. */
export const FUNNEL_LEVELS = { inner: 0.95, outer: 0.998 } as const;

/** Ends of the middle part of what chance gives, as rates. */
export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
}

/** Weights below this part of the greatest one change no digit that is shown. */
const NEGLIGIBLE = 1e-18;

/** Probabilities of the counts around the likeliest one, from `first` on; those beyond are as good as nothing. */
function binomial(rate: number, trials: number): { readonly first: number; readonly probabilities: readonly number[] } {
  const mode = Math.min(trials, Math.floor((trials + 1) * rate));
  const odds = rate / (1 - rate);
  const below: number[] = [];
  for (let count = mode, weight = 1; count > 0; count -= 1) {
    weight *= count / (trials - count + 1) / odds;
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let count = mode, weight = 1; count < trials; count += 1) {
    weight *= ((trials - count) / (count + 1)) * odds;
    if (weight < NEGLIGIBLE) break;
    above.push(weight);
  }
  const weights = [...below.reverse(), 1, ...above];
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return { first: mode - below.length, probabilities: weights.map((weight) => weight / sum) };
}

/** The least count that more than a part of the distribution does not exceed. */
function quantile({ first, probabilities }: ReturnType<typeof binomial>, part: number): number {
  let reached = 0;
  const index = probabilities.findIndex((probability) => {
    reached += probability;
    return reached > part;
  });
  return first + (index === -1 ? probabilities.length - 1 : index);
}

/**
 * Between which rates, both included, a part of all bodies with so many cases lies at least where each of them has the same
 * true rate: exact quantiles of the binomial distribution, as in funnel plots of proportions (Spiegelhalter 2005). Whoever lies
 * beyond an end had less than half of the remaining chance to get there; the normal distribution would warn of far too many
 * bodies with few cases and a rate near 0 or 1.
 */
export function funnelLimits(rate: number, trials: number, level: number): FunnelLimits {
  if (trials <= 0) return { low: 0, high: 1 };
  if (rate <= 0 || rate >= 1) return { low: rate, high: rate };
  const counts = binomial(rate, trials);
  return { low: quantile(counts, (1 - level) / 2) / trials, high: quantile(counts, (1 + level) / 2) / trials };
}

/** Where a body lies to the limits of its number of cases. */
export type FunnelPlace = 'within' | 'below-inner' | 'above-inner' | 'below-outer' | 'above-outer';

/** Tells where rates lie around a common one; the limits of each number of cases are found once. */
export function funnelAround(rate: number): {
  readonly limits: (trials: number, level: keyof typeof FUNNEL_LEVELS) => FunnelLimits;
  readonly placeOf: (cases: number, trials: number) => FunnelPlace;
} {
  const known = new Map<string, FunnelLimits>();
  const limits = (trials: number, level: keyof typeof FUNNEL_LEVELS) => {
    const key = `${level} ${trials}`;
    const found = known.get(key) ?? funnelLimits(rate, trials, FUNNEL_LEVELS[level]);
    known.set(key, found);
    return found;
  };
  const placeOf = (cases: number, trials: number): FunnelPlace => {
    const own = cases / trials;
    for (const level of ['outer', 'inner'] as const) {
      const { low, high } = limits(trials, level);
      if (own < low) return `below-${level}`;
      if (own > high) return `above-${level}`;
    }
    return 'within';
  };
  return { limits, placeOf };
}
