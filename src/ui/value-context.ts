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

/** What the ranked bodies amount to, behind their marks: those left out as their rates rest on few cases do not count. */
export function rankedContext({ standing }: Pick<Comparison, 'standing'>): ValueContext {
  const ranked = standing.find((row) => row.standing === 'ranked');
  return {
    median: ranked?.median ?? null,
    lower: ranked?.lower ?? null,
    upper: ranked?.upper ?? null,
    n: ranked?.bodies ?? 0,
    of: standing.reduce((sum, { bodies }) => sum + bodies, 0),
  };
}
