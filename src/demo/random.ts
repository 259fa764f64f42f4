const GOLDEN = 0x9e3779b9;
const EXACT_POISSON_BELOW = 10;
const TWO_TO_32 = 4_294_967_296;

/** Turns any number of seeds into well-mixed 32-bit words (splitmix32). */
function* mixedWords(seeds: readonly number[]): Generator<number, never> {
  let state = 0;
  for (const seed of seeds) state = Math.imul(state ^ (seed | 0), 0x85ebca6b) + GOLDEN;
  for (;;) {
    state = (state + GOLDEN) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    yield (word ^ (word >>> 15)) | 0;
  }
}

/** ln n!, exact to double precision by Stirling's series above a short table. */
function logFactorial(n: number): number {
  if (n < SMALL_LOG_FACTORIALS.length) return SMALL_LOG_FACTORIALS[n]!;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + (1 / 12 - 1 / (360 * x * x)) / x;
}
const SMALL_LOG_FACTORIALS: readonly number[] = Array.from({ length: 64 }).reduce<number[]>(
  (table, _, n) => [...table, n === 0 ? 0 : table[n - 1]! + Math.log(n)],
  [],
);

/** A stream of random draws (xoshiro128**) that the same seeds always repeat; for made-up figures, not for secrets. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Streams of different seeds are independent: a body's own stream does not depend on how many others there are. */
  constructor(...seeds: readonly number[]) {
    const words = mixedWords(seeds);
    this.#a = words.next().value;
    this.#b = words.next().value;
    this.#c = words.next().value;
    this.#d = words.next().value;
  }

  /** Uniform from 0 up to but not including 1, in steps of 2^-32. */
  next(): number {
    const scrambled = Math.imul(this.#b, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const kept = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= kept;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return (word >>> 0) / TWO_TO_32;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item {
    return list[this.integer(0, list.length - 1)]!;
  }

  /** The list in a random order. */
  shuffle<Item>(list: readonly Item[]): Item[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
    }
    return shuffled;
  }

  /** Standard normal. */
  normal(): number {
    // 1 − u keeps the logarithm away from zero.
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal of this median; `sigma` is the standard deviation of its logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** Gamma of this shape (above 0) and scale 1 (Marsaglia and Tsang). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * Math.pow(1 - this.next(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Poisson of this mean (0 or more): by products of uniforms when small, else by transformed rejection (Hörmann's PTRS). */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean < EXACT_POISSON_BELOW) {
      const floor = Math.exp(-mean);
      let count = 0;
      for (let product = this.next(); product > floor; product *= this.next()) count++;
      return count;
    }
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const squeeze = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = this.next() - 0.5;
      const v = 1 - this.next();
      const us = 0.5 - Math.abs(u);
      const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) return count;
      if (count < 0 || (us < 0.013 && v > us)) continue;
      const drawn = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
      if (drawn <= count * Math.log(mean) - mean - logFactorial(count)) return count;
    }
  }

  /** Negative binomial of this mean: a Poisson whose mean is gamma; the smaller the shape, the wider. */
  negativeBinomial(mean: number, shape: number): number {
    return mean <= 0 ? 0 : this.poisson((this.gamma(shape) * mean) / shape);
  }

  /** How many of `trials` succeed: by inversion when few are expected, else by transformed rejection (Hörmann's BTRS). */
  binomial(trials: number, probability: number): number {
    if (trials <= 0 || probability <= 0) return 0;
    if (probability >= 1) return trials;
    if (probability > 0.5) return trials - this.binomial(trials, 1 - probability);
    return trials * probability < 10 ? this.#fewOf(trials, probability) : this.#manyOf(trials, probability);
  }

  #fewOf(trials: number, probability: number): number {
    const odds = probability / (1 - probability);
    let chance = Math.pow(1 - probability, trials);
    let left = this.next();
    let count = 0;
    while (left > chance && count < trials) {
      left -= chance;
      count++;
      chance *= (odds * (trials - count + 1)) / count;
    }
    return count;
  }

  #manyOf(trials: number, probability: number): number {
    const spread = Math.sqrt(trials * probability * (1 - probability));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * probability;
    const centre = trials * probability + 0.5;
    const squeeze = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * spread;
    const logOdds = Math.log(probability / (1 - probability));
    const mode = Math.floor((trials + 1) * probability);
    const atMode = logFactorial(mode) + logFactorial(trials - mode);
    for (;;) {
      const u = this.next() - 0.5;
      const v = 1 - this.next();
      const us = 0.5 - Math.abs(u);
      const count = Math.floor(((2 * a) / us + b) * u + centre);
      if (count < 0 || count > trials) continue;
      if (us >= 0.07 && v <= squeeze) return count;
      const drawn = Math.log((v * alpha) / (a / (us * us) + b));
      if (drawn <= atMode - logFactorial(count) - logFactorial(trials - count) + (count - mode) * logOdds) return count;
    }
  }

  /** Deals `total` cases out to the weights (0 or more, not all 0); `give` is told each case count that is not 0. */
  multinomial(total: number, weights: ArrayLike<number>, give: (index: number, count: number) => void): void {
    let weightLeft = 0;
    for (let index = 0; index < weights.length; index++) weightLeft += weights[index]!;
    let left = total;
    for (let index = 0; left > 0 && index < weights.length; index++) {
      const weight = weights[index]!;
      const isLast = weight >= weightLeft * (1 - 1e-12);
      const count = isLast ? left : this.binomial(left, weight / weightLeft);
      if (count > 0) give(index, count);
      left -= count;
      weightLeft -= weight;
    }
  }
}
