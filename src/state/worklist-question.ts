import { RULES } from '../audit/families.ts';
import type { WorklistAsk } from '../audit/worklist.ts';
import type { SelectedReport } from '../compare/selected-reports.ts';
import { EVERYTHING } from '../compare/selection.ts';
import { type AuditedAsk, auditedAsk } from './audited-reports.ts';
import type { Verdicts } from './verdicts.ts';
import type { View, WorklistKind } from './view.ts';

/** What a worklist is asked for. */
export interface WorklistQuestion {
  readonly kind: WorklistKind;
  readonly reports: AuditedAsk;
  readonly check: WorklistAsk;
  /** Whether findings that a reviewer has dismissed are listed too. */
  readonly withDismissed: boolean;
}

/** What the worklist of a view is asked for; null where it shows none, or lacks the body or report that it would be of. */
export function worklistQuestion(view: View): WorklistQuestion | null {
  const { worklist: kind, body, opened, severity, years, rule: only } = view;
  if (kind === null) return null;
  if (kind !== 'selection' && body === null) return null;
  if (kind === 'report' && opened === null) return null;
  const rules = RULES.filter(({ id }) => only === null || id === only)
    .filter((rule) => severity === null || rule.severity === severity)
    .map(({ id }) => id);
  const ofBody = (of: readonly number[]): AuditedAsk => ({
    selection: { ...EVERYTHING, years: of, governments: true },
    bodies: [body!],
  });
  return {
    kind,
    reports: kind === 'selection' ? auditedAsk(view) : ofBody(kind === 'report' ? [opened!] : years),
    check: { rules, withOpen: view.unchecked },
    withDismissed: view.dismissed,
  };
}

/** The reports in which one of the rules fails, or cannot be checked where that is asked for; in the order given. */
export function concernedReports(
  reports: readonly SelectedReport[],
  { rules, withOpen }: WorklistAsk,
  verdicts: Pick<Verdicts, 'outcomeOf'>,
): readonly SelectedReport[] {
  return reports.filter(({ reportId }) =>
    rules.some((rule) => {
      const outcome = verdicts.outcomeOf(rule, reportId);
      return outcome === 'fails' || (withOpen && outcome === 'cannot-check');
    }),
  );
}

/** The rules that one of the reports needs asking for. */
export function concernedRules(
  reports: readonly SelectedReport[],
  ask: WorklistAsk,
  verdicts: Pick<Verdicts, 'outcomeOf'>,
): readonly string[] {
  return ask.rules.filter((rule) => concernedReports(reports, { ...ask, rules: [rule] }, verdicts).length > 0);
}
