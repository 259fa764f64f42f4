import type { Database } from '../store/database.ts';
import { auditDataset, auditSizeQuery } from './audit.ts';
import { FAMILIES } from './families.ts';
import type { Finding } from './finding.ts';
import { type ChangedFinding, FindingComparison, type StandingNow } from './finding-changes.ts';
import { OUTCOMES, outcomesQuery, type RuleOutcome } from './outcomes.ts';
import { rangesOf, reportName, reportsNamedQuery } from './reviewed-reports.ts';
import type { AuditSize } from './rule.ts';

// Few enough for one statement that names them.
const NAMED_AT_ONCE = 1_000;

/** How the rules of findings stand with the reports of the same bodies and years in a dataset. */
async function standingsIn(
  database: Database,
  findings: readonly Finding[],
  signal: AbortSignal | undefined,
): Promise<StandingNow> {
  const names = [...new Set(findings.map(reportName))];
  const numbers = new Map<string, number>();
  for (let at = 0; at < names.length; at += NAMED_AT_ONCE)
    for (const { name, reportId } of await database.ask(reportsNamedQuery(names.slice(at, at + NAMED_AT_ONCE)), signal))
      numbers.set(name, reportId);
  const wanted = new Map<string, Set<string>>();
  for (const finding of findings) {
    const name = reportName(finding);
    wanted.set(finding.rule, (wanted.get(finding.rule) ?? new Set()).add(name));
  }
  const outcomes = new Map<string, RuleOutcome>();
  for (const family of FAMILIES) {
    const own = family.rules.flatMap(({ id }) => [...(wanted.get(id) ?? [])]);
    const ids = new Set(own.flatMap((name) => numbers.get(name) ?? []));
    for (const range of rangesOf([...ids].sort((one, other) => one - other)))
      for (const { rule, from, digits } of await database.ask(outcomesQuery(family, range), signal))
        for (const [index, digit] of [...digits].entries())
          if (ids.has(from + index)) outcomes.set(`${rule} ${from + index}`, OUTCOMES[Number(digit)]!);
  }
  return (finding) => {
    const id = numbers.get(reportName(finding));
    return id === undefined ? null : (outcomes.get(`${finding.rule} ${id}`) ?? 'not-applicable');
  };
}

/** A part of a comparison: findings with what has become of them. */
export interface ComparedPiece {
  readonly changed: readonly ChangedFinding[];
  /** How much of it is done, from 0 to 1. */
  readonly share: number;
}

/**
 * Audits an earlier and a later dataset by the rules with these ids and compares what fails; rejects with the signal's reason
 * where it is aborted.
 */
export async function* compareAudits(
  earlier: Database,
  later: Database,
  rules: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<ComparedPiece> {
  const sizeOf = async (database: Database): Promise<AuditSize> => {
    const [size] = await database.ask(auditSizeQuery(), signal);
    return size!;
  };
  const [before, after] = [await sizeOf(earlier), await sizeOf(later)];
  const whole = before.lastReport + after.lastReport;
  const comparison = new FindingComparison();
  for await (const { findings, done } of auditDataset(earlier, before, rules, signal)) {
    comparison.takeBefore(findings);
    yield { changed: [], share: done / whole };
  }
  for await (const { findings, done } of auditDataset(later, after, rules, signal))
    yield { changed: comparison.takeAfter(findings), share: (before.lastReport + done) / whole };
  yield { changed: comparison.settle(await standingsIn(later, comparison.left(), signal)), share: 1 };
}
