import type { ValueContext } from '../charts/ranking-row.ts';
import type { Comparison, ComparisonAsk } from '../state/comparison.ts';

/** What all bodies of the asked year amount to, behind the marks of single bodies. */
export function valueContext(ask: ComparisonAsk, answer: Comparison): ValueContext {
  const year = answer.spread.find((row) => row.year === ask.year);
  return {
    median: year?.median ?? null,
    lower: year?.lower ?? null,
    upper: year?.upper ?? null,
    n: year?.valued ?? 0,
    of: year?.reports ?? 0,
  };
}
