import type { RuleOutcome } from '../../audit/outcomes.ts';
import type { SelectedReport } from '../../compare/selected-reports.ts';
import type { Verdicts } from '../../state/verdicts.ts';
import { noOutcomes, type OutcomeCounts } from './outcome-counts.ts';

/** A body with how its reports stand with one rule; a year without a report has no outcome. */
export interface BodyRow {
  readonly bodyId: number;
  readonly counts: OutcomeCounts;
  readonly years: ReadonlyMap<number, RuleOutcome>;
}

/** A row a body, in the order of the reports, which stand together body by body. */
export function bodyRows(
  rule: string,
  verdicts: Pick<Verdicts, 'outcomeOf'>,
  reports: readonly SelectedReport[],
): readonly BodyRow[] {
  const rows: BodyRow[] = [];
  let counts = noOutcomes();
  let years = new Map<number, RuleOutcome>();
  for (const { bodyId, reportId, year } of reports) {
    if (rows.at(-1)?.bodyId !== bodyId) {
      counts = noOutcomes();
      years = new Map();
      rows.push({ bodyId, counts, years });
    }
    const outcome = verdicts.outcomeOf(rule, reportId);
    counts[outcome] += 1;
    years.set(year, outcome);
  }
  return rows;
}
