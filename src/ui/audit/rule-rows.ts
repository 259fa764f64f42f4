import type { Rule, Severity } from '../../audit/rule.ts';
import type { SelectedReport } from '../../compare/selected-reports.ts';
import type { Verdicts } from '../../state/verdicts.ts';
import { noOutcomes, type OutcomeCounts } from './outcome-counts.ts';

/** A rule with how the reports stand with it, over all years and year by year. */
export interface RuleRow {
  readonly rule: Rule;
  readonly counts: OutcomeCounts;
  readonly years: ReadonlyMap<number, OutcomeCounts>;
}

/** The years of some reports in ascending order. */
export const yearsOf = (reports: readonly SelectedReport[]): readonly number[] =>
  [...new Set(reports.map(({ year }) => year))].sort((one, other) => one - other);

/** A row a rule, in the order given. */
export function ruleRows(
  rules: readonly Rule[],
  verdicts: Pick<Verdicts, 'outcomeOf'>,
  reports: readonly SelectedReport[],
): readonly RuleRow[] {
  const years = yearsOf(reports);
  return rules.map((rule) => {
    const counts = noOutcomes();
    const byYear = new Map(years.map((year) => [year, noOutcomes()]));
    for (const { reportId, year } of reports) {
      const outcome = verdicts.outcomeOf(rule.id, reportId);
      counts[outcome] += 1;
      byYear.get(year)![outcome] += 1;
    }
    return { rule, counts, years: byYear };
  });
}

/** Reports with at least one rule of a severity that fails. */
export function failingReports(
  rules: readonly Rule[],
  severity: Severity,
  verdicts: Pick<Verdicts, 'outcomeOf'>,
  reports: readonly SelectedReport[],
): number {
  const ids = rules.filter((rule) => rule.severity === severity).map(({ id }) => id);
  return reports.filter(({ reportId }) => ids.some((id) => verdicts.outcomeOf(id, reportId) === 'fails')).length;
}
