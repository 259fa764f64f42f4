import type { Database, Question } from '../store/database.ts';
import { decodeNumber } from '../store/decode.ts';
import { sql } from '../store/sql.ts';
import { FAMILIES } from './families.ts';
import type { Finding } from './finding.ts';
import { familyAuditQuery } from './family-audit.ts';
import { completeFindings } from './report-findings.ts';
import type { AuditSize } from './rule.ts';
import type { RuleTally } from './tally.ts';

/** How much is there to audit? One row. */
export const auditSizeQuery = (): Question<AuditSize> => ({
  statement: sql`SELECT coalesce(max(report_id), 0)::INTEGER AS last_report, count(*)::INTEGER AS reports,
  count(DISTINCT body_id)::INTEGER AS bodies FROM report WHERE current`,
  decode: (row) => ({
    lastReport: decodeNumber(row, 'last_report'),
    reports: decodeNumber(row, 'reports'),
    bodies: decodeNumber(row, 'bodies'),
  }),
});

/** A piece of an audit: some reports with what does not hold in them, in the order of reports. */
export interface AuditedPiece {
  readonly findings: readonly Finding[];
  /** How these reports stand with each rule that applies to any of them. */
  readonly tallies: readonly RuleTally[];
  /** Reports gone through so far, all versions. */
  readonly done: number;
}

/** So many reports are audited at a time: the answer stays small, and a page can show how far it is. */
const REPORTS_AT_ONCE = 20_000;

/** Audits a dataset piece by piece by the rules with these ids; rejects with the signal's reason where it is aborted. */
export async function* auditDataset(
  database: Database,
  size: AuditSize,
  rules: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<AuditedPiece> {
  const { lastReport } = size;
  const wanted = FAMILIES.filter(
    ({ rules: own, mayApply }) => own.some(({ id }) => rules.includes(id)) && (mayApply?.(size) ?? true),
  );
  for (let from = 1; from <= lastReport; from += REPORTS_AT_ONCE) {
    const range = { from, to: Math.min(from + REPORTS_AT_ONCE - 1, lastReport) };
    const found: Finding[] = [];
    const tallies: RuleTally[] = [];
    for (const family of wanted) {
      for (const row of await database.ask(familyAuditQuery(family, range, rules), signal)) {
        if ('tally' in row) tallies.push(row.tally);
        else found.push(row.finding);
      }
    }
    yield { findings: await completeFindings(database, found, range, signal), tallies, done: range.to };
  }
}
