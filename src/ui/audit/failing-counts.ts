import type { SelectedReport } from '../../compare/selected-reports.ts';
import type { Verdicts } from '../../state/verdicts.ts';

/** How some reports stand with some rules taken together. */
export interface FailingCounts {
  readonly reports: number;
  /** Reports with at least one rule that could be checked. */
  readonly checked: number;
  /** Those of them with at least one rule that fails. */
  readonly failing: number;
  /** Those of them with none that fails and at least one that could not be checked. */
  readonly partly: number;
}

/** A line of a trend in one year. */
export interface FailingRow {
  readonly key: string;
  readonly year: number;
  readonly counts: FailingCounts;
}

/** Counts of no report. */
export const NO_REPORTS: FailingCounts = { reports: 0, checked: 0, failing: 0, partly: 0 };

/** Share of reports with a failure among those that could be checked; null where none could, which is neither good nor bad. */
export const shareFailing = ({ failing, checked }: FailingCounts): number | null =>
  checked === 0 ? null : failing / checked;

/** Two counts together. */
export const addCounts = (one: FailingCounts, other: FailingCounts): FailingCounts => ({
  reports: one.reports + other.reports,
  checked: one.checked + other.checked,
  failing: one.failing + other.failing,
  partly: one.partly + other.partly,
});

function countOf(rules: readonly string[], verdicts: Pick<Verdicts, 'outcomeOf'>, reportId: number): FailingCounts {
  let isChecked = false;
  let isOpen = false;
  for (const rule of rules) {
    const outcome = verdicts.outcomeOf(rule, reportId);
    if (outcome === 'fails') return { reports: 1, checked: 1, failing: 1, partly: 0 };
    if (outcome === 'holds') isChecked = true;
    else if (outcome === 'cannot-check') isOpen = true;
  }
  return { reports: 1, checked: isChecked ? 1 : 0, failing: 0, partly: isChecked && isOpen ? 1 : 0 };
}

/** Counts by key, then by year in the order of the years; a report whose key is null is left out. */
export function failingRows(
  rules: readonly string[],
  verdicts: Pick<Verdicts, 'outcomeOf'>,
  reports: readonly SelectedReport[],
  years: readonly number[],
  keyOf: (report: SelectedReport) => string | null,
): readonly FailingRow[] {
  const byKey = new Map<string, Map<number, FailingCounts>>();
  for (const report of reports) {
    const key = keyOf(report);
    if (key === null) continue;
    const byYear = byKey.get(key) ?? new Map<number, FailingCounts>();
    byKey.set(key, byYear);
    const counts = countOf(rules, verdicts, report.reportId);
    byYear.set(report.year, addCounts(byYear.get(report.year) ?? NO_REPORTS, counts));
  }
  return [...byKey].flatMap(([key, byYear]) =>
    years.map((year) => ({ key, year, counts: byYear.get(year) ?? NO_REPORTS })),
  );
}
