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

/** Rows with counts, the most of what they are sorted by first; rows that are equal in it, or an order by name, keep their places. */
export function sortByCounts<Row extends { readonly counts: OutcomeCounts }>(
  rows: readonly Row[],
  order: AuditOrder,
): readonly Row[] {
  if (order === 'name') return rows;
  const rank = ({ counts }: Row) => (order === 'share' ? (failingShare(counts) ?? -1) : counts[order]);
  return [...rows].sort((one, other) => rank(other) - rank(one));
}

/** The outcomes that a report can have with a rule that applies to it. */
export const APPLICABLE_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'not-applicable');
