import type { RuleOutcome } from '../../audit/outcomes.ts';
import type { ReviewState } from '../../audit/review-ledger.ts';
import type { SelectedReport } from '../../compare/selected-reports.ts';
import { type ReviewStates, stateOfReport } from '../../state/review-states.ts';
import type { Verdicts } from '../../state/verdicts.ts';
import { noOutcomes, type OutcomeCounts } from './outcome-counts.ts';

/** A body with how its reports stand with one rule; a year without a report has no outcome. */
export interface BodyRow {
  readonly bodyId: number;
  readonly counts: OutcomeCounts;
  readonly years: ReadonlyMap<number, RuleOutcome>;
  /** Years whose findings are reviewed, or were before their values changed. */
  readonly reviews: ReadonlyMap<number, ReviewState>;
}

/** A row a body, in the order of the reports, which stand together body by body. */
export function bodyRows(
  rule: string,
  verdicts: Pick<Verdicts, 'outcomeOf'>,
  reports: readonly SelectedReport[],
  states: ReviewStates = new Map(),
): readonly BodyRow[] {
  const rows: BodyRow[] = [];
  let counts = noOutcomes();
  let years = new Map<number, RuleOutcome>();
  let reviews = new Map<number, ReviewState>();
  for (const { bodyId, reportId, year } of reports) {
    if (rows.at(-1)?.bodyId !== bodyId) {
      counts = noOutcomes();
      years = new Map();
      reviews = new Map();
      rows.push({ bodyId, counts, years, reviews });
    }
    const outcome = verdicts.outcomeOf(rule, reportId);
    counts[outcome] += 1;
    years.set(year, outcome);
    const state = stateOfReport(states, reportId);
    if (state) reviews.set(year, state);
  }
  return rows;
}
