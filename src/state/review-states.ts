import type { RuleOutcome } from '../audit/outcomes.ts';
import { VERDICTS } from '../audit/review.ts';
import { REVIEW_STATES, type ReviewedFinding, type ReviewState } from '../audit/review-ledger.ts';

/** How the findings of reports stand with their reviewers, by report; only reports of which something was said. */
export type ReviewStates = ReadonlyMap<number, ReadonlySet<ReviewState>>;

/** Gathers how findings stand by report; what could not be checked and was not reviewed is not waiting for anyone. */
export function gatherStates(reviewed: readonly ReviewedFinding[]): ReviewStates {
  const states = new Map<number, Set<ReviewState>>();
  for (const { finding, state } of reviewed) {
    const own = states.get(finding.reportId) ?? new Set();
    states.set(finding.reportId, own);
    if (state !== 'open' || finding.outcome === 'fails') own.add(state);
  }
  return states;
}

/** Whether a report with this outcome has a finding that stands so. */
export function hasState(states: ReviewStates, reportId: number, outcome: RuleOutcome, state: ReviewState): boolean {
  const own = states.get(reportId);
  if (own) return own.has(state);
  return state === 'open' && outcome === 'fails';
}

/** How many reports have a finding that stands so; a report counts once for each way. */
export function countStates(
  states: ReviewStates,
  reports: readonly { readonly reportId: number; readonly outcome: RuleOutcome }[],
): Readonly<Record<ReviewState, number>> {
  const counts = Object.fromEntries(REVIEW_STATES.map((state) => [state, 0])) as Record<ReviewState, number>;
  for (const { reportId, outcome } of reports)
    for (const state of REVIEW_STATES) if (hasState(states, reportId, outcome, state)) counts[state] += 1;
  return counts;
}

/** How a report stands as a whole: changed where any finding is, reviewed where none is open, otherwise null. */
export function stateOfReport(states: ReviewStates, reportId: number): ReviewState | null {
  const own = states.get(reportId);
  if (!own || own.size === 0) return null;
  if (own.has('changed')) return 'changed';
  return own.has('open') ? null : (VERDICTS.find((verdict) => own.has(verdict)) ?? null);
}
