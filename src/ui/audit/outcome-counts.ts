import { OUTCOMES, type RuleOutcome } from '../../audit/outcomes.ts';
import type { AuditOrder } from '../../state/view.ts';

/** How many reports stand in each way with a rule. */
export type OutcomeCounts = Readonly<Record<RuleOutcome, number>>;

/** Counts to add to. */
export const noOutcomes = (): Record<RuleOutcome, number> => ({
  fails: 0,
  'cannot-check': 0,
  holds: 0,
  'not-applicable': 0,
});

/** Share of failures among the reports that could be checked; null where none could, which is neither good nor bad. */
export const failingShare = ({ fails, holds }: OutcomeCounts): number | null =>
  fails + holds === 0 ? null : fails / (fails + holds);

/** Reports that the rule applies to. */
export const applicable = (counts: OutcomeCounts): number => counts.fails + counts.holds + counts['cannot-check'];

/**
 * Rows with counts, the most of what they are sorted by first, in a year's column by `rankIn`; rows that are equal in it, or an
 * order by name, keep their places.
 */
export function sortByCounts<Row extends { readonly counts: OutcomeCounts }>(
  rows: readonly Row[],
  order: AuditOrder,
  rankIn: (row: Row, year: number) => number,
): readonly Row[] {
  if (order === 'name') return rows;
  const rank = (row: Row): number => {
    if (typeof order === 'number') return rankIn(row, order);
    return order === 'share' ? (failingShare(row.counts) ?? -1) : row.counts[order];
  };
  const ranked = rows.map((row) => ({ row, rank: rank(row) }));
  return ranked.sort((one, other) => other.rank - one.rank).map(({ row }) => row);
}

/** The outcomes that a report can have with a rule that applies to it. */
export const APPLICABLE_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'not-applicable');

/** How far up an outcome stands in the column of a year: failures first, a year without a report last. */
export const outcomeRank = (outcome: RuleOutcome | undefined): number =>
  outcome === undefined ? -1 : OUTCOMES.length - OUTCOMES.indexOf(outcome);
