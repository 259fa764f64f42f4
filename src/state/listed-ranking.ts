import type { RankingRow } from '../compare/ranking.ts';
import { type Comparison, type ComparisonAsk, FEW_CASES, RANKED } from './comparison.ts';

/**
 * The rows of a ranking that are shown: the top of those with a value, and every followed body. Unless asked for, rates over few cases are
 * left out of it and the others are ranked among themselves.
 */
export function listedRanking(ask: ComparisonAsk, answer: Comparison, withFew: boolean): readonly RankingRow[] {
  const isFollowed = ({ bodyId }: RankingRow) => answer.followed.some((body) => body.bodyId === bodyId);
  if (withFew || ask.subject.kind === 'measure') {
    return answer.ranking.filter((row, index) => (index < RANKED && row.rank !== null) || isFollowed(row));
  }
  const isSolid = (row: RankingRow) => row.rank !== null && (row.denominator ?? 0) >= FEW_CASES;
  const solid = answer.ranking.filter(isSolid);
  const rankOf = (row: RankingRow) => 1 + solid.findIndex(({ value }) => value === row.value);
  return answer.ranking.flatMap((row): RankingRow[] => {
    if (!isSolid(row)) return isFollowed(row) ? [{ ...row, rank: null }] : [];
    return solid.indexOf(row) < RANKED || isFollowed(row) ? [{ ...row, rank: rankOf(row) }] : [];
  });
}
